extension NationalID {
    // Sources: OECD "Tax Identification Numbers", the European Commission's TIN specifications, and the issuing
    // agencies' own descriptions of their check sums, by country.
    static let all: [NationalID] = europe + britain + americas + asia + pacificAndAfrica

    private static let europe: [NationalID] = [
        NationalID("id.de.tax", "99999999999", .whole, [0x2333]) { $0[0] != "0" && isTaxID($0) && mod11and10($0) },
        NationalID("id.de.card", "A********", .whole) { isGermanDocument($0) },
        NationalID("id.de.card", "A*********", .worded) { CheckDigits.icao($0, 0..<9) },
        NationalID("id.de.health", "A999999999", .whole) { isGermanHealth($0) },
        NationalID("id.de.pension", "99999999A999", .alone, [0x2614, 0x26112, 0x2613]) { isGermanPension($0) },
        NationalID("id.de.tax-number", "99999999999", .divided, [0x335, 0x245, 0x344]).writtenWithSlash(),
        NationalID("id.de.tax-number", "9999999999", .divided, [0x235]).writtenWithSlash(),
        NationalID("id.de.tax-number", "9999999999999", .divided, [0x445]),
        NationalID("id.fr.nir", "999999999999999", .alone, [0x1222332, 0xD2]) { isNIR($0) },
        NationalID("id.fr.nir", "99999*999999999", .alone, [0x1222332]) { isNIR($0) },
        NationalID("id.fr.siret", "99999999999999", .worded, [0x3335]) { CheckDigits.luhn($0) },
        NationalID("id.fr.siren", "999999999", .worded, [0x333]) { CheckDigits.luhn($0) },
        NationalID("id.fr.tax", "9999999999999", .worded, [0x22333, 0x1222222]) { $0.value(0) < 4 },
        NationalID("id.es.dni", "99999999A", .alone, [0x81, 0x2331]) { isSpanish($0, from: 0) },
        NationalID("id.es.dni", "9999999A", .whole, [0x71]) { isSpanish($0, from: 0) },
        NationalID("id.es.nie", "A9999999A", .alone, [0x171, 0x81, 0x1331]) {
            (0x58...0x5A).contains($0[0]) && isSpanish($0, from: 1, head: Int($0[0]) - 0x58)
        },
        NationalID("id.es.cif", "A9999999*", .worded, [0x18, 0x171]) { isCIF($0) },
        NationalID("id.it.fiscal-code", "AAAAAA**A**A***A", .alone, [0x6514, 0x33541, 0x3355]) { isFiscalCode($0) },
        NationalID("id.it.vat", "99999999999", .worded) { CheckDigits.luhn($0) },
        NationalID("id.it.card", "AA99999AA", .worded),
        NationalID("id.it.card", "AA9999999", .worded),
        NationalID("id.pt.nif", "999999999", .worded, [0x333]) { mod11Tail($0, "98765432") },
        NationalID("id.nl.bsn", "999999999", .worded, [0x333, 0x423, 0x3231]) { isBSN($0) },
        NationalID("id.be.national", "99999999999", .grouped, [0x22232, 0x632]) { isBelgian($0) },
        NationalID("id.mt.identity", "9999999A", .worded) { "MGAPLHBZ".utf8.contains($0[7]) },
        NationalID("id.ad.tax", "A999999A", .worded),
        NationalID("id.al.tax", "A99999999A", .worded) { "JKLM".utf8.contains($0[0]) },
        NationalID("id.at.tax", "999999999", .divided, [0x234]),
        NationalID("id.at.social", "9999999999", .grouped, [0x46]) {
            CheckDigits.isDate($0, day: 4, month: 6)
                && (CheckDigits.weighted($0, "379") + CheckDigits.weighted($0, "584216", from: 4)) % 11 == $0.value(3)
        },
        NationalID("id.ch.ahv", "7569999999999", .alone, [0x3442]) { isEAN13($0) },
        NationalID("id.se.personnummer", "9999999999", .grouped, [0x64]) { isSwedish($0, from: 0) },
        NationalID("id.se.personnummer", "999999999999", .alone, [0x84]) {
            (18...20).contains($0.number(0..<2)) && isSwedish($0, from: 2)
        },
        NationalID("id.no.birth-number", "99999999999", .whole, [0x65]) { isNorwegian($0) },
        NationalID("id.dk.cpr", "9999999999", .worded, [0x64]) { CheckDigits.isDate($0, day: 0, month: 2) },
        NationalID("id.fi.hetu", "999999999*", .grouped, [0x64]) { isFinnish($0, serial: 6) },
        NationalID("id.fi.hetu", "999999A999*", .alone) { isFinnish($0, serial: 7) },
        NationalID("id.is.kennitala", "9999999999", .grouped, [0x64]) {
            CheckDigits.isDate($0, day: 0, month: 2, raisedDay: 40)
                && (11 - CheckDigits.weighted($0, "32765432") % 11) % 11 == $0.value(8)
        },
        NationalID("id.pl.pesel", "99999999999", .whole) { isPESEL($0) },
        NationalID("id.pl.nip", "9999999999", .grouped, [0x3322, 0x3223]) {
            CheckDigits.weighted($0, "657234567") % 11 == $0.value(9)
        },
        NationalID("id.pl.regon", "999999999", .worded) {
            CheckDigits.weighted($0, "89234567") % 11 % 10 == $0.value(8)
        },
        NationalID("id.pl.card", "AAA999999", .worded, [0x36]) { isPolishCard($0) },
        NationalID("id.cz.birth-number", "9999999999", .grouped, [0x64]) { isCzech($0) }.writtenWithSlash(),
        NationalID("id.cz.tax", "CZ9999999999", .worded) { isCzech($0.dropFirst(2)) },
        NationalID("id.pt.card", "999999999AA9", .worded, [0x813]),
        NationalID("id.si.tax", "SI99999999", .worded) {
            (11 - CheckDigits.weighted($0, "8765432", from: 2) % 11) % 11 % 10 == $0.value(9)
        },
        NationalID("id.md.identity", "9999999999999", .worded) {
            CheckDigits.weighted($0, "731731731731") % 10 == $0.value(12)
        },
        NationalID("id.bg.foreigner", "9999999999", .worded) {
            CheckDigits.weighted($0, "LJHDB9731") % 10 == $0.value(9)
        },
        NationalID("id.ro.cnp", "9999999999999", .whole) { isRomanian($0) },
        NationalID("id.bg.egn", "9999999999", .worded) {
            CheckDigits.isDate($0, day: 4, month: 2, raisedMonths: [20, 40])
                && CheckDigits.weighted($0, "2485A9736") % 11 % 10 == $0.value(9)
        },
        NationalID("id.hr.oib", "99999999999", .worded) { mod11and10($0) },
        NationalID("id.rs.jmbg", "9999999999999", .whole) { isJMBG($0) },
        NationalID("id.ee.isikukood", "99999999999", .whole) { isBaltic($0) },
        NationalID("id.lv.personal-code", "99999999999", .grouped, [0x65]) { isLatvian($0) },
        NationalID("id.hu.tax", "9999999999", .worded) {
            $0.value(0) == 8 && CheckDigits.weighted($0, "123456789") % 11 == $0.value(9)
        },
        NationalID("id.hu.health", "999999999", .worded, [0x333]) {
            CheckDigits.weighted($0, "37373737") % 10 == $0.value(8)
        },
        NationalID("id.gr.amka", "99999999999", .whole) {
            CheckDigits.isDate($0, day: 0, month: 2) && CheckDigits.luhn($0)
        },
        NationalID("id.gr.tax", "999999999", .worded) { isGreekTax($0) },
        NationalID("id.ie.pps", "9999999A", .alone, [0x71]) { isPPS($0) },
        NationalID("id.ie.pps", "9999999AA", .alone, [0x72]) { isPPS($0) },
        NationalID("id.lu.national", "9999999999999", .whole) {
            CheckDigits.isDate($0, day: 6, month: 4) && CheckDigits.luhn($0.prefix(12))
        },
        NationalID("id.tr.tckn", "99999999999", .whole) { isTurkish($0) },
        NationalID("id.ua.tax", "9999999999", .worded) { isUkrainian($0) },
        NationalID("id.ru.inn", "999999999999", .worded) { isRussian($0) },
        NationalID("id.ru.inn", "9999999999", .worded) {
            CheckDigits.weighted($0, "24A359468") % 11 % 10 == $0.value(9)
        },
        NationalID("id.ru.snils", "99999999999", .grouped, [0x3332]) {
            CheckDigits.weighted($0, "987654321") % 101 % 100 == $0.number(9..<11)
        },
    ]

    private static let britain: [NationalID] = [
        NationalID("id.uk.nhs", "9999999999", .grouped, [0x334]) {
            let check = 11 - CheckDigits.weighted($0, "A98765432") % 11
            return check != 10 && check % 11 == $0.value(9)
        },
        NationalID("id.uk.nino", "AA999999A", .alone, [0x22221, 0x261, 0x2331]) { isNINO($0) },
        NationalID("id.uk.nino", "AA999999A", .worded, [0x22221, 0x261, 0x2331]) { (0x41...0x44).contains($0[8]) },
        NationalID("id.uk.tax", "9999999999", .worded, [0x55]) {
            [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][CheckDigits.weighted($0.dropFirst(1), "6789A5432") % 11] == $0.value(0)
        },
    ]

    private static let americas: [NationalID] = [
        NationalID("id.sv.dui", "999999999", .divided, [0x81]),
        NationalID("id.cr.cedula", "999999999", .divided, [0x144]),
        NationalID("id.us.medicare", "9A**A**AA99", .alone, [0x434]) { isMBI($0) },
        NationalID("id.us.ein", "999999999", .divided, [0x27]),
        NationalID("id.us.npi", "9999999999", .worded) { isNPI($0) },
        NationalID("id.ca.sin", "999999999", .grouped, [0x333]) {
            $0.value(0) != 0 && $0.value(0) != 8 && CheckDigits.luhn($0)
        },
        NationalID("id.br.cpf", "99999999999", .whole, [0x3332]) { isCPF($0) },
        NationalID("id.br.cnpj", "99999999999999", .whole, [0x23342]) { isCNPJ($0) },
        NationalID("id.cl.rut", "99999999*", .grouped, [0x2331]) { isRUT($0) },
        NationalID("id.cl.rut", "99999999*", .worded, [0x81]) { isRUT($0) },
        NationalID("id.cl.rut", "9999999*", .worded, [0x1331, 0x71]) { isRUT($0) },
        NationalID("id.ar.cuil", "99999999999", .grouped, [0x281]) {
            let rest = CheckDigits.weighted($0, "5432765432") % 11
            // Where the digit would be 10, the number is given out with another beginning and a 9.
            return [2, 3, 5].contains($0.value(0)) && (rest < 2 ? 9 * rest : 11 - rest) == $0.value(10)
        },
        NationalID("id.ar.dni", "99999999", .divided, [0x233]),
        NationalID("id.pe.ruc", "99999999999", .worded) {
            let rest = CheckDigits.weighted($0, "5432765432") % 11
            return ($0.value(0) == 1 || $0.value(0) == 2) && (11 - rest) % 10 == $0.value(10)
        },
        NationalID("id.mx.curp", "AAAA999999AAAAAA**", .alone) {
            CheckDigits.isDate($0, day: 8, month: 6) && ($0[10] == "H" || $0[10] == "M" || $0[10] == "X")
        },
        NationalID("id.mx.rfc", "AAAA999999***", .alone, [0x463]) { CheckDigits.isDate($0, day: 8, month: 6) },
        NationalID("id.mx.rfc", "AAA999999***", .worded, [0x363]) { CheckDigits.isDate($0, day: 7, month: 5) },
        NationalID("id.ec.cedula", "9999999999", .worded, [0x91]) {
            (1...30).contains($0.number(0..<2)) && CheckDigits.luhn($0)
        },
        NationalID("id.do.cedula", "99999999999", .grouped, [0x371]) { CheckDigits.luhn($0) },
        NationalID("id.py.tax", "99999999", .worded, [0x71]) {
            (11 - CheckDigits.weighted($0, "8765432") % 11) % 11 % 10 == $0.value(7)
        },
        NationalID("id.gt.tax", "9999999*", .worded, [0x71]) {
            let check = (11 - CheckDigits.weighted($0, "8765432") % 11) % 11
            return check == 10 ? $0[7] == "K" : check == $0.value(7)
        },
        NationalID("id.sv.tax", "99999999999999", .grouped, [0x4631]) { CheckDigits.isDate($0, day: 4, month: 6) },
        NationalID("id.ve.tax", "A999999999", .worded, [0x181]) { "VEJPG".utf8.contains($0[0]) },
        NationalID("id.ca.health", "9999999999", .worded) {
            $0.value(0) == 9 && (11 - CheckDigits.weighted($0, "2485A973", from: 1) % 11) % 11 == $0.value(9)
        },
        NationalID("id.co.cedula", "9999999999", .divided, [0x1333]),
        NationalID("id.co.tax", "9999999999", .grouped, [0x3331]) { isColombianTax($0) },
        NationalID("id.co.tax", "9999999999", .worded, [0x91]) { isColombianTax($0) },
        NationalID("id.pe.dni", "99999999", .worded),
        NationalID("id.uy.cedula", "99999999", .grouped, [0x1331]) { isUruguayan($0) },
        NationalID("id.uy.cedula", "99999999", .worded, [0x71]) { isUruguayan($0) },
    ]

    private static let asia: [NationalID] = [
        NationalID("id.in.aadhaar", "999999999999", .grouped, [0x444]) { $0.value(0) > 1 && CheckDigits.verhoeff($0) },
        NationalID("id.in.pan", "AAAAA9999A", .alone) { "ABCFGHJLPT".utf8.contains($0[3]) },
        NationalID("id.in.gstin", "99AAAAA9999A*Z*", .alone) { (1...38).contains($0.number(0..<2)) },
        NationalID("id.in.voter", "AAA9999999", .whole),
        NationalID("id.cn.identity", "99999999999999999*", .alone) { isChinese($0) },
        NationalID("id.hk.identity", "A999999*", .grouped, [0x71]) { isHongKong($0) },
        NationalID("id.hk.identity", "AA999999*", .grouped, [0x81]) { isHongKong($0) },
        NationalID("id.tw.identity", "A999999999", .alone) { isTaiwanese($0) },
        NationalID("id.sg.nric", "A9999999A", .alone) { isNRIC($0) },
        NationalID("id.kr.rrn", "9999999999999", .grouped, [0x67]) { isKorean($0) },
        NationalID("id.kr.rrn", "9999999999999", .whole) { isKorean($0) && koreanCheck($0) },
        NationalID("id.jp.my-number", "999999999999", .worded, [0x444]) { isMyNumber($0) },
        NationalID("id.th.identity", "9999999999999", .grouped, [0x14521]) {
            (11 - CheckDigits.weighted($0, "DCBA98765432") % 11) % 10 == $0.value(12) && (1...8).contains($0.value(0))
        },
        NationalID("id.id.nik", "9999999999999999", .worded) {
            CheckDigits.isDate($0, day: 6, month: 8, raisedDay: 40) && (11...96).contains($0.number(0..<2))
        },
        NationalID("id.my.nric", "999999999999", .grouped, [0x624]) { CheckDigits.isDate($0, day: 4, month: 2) },
        NationalID("id.vn.identity", "999999999999", .worded) {
            (1...96).contains($0.number(0..<3)) && $0.value(3) < 4
        },
        NationalID("id.vn.tax", "9999999999", .worded) {
            10 - CheckDigits.weighted($0, "VTNJHD753") % 11 == $0.value(9)
        },
        NationalID("id.ph.tin", "999999999999", .divided, [0x3333]),
        NationalID("id.pk.cnic", "9999999999999", .grouped, [0x571]) { (1...7).contains($0.value(0)) },
        NationalID("id.il.identity", "999999999", .worded) { CheckDigits.luhn($0) },
        NationalID("id.ae.emirates", "784999999999999", .alone, [0x3471]) { CheckDigits.luhn($0) },
        NationalID("id.sa.identity", "9999999999", .worded) { (1...2).contains($0.value(0)) && CheckDigits.luhn($0) },
        NationalID("id.kw.civil", "999999999999", .worded) {
            (11 - CheckDigits.weighted($0, "216379A5842") % 11) % 11 % 10 == $0.value(11)
        },
        NationalID("id.kz.iin", "999999999999", .worded) { CheckDigits.isDate($0, day: 4, month: 2) },
        NationalID("id.ir.national", "9999999999", .worded, [0x361]) {
            let rest = CheckDigits.weighted($0, "A98765432") % 11
            return (rest < 2 ? rest : 11 - rest) == $0.value(9)
        },
        NationalID("id.lk.nic", "999999999999", .worded) {
            // Year and day of birth; 500 more for women.
            (19...20).contains($0.number(0..<2)) && (1...366).contains($0.number(4..<7) % 500)
        },
        NationalID("id.lk.nic", "999999999A", .worded) { $0[9] == "V" || $0[9] == "X" },
    ]

    private static let pacificAndAfrica: [NationalID] = [
        NationalID("id.au.tfn", "999999999", .grouped, [0x333]) { CheckDigits.weighted($0, "14375869A") % 11 == 0 },
        NationalID("id.au.abn", "99999999999", .whole, [0x2333]) {
            (CheckDigits.weighted($0, "A13579BDFHJ") - 10) % 89 == 0
        },
        NationalID("id.au.acn", "999999999", .grouped, [0x333]) {
            (10 - CheckDigits.weighted($0, "87654321") % 10) % 10 == $0.value(8)
        },
        NationalID("id.au.medicare", "9999999999", .grouped, [0x451]) { isAustralianMedicare($0) },
        NationalID("id.au.medicare", "99999999999", .worded, [0x4511]) { isAustralianMedicare($0) },
        NationalID("id.nz.ird", "999999999", .worded, [0x333]) { isIRD($0) },
        NationalID("id.nz.ird", "99999999", .worded, [0x233]) { isIRD($0) },
        NationalID("id.za.identity", "9999999999999", .whole, [0x6421, 0x64111, 0x643]) {
            CheckDigits.isDate($0, day: 4, month: 2) && $0.value(10) < 3 && CheckDigits.luhn($0)
        },
        NationalID("id.ng.nin", "99999999999", .worded) { CheckDigits.verhoeff($0) },
        NationalID("id.eg.national", "99999999999999", .worded) {
            (2...3).contains($0.value(0)) && CheckDigits.isDate($0, day: 5, month: 3)
        },
        NationalID("id.tn.tax", "9999999AAA999", .divided, [0x71113]).writtenWithSlash(),
        NationalID("id.mu.identity", "A999999999999*", .worded) { CheckDigits.isDate($0, day: 1, month: 3) },
        NationalID("id.ke.tax", "A999999999A", .worded),
    ]
}
