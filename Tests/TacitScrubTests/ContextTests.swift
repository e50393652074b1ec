import TacitScrub
import Testing

@Suite("Words nearby")
struct ContextTests {
    private let scrubber = Scrubber()

    @Test(
        "say what a value is, in keys and in prose",
        arguments: [
            ("born on 09/06/1994, checked", "born on [DATE_OF_BIRTH], checked"),
            ("born in a land far away on 22/11/1972", "born in a land far away on [DATE_OF_BIRTH]"),
            ("dob=9 June 1994 verified=false", "dob=[DATE_OF_BIRTH] verified=false"),
            ("date of birth is 9th June 1994.", "date of birth is [DATE_OF_BIRTH]."),
            ("geboren am 9. Juni 1994", "geboren am [DATE_OF_BIRTH]"),
            ("patient born Jun 9, 1994", "patient born [DATE_OF_BIRTH]"),
            ("lat=48.856613 lon=-2.352222", "lat=[GEO_COORDINATE] lon=[GEO_COORDINATE]"),
            ("\"coordinates\": [48.8566, 2.3522]", "\"coordinates\": [[GEO_COORDINATE]]"),
            ("geo:48.8566,2.3522;u=35", "geo:[GEO_COORDINATE];u=35"),
            ("shipping address: 12 Maple Street, Apt 4B, Austin, TX 78701", "shipping address: [STREET_ADDRESS]"),
            ("lives at 12 Harbour St. #230, Portland, OR 97042", "lives at [STREET_ADDRESS]"),
            ("Anschrift: Hauptstraße 5, 10115 Berlin", "Anschrift: [STREET_ADDRESS]"),
            ("salary amount=$85,000.00 for employee 7", "salary amount=[MONEY_AMOUNT] for employee 7"),
            ("account balance: 12,500.00 USD", "account balance: [MONEY_AMOUNT]"),
            ("his salary is EUR 85,000.00", "his salary is [MONEY_AMOUNT]"),
            ("passport no. C01X00T47 expired", "passport no. [PASSPORT] expired"),
            ("driver license D1234567 (CA)", "driver license [DRIVER_LICENSE] (CA)"),
            ("is MORGA657054SM9IJ valid", "is [DRIVER_LICENSE] valid"),
            ("Hello Jane Doe, your order", "Hello [PERSON], your order"),
            ("User(name: \"Jane Doe\", id: 3)", "User(name: \"[PERSON]\", id: 3)"),
            ("Customer(id: 4, name: \"Jane Doe\")", "Customer(id: 4, name: \"[PERSON]\")"),
            ("customer_name=Jane Doe status=active", "customer_name=[PERSON] status=active"),
            ("displayName=\"José García\" x", "displayName=\"[PERSON]\" x"),
            ("first_name=jane x", "first_name=[PERSON] x"),
            ("<first-name>Jane</first-name>", "<first-name>[PERSON]</first-name>"),
            ("Hi Jane, welcome back", "Hi [PERSON], welcome back"), ("Dr. Jane Doe signed", "Dr. [PERSON] signed"),
            ("position 52°31'12.8\"N 13°24'17.3\"E ok", "position [GEO_COORDINATE] ok"),
            ("GPSLatitude: 52 deg 31' 12.77\" N", "GPSLatitude: [GEO_COORDINATE]"),
            ("<+48.20814410,+16.37413400> +/- 65.00m", "<[GEO_COORDINATE]> +/- 65.00m"),
            ("$GPGGA,082241.00,5231.2,N,01324.2,E,1,08", "$GPGGA,082241.00,[GEO_COORDINATE],1,08"),
            ("Breitengrad 48.2081 Längengrad 16.3741", "Breitengrad [GEO_COORDINATE] Längengrad [GEO_COORDINATE]"),
            ("udid 00008110-001A2B3C4D5E6F70", "udid [DEVICE_ID]"),
            ("{\"line1\":\"12 Maple Street\"}", "{\"line1\":\"[STREET_ADDRESS]\"}"),
            ("<Dbtr><Nm>Jane Doe</Nm></Dbtr>", "<Dbtr><Nm>[PERSON]</Nm></Dbtr>"), ("FN:Jane Doe", "FN:[PERSON]"),
            ("<AdrLine>Hauptweg 12</AdrLine>", "<AdrLine>[STREET_ADDRESS]</AdrLine>"),
            ("installation_id=123e4567-e89b-12d3-a456-426614174000", "installation_id=[DEVICE_ID]"),
            ("adres: Atatürk Cad. No: 7, Kadıköy", "adres: [STREET_ADDRESS]"),
            ("salaire brut 6 713,91 €", "salaire brut [MONEY_AMOUNT]"),
            ("дата народження 04.10.1986", "дата народження [DATE_OF_BIRTH]"),
            (
                "GPSLatitude -33.82637 GPSLongitude 44.90514",
                "GPSLatitude [GEO_COORDINATE] GPSLongitude [GEO_COORDINATE]"
            ),
            ("device_uuid fb919c94-2228-46a1-aa58-5de56a378a3b", "device_uuid [DEVICE_ID]"),
            ("woonadres Keizersgracht 169", "woonadres [STREET_ADDRESS]"),
            ("cardholder JONAS BRANDT", "cardholder [PERSON]"),
            ("delivery failed at 48 Larkspur Lane, nobody home", "delivery failed at [STREET_ADDRESS], nobody home"),
            ("PID|1||77^^^H||DOE^JANE||19940609|F", "PID|1||77^^^H||[PERSON]|F"),
            ("PID|1||77^^^H||DOE^JANE|||F", "PID|1||77^^^H||[PERSON]|||F"),
            ("P<UTODOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "[PASSPORT]"),
            (
                "P<UTODOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10 ok",
                "[PASSPORT] ok"
            ),
            ("wage of USD 56,961.69", "wage of [MONEY_AMOUNT]"),
        ])
    func speak(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "that are common in programs and logs say nothing by themselves",
        arguments: [
            "born2code started", "released 2026-11-21", "instruction address: 0x00004ed8",
            "address already in use: 0.0.0.0:80", "location: https://example.com/a", "took 1.234567 s at location x",
            "UNKNOWN_LOCATION 2005-07-01-08.25.20.466953", "price $12.50", "load balance: ok", "Apache License 2.0",
            "Hi Team, hello", "Hello Kitty, hello", "turn 45° 30' wide", "temp 21° 5 min", "3 deg 2' tolerance",
            "Dr. No", "PID|4711|running", "List<P<T>>", "P<UTO is short", "balance = $2 WHERE id = $1",
            "license expired for v1.2.3", "\"line1\": \"\"", "<Nm>Acme Widgets GmbH</Nm>", "\"line1\": 12,",
            "{\"line1\": \"Error 404 in module\"}", "DriverLogs//[2017-07-03_15,47,15.246620]", "Hello World",
            "name: \"orders\"", "name=checkout-service", "displayName: Orders", "Upstream-Name: Maven Wagon",
            "shell_folder_name is None", "fname = os.path.join(directory, name)", "passport photo uploaded",
            "moved to Apache 2", "\"AWS::KMS::Key\": \"2b447c471bc70388\"", "phone number field is empty",
            "social login enabled",
        ])
    func silent(_ text: String) {
        #expect(scrubber.findings(in: text) == [])
    }
}
