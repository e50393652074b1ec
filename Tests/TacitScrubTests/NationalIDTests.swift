import TacitScrub
import Testing

@Suite("National numbers")
struct NationalIDTests {
    private let scrubber = Scrubber()

    @Test(
        "are found behind a word that names them, with their check sum",
        arguments: [
            ("Steuer-ID: 86095742719", "Steuer-ID: [NATIONAL_ID]"),
            ("Krankenkasse KVNR: A123456780", "Krankenkasse KVNR: [NATIONAL_ID]"),
            ("RVNR 15070649C103", "RVNR [NATIONAL_ID]"),
            ("Personalausweis L01X00T44", "Personalausweis [NATIONAL_ID]"),
            ("numéro NIR 2 55 08 14 168 025 38", "numéro NIR [NATIONAL_ID]"),
            ("DNI 12345678Z", "DNI [NATIONAL_ID]"),
            ("NIE X1234567L", "NIE [NATIONAL_ID]"),
            ("codice fiscale RSSMRA85T10A562S", "codice fiscale [NATIONAL_ID]"),
            ("BSN 111222333", "BSN [NATIONAL_ID]"),
            ("rijksregisternummer 85.07.30-033.28", "rijksregisternummer [NATIONAL_ID]"),
            ("SVNR 1237 010180", "SVNR [NATIONAL_ID]"),
            ("AHV 756.9217.0769.85", "AHV [NATIONAL_ID]"),
            ("personnummer 811218-9876", "personnummer [NATIONAL_ID]"),
            ("hetu 131052-308T", "hetu [NATIONAL_ID]"),
            ("PESEL 44051401458", "PESEL [NATIONAL_ID]"),
            ("rodné číslo 710319/2745", "rodné číslo [NATIONAL_ID]"),
            ("ЕГН 7523169263", "ЕГН [NATIONAL_ID]"),
            ("OIB 94577403194", "OIB [NATIONAL_ID]"),
            ("isikukood 37605030299", "isikukood [NATIONAL_ID]"),
            ("PPS 1234567T", "PPS [NATIONAL_ID]"),
            ("TC kimlik 10000000146", "TC kimlik [NATIONAL_ID]"),
            ("NHS number 943 476 5919", "NHS number [NATIONAL_ID]"),
            ("national insurance AB 12 34 56 C", "national insurance [NATIONAL_ID]"),
            ("CPF 529.982.247-25", "CPF [NATIONAL_ID]"),
            ("CNPJ 11.222.333/0001-81", "CNPJ [NATIONAL_ID]"),
            ("RUT 12.345.678-5", "RUT [NATIONAL_ID]"),
            ("CUIL 20-12345678-6", "CUIL [NATIONAL_ID]"),
            ("SIN 130-692-544", "SIN [NATIONAL_ID]"),
            ("TFN 123 456 782", "TFN [NATIONAL_ID]"),
            ("ABN 51 824 753 556", "ABN [NATIONAL_ID]"),
            ("aadhaar 2341 2341 2346", "aadhaar [NATIONAL_ID]"),
            ("PAN ABCPE1234F", "PAN [NATIONAL_ID]"),
            ("身份证 11010519491231002X", "身份证 [NATIONAL_ID]"),
            ("HKID A123456(3)", "HKID [NATIONAL_ID]"),
            ("identity A123456789", "identity [NATIONAL_ID]"),
            ("NRIC S1234567D", "NRIC [NATIONAL_ID]"),
            ("주민등록번호 900101-1234567", "주민등록번호 [NATIONAL_ID]"),
            ("citizen 1-2345-67890-12-1", "citizen [NATIONAL_ID]"),
            ("SA ID number 8001015009087", "SA ID number [NATIONAL_ID]"),
            ("NIT: 866.854.645-7", "NIT: [NATIONAL_ID]"), ("RUT 16567617-3", "RUT [NATIONAL_ID]"),
            ("C.I. 4.958.746-7", "C.I. [NATIONAL_ID]"), ("ת.ז. 222055857", "ת.ז. [NATIONAL_ID]"),
            ("code_melli=2281587665", "code_melli=[NATIONAL_ID]"), ("iin=510627403333", "iin=[NATIONAL_ID]"),
            ("embg=2205946457602", "embg=[NATIONAL_ID]"), ("rnokpp=2003762209", "rnokpp=[NATIONAL_ID]"),
            ("الرقم المدني 285100880641", "الرقم المدني [NATIONAL_ID]"),
            ("số căn cước công dân 001074012174", "số căn cước công dân [NATIONAL_ID]"),
            ("cédula 1.234.567-2", "cédula [NATIONAL_ID]"), ("RUC 10123456781", "RUC [NATIONAL_ID]"),
            ("NIPT J18434747Q", "NIPT [NATIONAL_ID]"),
            ("número de registre tributari F110499P", "número de registre tributari [NATIONAL_ID]"),
            ("Abgabenkontonummer 90-746/4507", "Abgabenkontonummer [NATIONAL_ID]"),
            ("DIČ CZ5810148993", "DIČ [NATIONAL_ID]"),
            ("IDNP 2132509793689", "IDNP [NATIONAL_ID]"), ("ЛНЧ 6070124987", "ЛНЧ [NATIONAL_ID]"),
            ("davčna številka SI91393833", "davčna številka [NATIONAL_ID]"),
            ("cartão de cidadão 88339921 2 MK6", "cartão de cidadão [NATIONAL_ID]"),

            ("RUC 1633525-2", "RUC [NATIONAL_ID]"),
            ("NIT 8299102-2", "NIT [NATIONAL_ID]"), ("PHN 9420117148", "PHN [NATIONAL_ID]"),
            ("RIF V278416085", "RIF [NATIONAL_ID]"),
            ("mã số thuế 0135538603", "mã số thuế [NATIONAL_ID]"),
            ("matricule fiscal 7268717/R/A/C/000", "matricule fiscal [NATIONAL_ID]"),
            ("NID B0103746777239", "NID [NATIONAL_ID]"), ("natId 970615354053", "natId [NATIONAL_ID]"),
            ("NIC 199012301234", "NIC [NATIONAL_ID]"), ("teudat zehut 123456782", "teudat zehut [NATIONAL_ID]"),
        ])
    func named(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "are found without a word where structure and check sum are strong",
        arguments: [
            "RSSMRA85T10A562S", "756.9217.0769.85", "131052-308T", "11010519491231002X", "S1234567D", "AB123456C",
            "255081416802538", "ABCPE1234F", "529.982.247-25", "20-12345678-6", "130-692-544", "900101-1234567",
            "005-2329689-5", "0614-120263-730-7",
        ])
    func alone(_ value: String) {
        #expect(scrubber.scrub("rejected \(value) today") == "rejected [NATIONAL_ID] today")
    }

    @Test(
        "with a wrong check digit, and bare digits that no word names, stay",
        arguments: [
            "Steuer-ID: 86095742718", "DNI 12345678A", "codice fiscale RSSMRA85T10A562T", "BSN 111222334",
            "PESEL 44051401457", "aadhaar 2341 2341 2340", "HKID A123456(4)", "NRIC S1234567E",
            "order 44051401458 shipped", "job 111222333 done", "offsets 100 104 108 112", "at 081111 050334 20441 INFO",
            "20-20211117-1", "005-2329689-6", "0614-990263-730-7", "PHN 9420117149", "davčna SI91393834",
            "PowerPC 620/625/630",
        ])
    func stay(_ text: String) {
        #expect(scrubber.findings(in: text).filter { $0.rule.name.hasPrefix("id.") } == [])
    }
}
