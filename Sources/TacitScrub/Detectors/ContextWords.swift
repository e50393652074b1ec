/// The words that give a number away, in the languages that logs are seen in. Two words that only together say
/// something are written as one.
struct ContextWords: @unchecked Sendable {
    // Sendable: the block is written once, in `init`, and never changed or freed.

    private struct Slot {
        var hash: UInt64 = 0
        var context: Context = []
    }

    private let slots: UnsafePointer<Slot>
    /// The words that say something, for the scan.
    let tails: UnsafeMutablePointer<UInt64>
    private static let capacity = 4096
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static let standard = ContextWords(all + ofKeys)

    private init(_ words: [(Context, [StaticString])]) {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: Self.capacity)
        slots.initialize(repeating: Slot(), count: Self.capacity)
        let tails = TailSet()
        var used = 0
        for (context, list) in words {
            for word in list {
                if context != .filler { tails.insert(word) }
                var hash = Self.seed
                // Safe: a StaticString literal holds utf8CodeUnitCount bytes; slot numbers are masked.
                for i in (0..<word.utf8CodeUnitCount).reversed() { hash = Self.add(word.utf8Start[i], to: hash) }
                var slot = Self.slot(hash)
                while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & (Self.capacity - 1) }
                if slots[slot].hash == 0 { used += 1 }
                slots[slot].hash = hash
                slots[slot].context.formUnion(context)
            }
        }
        precondition(used <= Self.capacity / 2, "the table is to stay half empty")
        self.slots = UnsafePointer(slots)
        self.tails = tails.bits
    }

    /// Words are hashed from their last byte to their first.
    @inline(__always) static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte.lowercased)) &* 0x0000_0100_0000_01B3
    }

    subscript(_ hash: UInt64) -> Context {
        var slot = Self.slot(hash)
        // Safe: the slot number is masked. Ends, as half of the slots are empty.
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash { return slots[slot].context }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return []
    }

    @inline(__always) private static func slot(_ hash: UInt64) -> Int {
        Int((hash ^ hash >> 29) & UInt64(capacity - 1))
    }

    /// The names of keys that say it without a sign behind them, too; short ones mean other things as well.
    private static let ofKeys: [(Context, [StaticString])] = KeyWords.all.compactMap { entry in
        let context: Context
        switch entry.kind {
        case .bankAccount: context = .account
        case .passport: context = .passport
        case .driverLicense: context = .license
        default: return nil
        }
        guard entry.form == .plain, entry.scope == .everywhere else { return nil }
        return (context, entry.words.filter { $0.utf8CodeUnitCount >= 8 })
    }

    private static let all: [(Context, [StaticString])] = [
        (
            .filler,
            [
                "no", "number", "num", "nr", "is", "was", "the", "id", "of", "for", "a", "my", "his", "her", "their",
                "your", "our", "value", "on", "file", "to", "with", "at", "as", "nummer", "número", "numero", "numéro",
                "numer", "číslo", "nº", "n", "ist", "est", "es", "in", "le", "la", "el", "der", "die", "das", "del",
                "de", "und", "and", "am", "den", "code", "digits", "registered", "numarası", "номер", "né", "us",
            ]
        ),
        (
            .phone,
            [
                "phone", "telephone", "tel", "cel", "tlf", "telefonu", "mobile", "cell", "cellphone", "fax", "sms",
                "whatsapp", "msisdn", "dial", "dialed", "dialled", "call", "caller", "callee", "callback", "telefon",
                "telefono", "teléfono", "telefone", "téléphone", "téléphoner", "handy", "handynummer", "mobil",
                "mobilnummer", "móvil", "movil", "celular", "portable", "rufnummer", "telefonnummer", "telepono", "cep",
                "gsm", "telefoon", "puhelin", "puhelinnumero", "телефон", "Телефон", "тел", "моб", "هاتف", "جوال",
                "الهاتف", "طلفون", "电话", "手机", "手机号", "手机号码", "電話", "電話番号", "携帯", "전화", "전화번호", "휴대폰", "फोन",
                "phonenumber", "contactnumber", "smsto", "smssent", "otpto", "textto", "ring", "reachable", "hotline",
                "phoneno",
                "contactno", "mobileno", "subscriber", "answering", "receivingmessages", "messagesto", "rückruf",
                "rückrufnummer", "anruf", "durchwahl", "appeler", "llamar", "ligue", "chiamare", "registeredmobile",
                "myregistered", "callme", "meon", "τηλέφωνο", "טלפון", "โทร", "điệnthoại", "telemóvel", "telemovel",
                "telefoonnummer", "mobielnummer", "mobiel", "मोबाइल", "नंबर", "फ़ोन", "cellulare", "telefonszám",
                "mobilní", "telefonní", "telefonnr", "mobilnr", "gsmnummer", "телефону", "τηλ", "連絡先", "聯絡電話", "연락처",
                "telepon", "ponsel", "הטלפון", "נייד", "手机号是", "手机号码是", "电话是", "電話は", "전화번호는", "เบอร์", "sđt", "موبایل",
                "تلفن",
            ]
        ),
        (
            .card,
            [
                "card", "creditcard", "debitcard", "cc", "pan", "visa", "mastercard", "amex", "maestro", "kreditkarte",
                "karte", "kartennummer", "tarjeta", "carte", "cartão", "cartao", "carta", "kort", "karta", "kart",
                "карта", "карты", "银行卡", "卡号", "银行卡号", "カード番号", "信用卡", "بطاقة", "cardholder", "kaart",
            ]
        ),
        (
            .account,
            [
                "acctno", "acct", "konto", "kontonr", "ktonr", "cuenta", "conta", "compte", "rekening",
                "currentaccount", "账号", "счет", "счёт", "clabe", "banking", "bban", "hesap", "hesapno", "conto",
                "rachunek", "rachunku", "účet", "cbu", "cvu", "nrb", "계좌", "口座", "счета", "konta", "kontem", "kontu",
                "accno", "acno", "cno", "girokonto", "kontot", "račun", "računa", "खाता", "rachunkunr", "сметка",
                "λογαριασμού", "рахунку",
            ]
        ),
        (.someAccount, ["account"]),
        (
            .routing,
            [
                "routing", "sortno", "aba", "rtn", "sortcode", "bankleitzahl", "blz", "bsb", "ifsc", "transit",
                "routingnumber", "bankcode", "ach",
            ]
        ),
        (
            .socialSecurity,
            [
                "ssn", "socialsecurity", "social", "itin", "taxpayer", "tin", "ssns", "taxpayerid", "taxid",
                "socialsec", "socialno",
            ]
        ),
        (
            .nationalID,
            [
                "nationalid", "civilid", "national", "nationality", "identity", "identification", "citizen",
                "citizenid", "personalid", "personalcode", "personalnumber", "idcard", "idnumber", "idno", "taxid",
                "taxnumber", "taxpayer", "tin", "vat", "govid", "governmentid", "socialsecurity", "socialinsurance",
                "insurancenumber", "nationalinsurance", "resident", "residentid", "birthnumber", "voter", "voterid",
                "vote", "aadhaar", "aadhar", "uidai", "gstin", "rif", "nino", "ni", "nhs", "utr", "cpf", "cnpj", "dni",
                "nie",
                "nif", "cif", "nir", "insee", "siren", "siret", "sécurité", "securite", "securité", "identité",
                "steuerid", "steuer", "steueridnr", "steueridentifikationsnummer", "identifikationsnummer", "idnr",
                "steuernummer", "personalausweis", "personalausweisnummer", "ausweis", "ausweisnummer",
                "sozialversicherungsnummer", "rentenversicherungsnummer", "versicherungsnummer", "svnr", "rvnr", "kvnr",
                "krankenkasse", "egk", "sozialversicherung", "versichertennummer", "ahv", "avs", "bsn",
                "burgerservicenummer", "sofinummer", "rijksregisternummer", "insz", "niss", "codicefiscale", "fiscale",
                "partitaiva", "iva", "pesel", "nip", "regon", "dowód", "dowod", "rodné", "rodne", "rodnéčíslo", "cnp",
                "egn", "егн", "ЕГН", "oib", "jmbg", "emšo", "emso", "isikukood", "asmenskodas", "kodas", "personaskods",
                "kods", "adóazonosító", "taj", "amka", "αμκα", "ΑΜΚΑ", "afm", "αφμ", "ΑΦΜ", "pps", "ppsn",
                "personnummer", "personnumret", "samordningsnummer", "fødselsnummer", "fodselsnummer", "cpr", "hetu",
                "henkilötunnus", "kennitala", "tckn", "kimlik", "tckimlik", "vergino", "rut", "rfc", "curp", "cuil",
                "cuit", "cédula", "cedula", "documento", "sin", "sinnumber", "nas", "tfn", "abn", "acn", "medicare",
                "mbi", "npi", "ein", "employerid", "ird", "itin", "身份证", "身份证号", "身份证号码", "身分證", "身分証", "マイナンバー",
                "個人番号", "mynumber", "주민등록번호", "주민번호", "rrn", "frn", "hkid", "nric", "fin", "mykad", "nik", "ktp",
                "cnic", "cccd", "cmnd", "kependudukan", "ทะเบียน", "บัตรประชาชน", "ינ", "תעודת", "זהות", "iqama",
                "emiratesid", "emirates", "هوية", "الهوية", "رقم", "инн", "ИНН", "снилс", "СНИЛС", "иин", "рнокпп",
                "ssid", "saidnumber", "rsaid", "nin", "bvn", "tnin", "kra", "swedish", "finnish", "permanentresident",
                "thai", "korean", "turkish", "citizenship", "fiscal", "contribuinte", "contribuyente", "sozial",
                "sociale", "ИИН", "РНОКПП", "emŠo", "teudat", "zehut", "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "القومي",
                "ruc", "matricule", "nic", "identitycard", "dninie", "identidad", "identificación", "identificação",
                "identità", "identiteit", "kimliği", "kimlikno", "aadhaarno", "socialsecurityno", "versichertennr",
                "жмбг", "adóazonosítójel", "numericpersonal", "taxfile", "svnummer", "rvnummer", "steuernr", "personid",
                "natid", "identityno", "phn", "іпн", "ІПН", "ЖСН", "жсн", "ЈМБГ", "јмбг", "ЛНЧ", "лнч", "nipt", "rif",
                "thuế", "आधार", "ملی", "fnr", "idnp", "davčna", "diČ", "dič", "tributari", "abgabenkontonummer",
                "cidadão", "cidadao", "personnumber", "المدني", "melli", "côngdân", "căncước", "תז", "embg", "ембг",
                "dui", "ЕМБГ", "rnokpp", "身份证号是",
            ]
        ),
        (.longNationalID, ["nid", "nit", "iin"]),
        (
            .passport,
            [
                "passports", "passnr", "pasaport", "Паспорт", "护照", "護照", "旅券", "여권", "جواز", "mrz", "paszportu",
                "pasaportu", "паспорта", "pasnummer", "διαβατηρίου", "passinnumero", "पासपोर्ट", "putovnice",
                "putovnica", "pașaport", "paşaport", "загранпаспорт", "หมายเลขหนังสือเดินทาง", "hộchiếu", "paspor",
            ]
        ),
        (
            .license,
            [
                "kørekortnummer", "driverslicence", "slicense", "slicence", "dvla", "dlno", "dl", "conduire",
                "conducir", "patente", "prawo", "водительское", "驾驶证", "免許証", "conduite", "cnh", "licence", "운전면허",
                "permis",
            ]
        ),
        (
            .birth,
            [
                "born", "birth", "birthdate", "birthday", "dob", "dateofbirth", "bday", "geboren", "geburtsdatum",
                "geburtstag", "geb", "naissance", "née", "né", "nacimiento", "nacido", "nacida", "nascita", "nato",
                "nata", "nascimento", "nascido", "nascida", "geboortedatum", "urodzenia", "urodzony", "født",
                "fødselsdato", "fødselsdag", "출생일", "född", "födelsedatum", "syntymäaika", "narození", "doğum",
                "рождения", "родился",
                "родилась", "出生", "出生日期", "生年月日", "生日", "생년월일", "الميلاد", "yob", "nașterii", "nasterii", "народження",
                "जन्म", "तिथि", "जन्मतिथि", "जन्मदिन", "जन्मदिनांक", "জন্মতারিখ", "जन्मतारीख", "narodenia", "narozenia", "rojstva", "rođenja",
                "születési", "gimimo", "dzimšanas",
                "γέννησης", "לידה", "เกิด", "туған", "urodzin", "lahir", "nací", "narodil", "narodila", "urodził",
                "urodziła", "nacque", "geburt", "sinh",
            ]
        ),
        (
            .place,
            [
                "lat", "lon", "lng", "long", "latitude", "longitude", "pickup", "dropoff", "coordinates", "coordinate",
                "coords", "coord",
                "geo", "gps", "location", "position", "geolocation", "latlng", "latlon", "latlong", "standort",
                "koordinaten", "ubicación", "ubicacion", "coordonnées", "point", "waypoint", "geofix", "whereabouts",
                "breitengrad", "längengrad", "latitud", "longitud", "latitudine", "longitudine", "широта", "долгота",
                "纬度", "经度", "緯度", "経度", "위도", "경도", "gpslatitude", "gpslongitude", "координаты", "координати",
                "coordenadas", "coördinaten", "koordinater", "współrzędne", "souřadnice", "坐标", "座標", "좌표",
            ]
        ),
        (
            .money,
            [
                "salary", "balance", "income", "wage", "wages", "payroll", "payslip", "earnings", "networth", "savings",
                "mortgage", "loan", "debt", "pension", "bonus", "creditlimit", "overdraft", "gehalt", "lohn",
                "kontostand", "saldo", "solde", "salaire", "salario", "sueldo", "stipendio", "salário", "зарплата",
                "баланс", "工资", "余额", "compensation", "deposit", "withdrawal", "holdings", "assets", "paycheck",
                "remuneration", "turnover", "owes", "owed", "owing",
            ]
        ),
        (
            .device,
            ["imei", "imsi", "iccid", "meid", "idfa", "idfv", "gaid", "aaid", "udid", "serialnumber", "serialno"]
        ),
        (
            .wallet,
            [
                "wallet", "walletaddress", "bitcoin", "btc", "solana", "sol", "monero", "xmr", "ripple", "xrp", "tron",
                "depositaddress", "payoutaddress", "crypto", "usdt", "usdc", "cardano", "ada", "dogecoin", "doge",
            ]
        ),
    ]
}
