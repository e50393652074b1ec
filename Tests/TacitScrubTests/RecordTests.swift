import TacitScrub
import Testing

@Suite("Values at fixed places of records")
struct RecordTests {
    private let scrubber = Scrubber()

    @Test(
        "the name beside an address is found, and the address too",
        arguments: [
            "Signed-off-by: Jane Roe <jane@example.com>", " -- Jane Roe <jane@example.com>  Tue, 3 Mar",
            "On Tue, Mar 3, 2026 at 9:14 AM Jane Roe <jane@example.com> wrote:", "\"Roe, Jane\" <jane@example.com>",
            "thanks to Jane Q. Roe <mailto:jane@example.com>", "Jane Roe &lt;jane@example.com&gt;",
            "NewUser(Jane Roe,jane@example.com,true)", "* Hye-jin Park <hj@example.com>", "Jane <j@example.com>",
        ])
    func mailboxes(_ text: String) {
        let found = scrubber.findings(in: text).map(\.kind)
        #expect(found == [.person, .email])
        #expect(!scrubber.scrub(text).contains("Roe") && !scrubber.scrub(text).contains("Jane"))
    }

    @Test(
        "what teams, roles and programs are called stays beside their address",
        arguments: [
            ("Release Team <releases@example.com>", "Release Team <[EMAIL]>"),
            ("Acme Support <support@example.com>", "Acme Support <[EMAIL]>"),
            ("GitHub <noreply@example.com>", "GitHub <[EMAIL]>"),
            ("Blue Widgets <no-reply@example.com>", "Blue Widgets <[EMAIL]>"),
            ("Mailing List <list@example.com>", "Mailing List <[EMAIL]>"),
            ("see <jane@example.com>", "see <[EMAIL]>"),
        ])
    func teams(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test("a policy that keeps names still finds the addresses behind them")
    func keptNames() throws {
        var policy = ScrubPolicy()
        try policy.set(.keep, for: .person)
        let scrubber = Scrubber(policy: policy)
        #expect(scrubber.scrub("Jane Roe <jane@example.com>") == "Jane Roe <[EMAIL]>")
    }

    @Test(
        "a value one level below its key is found",
        arguments: [
            ("{\"fullName\":{\"S\":\"Jane Roe\"}}", "{\"fullName\":{\"S\":\"[PERSON]\"}}"),
            (
                "{\"match\":{\"full_name\":{\"query\":\"Jane Roe\"}}}",
                "{\"match\":{\"full_name\":{\"query\":\"[PERSON]\"}}}"
            ),
            ("{dateOfBirth: ISODate('1994-06-09T00:00:00Z')}", "{dateOfBirth: ISODate('[DATE_OF_BIRTH]')}"),
            ("#{password => <<\"pg-Passw0rd\">>}", "#{password => <<\"[SECRET]\">>}"),
            (
                "[{\"op\":\"add\",\"path\":\"/spec/password\",\"value\":\"pg-Passw0rd\"}]",
                "[{\"op\":\"add\",\"path\":\"/spec/password\",\"value\":\"[SECRET]\"}]"
            ),
            (
                "put-parameter --name /prod/db/password --value pg-Passw0rd",
                "put-parameter --name /prod/db/password --value [SECRET]"
            ),
            (
                "<A Name=\"lastName\"><saml:AttributeValue>Roe</saml:AttributeValue></A>",
                "<A Name=\"lastName\"><saml:AttributeValue>[PERSON]</saml:AttributeValue></A>"
            ),
            ("$filter=LastName eq 'Roe'", "$filter=LastName eq '[PERSON]'"),
            ("WHERE last_name IN ('Roe', 'Doe') AND x", "WHERE last_name IN ('[PERSON]') AND x"),
            ("where phone not in ('2025550165')", "where phone not in ('[PHONE]')"),
            ("{\"password\":{\"from\":\"hunter2x\",\"to\":\"hunter3y\"}}", "{\"password\":{\"from\":\"[SECRET]\"}}"),
            ("'phone': {'old': '2025550165', 'new': '2025550166'}", "'phone': {'old': '[PHONE]'}"),
            ("form-data; name=\"fullName\"\n\nJane Roe\n--x", "form-data; name=\"fullName\"\n\n[PERSON]\n--x"),
            (
                "form-data; name=\"password\"\r\n\r\npg-Passw0rd\r\n--x",
                "form-data; name=\"password\"\r\n\r\n[SECRET]\r\n--x"
            ),
        ])
    func levels(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "a `name` is a person's where something beside it says so",
        arguments: [
            ("{name: \"Jane Roe\", phone: \"+1 212 555 0100\"}", "{name: \"[PERSON]\", phone: \"[PHONE]\"}"),
            (
                "%{name: \"Jane Roe\", birth_date: ~D[1994-06-09]}",
                "%{name: \"[PERSON]\", birth_date: ~D[[DATE_OF_BIRTH]]}"
            ),
            ("{ Name = Jane Roe, Salary = 60233.63 }", "{ Name = [PERSON], Salary = [MONEY_AMOUNT] }"),
            (
                "{:user/name \"Jane Roe\", :user/phone \"+1 212 555 0100\"}",
                "{:user/name \"[PERSON]\", :user/phone \"[PHONE]\"}"
            ),
            (
                "HSET user:41 phone \"+12125550100\" name \"Jane Roe\"",
                "HSET user:41 phone \"[PHONE]\" name \"[PERSON]\""
            ),
            ("prenom=Jane nom=Park ville=Lyon", "prenom=[PERSON] nom=[PERSON] ville=Lyon"),
            ("jmeno=Jane;prijmeni=Roe", "jmeno=[PERSON];prijmeni=[PERSON]"),
        ])
    func neighbours(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "fields of messages and files are found",
        arguments: [
            ("(0010,0010) PN [ROE^JANE]", "(0010,0010) PN [[PERSON]]"),
            ("(0010,0030) DA [19940609]", "(0010,0030) DA [[DATE_OF_BIRTH]]"),
            ("NAD+BY+++Jane Roe+1 Main Street+Springfield++12345+US'", "NAD+BY+++[PERSON]+12345+US'"),
            (":50K:/DE12345678901234\nJane Roe\n1 Main Street\n:59:", ":50K:/[BANK_ACCOUNT]\n:59:"),
            ("jroe:x:1004:1004:Jane Roe,,,:/srv/jroe:/bin/sh", "jroe:x:1004:1004:[PERSON],,,:/srv/jroe:/bin/sh"),
            ("VERSION:3.0\nN:Roe;Jane;;;\n", "VERSION:3.0\nN:[PERSON];;;\n"),
            ("ADR;TYPE=HOME:;;1 Main Street;Springfield;;12345;USA", "ADR;TYPE=HOME:;;[STREET_ADDRESS]"),
            ("etsi/PNOEE-38001085718 expired", "etsi/PNOEE-[NATIONAL_ID] expired"),
            ("((\"Jane Roe\" NIL \"jane\" \"corp.local\"))", "((\"[PERSON]\" NIL \"jane\" \"corp.local\"))"),
            ("8=FIX.4.4|35=D|1=219989586|55=X", "8=FIX.4.4|35=D|1=[BANK_ACCOUNT]|55=X"),
            ("DAQ123456789\nDCSROE\nDACJANE", "DAQ[DRIVER_LICENSE]\nDCS[PERSON]\nDAC[PERSON]"),
            ("[12125550100@from-trunk:1] NoOp", "[[PHONE]@from-trunk:1] NoOp"),
            ("submit_sm destination_addr=12125550100 x", "submit_sm destination_addr=[PHONE] x"),
            ("AVP: MSISDN(701) val=12125550100", "AVP: MSISDN(701) val=[PHONE]"),
            ("SSR DOCS XX HK1/P/UTO/X1234567/UTO//F", "SSR DOCS XX HK1/P/UTO/[PASSPORT]/UTO//F"),
            (
                "subject=/O=Acme/CN=Jane Roe/emailAddress=jane@example.com",
                "subject=/O=Acme/CN=[PERSON]/emailAddress=[EMAIL]"
            ),
            (
                "Typing text 'pg-Passw0rd' into text field 'password'",
                "Typing text '[SECRET]' into text field 'password'"
            ),
            ("Enter passphrase for key '/k/id': pg-Passw0rd", "Enter passphrase for key '/k/id': [SECRET]"),
            (
                "date_of_birth\n  too young [input_value='1994-06-09', x]",
                "date_of_birth\n  too young [input_value='[DATE_OF_BIRTH]', x]"
            ),
            ("Auth->login('jane', 'pg-Passw0rd')", "Auth->login('jane', '[SECRET]')"),
            ("set psksecret pg-Passw0rd", "set psksecret [SECRET]"),
            ("AT+CGSN\n490154203237518\n\nOK", "AT+CGSN\n[DEVICE_ID]\n\nOK"),
            ("obd: VIN 1M8GDM9AXKP042788 DTC", "obd: VIN [DEVICE_ID] DTC"),
            ("    Key Content            : hunter2x", "    Key Content            : [SECRET]"),
            ("DisplayName       : Jane Roe\n", "DisplayName       : [PERSON]\n"),
            ("您的验证码是738241，5分钟内有效", "您的验证码是[SECRET]，5分钟内有效"),
        ])
    func fields(_ text: String, expected: String) {
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
    }

    @Test(
        "keys of many languages name persons, pay, documents and devices",
        arguments: [
            ("jmeno_majitele: x; nome_completo=Hye-jin Park situacao=ativo", "Hye-jin Park"),
            ("お客様名=小林 大輔 ステータス=未払い", "小林 大輔"), ("نام و نام خانوادگی: مریم احمدی", "مریم احمدی"),
            ("Прізвище та ім'я: Олександр Шевченко", "Олександр Шевченко"), ("gecos: Jane Roe", "Jane Roe"),
            ("Remitente: Jane Roe; x", "Jane Roe"), ("Recipient: Jane Roe", "Jane Roe"),
            ("Autor: Jane Roe | 4", "Jane Roe"),
            ("wynagrodzenie brutto: 93 056,00 zł", "93 056,00 zł"), ("net pay £39,221.85 for period 04", "£39,221.85"),
            ("brutoloon: 23.746,54 €", "23.746,54 €"), ("الراتب: 26410.62", "26410.62"),
            ("паспорт: 75 1234567", "75 1234567"), ("patente di guida n. 1OQH2C1E5Q", "1OQH2C1E5Q"),
            ("vin=1M8GDM9AXKP042788 lat", "1M8GDM9AXKP042788"),
            ("dev_eui=70b3d57ed0001234 f_cnt=412", "70b3d57ed0001234"),
            ("3GPP-IMEISV = \"4901542032375181\"", "4901542032375181"), ("parola chiave: pg-Passw0rd", "pg-Passw0rd"),
            ("钱包地址：0x00000000219ab540356cbb839cbe05303d7705fa", "0x00000000219ab540356cbb839cbe05303d7705fa"),
            (
                "solana wallet 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV has",
                "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV"
            ),
            ("Device '0x00158d0001020304' announced itself", "0x00158d0001020304"),
            ("idevicesyslog -u 72131b1f38fcf1a83220467741e1c7ce4a03b936", "72131b1f38fcf1a83220467741e1c7ce4a03b936"),
            (
                "Livrer à : Jane Roe, 27 bis avenue Jean Jaurès, 31000 Toulouse",
                "27 bis avenue Jean Jaurès, 31000 Toulouse"
            ),
            ("pickup: \"5 Chapel Row, Bath BA1 1HN\"", "5 Chapel Row, Bath BA1 1HN"),
        ])
    func languages(_ text: String, value: String) {
        #expect(!scrubber.scrub(text).contains(value))
        #expect(scrubber.findings(in: text).count == 1)
    }

    @Test(
        "other things at such places stay",
        arguments: [
            "{\"name\":{\"string\":\"Blue Widgets\"},\"size\":{\"int\":3}}", "name \"Blue Widgets\" was taken",
            "{ Name = Blue Widgets, Count = 3 }", "PN [12]", "vin=3.300000 V", "VIN 12345678", "codecov -t unit",
            "daemon:x:1:1:daemon:/usr/sbin", "VERSION:3.0\nPRODID:x\n", "x eq 'active'", "guest Operating System",
            "status eq 'Open'", "status in ('open', 'done')",
            "the password in (brackets) is old", "{\"status\":{\"from\":\"open\",\"to\":\"closed\"}}",
            "{\"password\":{\"old\":\"x\",\"new\":true}}", "pickup: 10 Items", "dropoff: Terminal 4 Gate 12",
            "Caller: Main Thread",
            "profile = {name: \"Premium Plan\", price: 3}", "document_number: INV-2024-001",
            "email LIKE '%@example.com'", "DAC converter", "setcookie called twice",
            "Author: GitHub Actions", "PNO-12",
            "form-data; name=\"file\"\n\ndata", "nom: Service", "Author: Creative Commons", "pickup: 2 items",
            "const SIG               = 0x04034b50;", "csrf: true",
            "csrftoken=7xfpKZkABqBUvqzPiKnyIqbwnB5x5PIo", "login('jane', 'remember')",
        ])
    func innocent(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
