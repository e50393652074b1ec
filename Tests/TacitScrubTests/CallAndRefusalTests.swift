import TacitScrub
import Testing

@Suite("Callers, refused values and directories")
struct CallAndRefusalTests {
    private let scrubber = Scrubber()

    @Test(
        "who calls and is called is found",
        arguments: [
            (
                "Remote-Party-ID: \"Jane Roe\" <sip:4155550132@gw>;party=x",
                "Remote-Party-ID: \"[PERSON]\" <sip:[PHONE]@gw>;party=x"
            ),
            ("P-Asserted-Identity: \"Jane Roe\" <tel:+14155550132>", "P-Asserted-Identity: \"[PERSON]\" <tel:[PHONE]>"),
            ("P-Preferred-Identity: Jane Roe <sip:1001@gw>", "P-Preferred-Identity: [PERSON] <sip:1001@gw>"),
            ("Diversion: \"Roe, Jane\" <sips:1001@gw>", "Diversion: \"[PERSON]\" <sips:1001@gw>"),
            (
                "Registration from '\"Jürgen Roe\" <sip:1001@gw>' failed",
                "Registration from '\"[PERSON]\" <sip:1001@gw>' failed"
            ),
            ("New Channel sofia/internal/+14155550132@gw [x]", "New Channel sofia/internal/[PHONE]@gw [x]"),
            ("bridge sofia/gateway/carrier/14155550132", "bridge sofia/gateway/carrier/[PHONE]"),
            ("Dialing PJSIP/14155550132@trunk-out", "Dialing PJSIP/[PHONE]@trunk-out"),
            ("SIP/4155550132-00000012 is ringing", "SIP/[PHONE]-00000012 is ringing"),
            ("INVITE sip:4155550132@gw:5060;transport=udp SIP/2.0", "INVITE sip:[PHONE]@gw:5060;transport=udp SIP/2.0"),
            ("Call from '' to extension '0049301234567' rejected", "Call from '' to extension '[PHONE]' rejected"),
            ("clid=\"Jane Roe\" <4155550132>", "clid=\"[PERSON]\" <[PHONE]>"),
            ("callerid: \"JANE ROE\" <4155550132>", "callerid: \"[PERSON]\" <[PHONE]>"),
            ("effective_caller_id_name=Jane Roe", "effective_caller_id_name=[PERSON]"),
            ("getLine1Number=4155550132", "getLine1Number=[PHONE]"),
        ])
    func callers(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "extensions, rooms and channels stay",
        arguments: [
            "sip:1001@gw registered", "sip:service@gw", "<sip:proxy@gw;lr>", "SIP/2.0 200 OK", "SIP/1001-0000001f",
            "PJSIP/trunk-out-00000012", "sofia/internal/1001@gw", "to extension '1001'",
            "\"Conference Room\" <sip:2001@gw>",
            "\"Front Desk\" <sip:100@gw>", "\"Sales Queue\" <sip:800@gw>", "\"Blue Widget\" <12>", "line1number=3",
            "\"Foo Bar\" <b>", "src=1234567890 dst=9876543210 bytes=12", "sip:1001@gw expires=3600",
        ])
    func extensions(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "a value that was refused is found by its field",
        arguments: [
            ("Field error in object 'user' on field 'phone': rejected value [4155550132]; codes [x]", "4155550132"),
            ("Field error in object 'user' on field 'lastName': rejected value [Roe]", "Roe"),
            ("Field error in object 'form' on field 'password': rejected value [hunter2x]; codes [Size]", "hunter2x"),
            ("Field error in object 'form' on field 'address.street': rejected value [12 Long Lane]", "12 Long Lane"),
            ("Cast to date failed for value \"12.03.1984\" (type string) at path \"birthDate\"", "12.03.1984"),
            ("Cast to Number failed for value \"4155550132\" at path \"phone\" for model \"User\"", "4155550132"),
            ("Variable \"$input\" got invalid value \"4155550132\" at \"input.phone\"; Expected Int", "4155550132"),
            ("Variable \"$input\" got invalid value 'Roe' at 'input.lastName'; String", "Roe"),
            (
                "Violation of UNIQUE KEY constraint 'UQ_Users_SSN'. The duplicate key value is (536228712).",
                "536228712"
            ),
            ("truncated in table 'shop.Users', column 'LastName'. Truncated value: 'Roe-Smithson'.", "Roe-Smithson"),
            (
                "failed to parse field [birth_date] of type [date]. Preview of field's value: '12-MAR-1984'",
                "12-MAR-1984"
            ),
            ("Incorrect date value: '12/03/1984' for column 'dob' at row 1", "12/03/1984"),
            ("Incorrect string value: 'Roe' for column 'last_name' at row 1", "Roe"),
        ])
    func refusedValues(_ text: String, value: String) {
        #expect(scrubber.findings(in: text).count == 1)
        #expect(!scrubber.scrub(text).contains(value))
    }

    @Test(
        "the refused value of a harmless field stays",
        arguments: [
            "Field error in object 'order' on field 'quantity': rejected value [1234567890]; codes [Max]",
            "Field error in object 'order' on field 'status': rejected value [New Order]; codes [x]",
            "Field error in object 'user' on field 'lastName': rejected value [null]; codes [NotNull.user.lastName]",
            "Field error in object 'user' on field 'phone': rejected value []; codes [NotBlank]",
            "Cast to ObjectId failed for value \"1234567890\" (type string) at path \"_id\" for model \"User\"",
            "Cast to Number failed for value \"abcdef\" (type string) at path \"count\"",
            "Variable \"$first\" got invalid value \"1234567890\" at \"input.limit\"; Expected Int",
            "propertyPath=title, rootBeanClass=class User, value='Blue Widget'",
            "Violation of UNIQUE KEY constraint 'UQ_Orders_Number'. The duplicate key value is (536228712).",
            "failed to parse field [took] of type [long]. Preview of field's value: '12-MAR-1984'",
            "Incorrect date value: '2026-13-01' for column 'created_at' at row 1",
        ])
    func harmlessFields(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "names in directories and claims are found",
        arguments: [
            ("dn: CN=Roe\\, Jane,OU=Users,DC=example,DC=com", "dn: CN=[PERSON],OU=Users,DC=example,DC=com"),
            ("{\"m\":\"CN=Roe\\\\, Jane,DC=example\"}", "{\"m\":\"CN=[PERSON],DC=example\"}"),
            ("dn: CN=Roe\\2C Jane,DC=example", "dn: CN=[PERSON],DC=example"),
            ("(&(objectClass=person)(cn=Jane Roe))", "(&(objectClass=person)(cn=[PERSON]))"),
            ("(&(givenName=Jane)(sn=Roe))", "(&(givenName=[PERSON])(sn=[PERSON]))"),
            ("(|(displayName=Jane Roe)(sn=Roe))", "(|(displayName=[PERSON])(sn=[PERSON]))"),
            ("userPassword:: e1NTSEF9RGtNVHdCbCs=", "userPassword:: [SECRET]"),
            ("sn:: TcO8bGxlcg==", "sn:: [PERSON]"),
            ("telephoneNumber:: KzE0MTU1NTUwMTMy", "telephoneNumber:: [PHONE]"),
            (
                "<A Name=\"urn:oid:2.5.4.4\" FriendlyName=\"sn\"><AttributeValue>Roe</AttributeValue></A>",
                "<A Name=\"urn:oid:2.5.4.4\" FriendlyName=\"sn\"><AttributeValue>[PERSON]</AttributeValue></A>"
            ),
            (
                "<A Name=\"http://x/claims/surname\"><AttributeValue>Roe</AttributeValue></A>",
                "<A Name=\"http://x/claims/surname\"><AttributeValue>[PERSON]</AttributeValue></A>"
            ),
            (
                "{\"http://x/claims/name\":\"Jane Roe\",\"name\":\"Jane Roe\"}",
                "{\"http://x/claims/name\":\"[PERSON]\",\"name\":\"[PERSON]\"}"
            ),
        ])
    func directories(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "groups, hosts and claims of other things stay",
        arguments: [
            "(cn=*)", "(cn=web-01)", "(&(objectClass=group)(cn=Domain Admins))", "(cn=admins)", "(uid=1000)",
            "process (uid=1001) exited", "(sn=12345)", "foo (cn=Blue Widget)", "CN=Acme\\, Inc.,OU=Vendors,O=Example",
            "<A FriendlyName=\"ou\"><AttributeValue>Sales</AttributeValue></A>",
            "<A Name=\"http://x/claims/role\"><AttributeValue>Blue Widget</AttributeValue></A>",
            "{\"https://schema.org/name\":\"Blue Widget\"}", "path:: std",
        ])
    func groups(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "fields of medicine and trade are found",
        arguments: [
            (
                "{\"reference\":\"Patient/1\",\"display\":\"Jane Roe\"}",
                "{\"reference\":\"Patient/1\",\"display\":\"[PERSON]\"}"
            ),
            (
                "{\"reference\":\"Practitioner/17\",\"display\":\"ROE, JANE\"}",
                "{\"reference\":\"Practitioner/17\",\"display\":\"[PERSON]\"}"
            ),
            ("PV1|1|I|W^389^1||||0148^Roe^Jane|||SUR", "PV1|1|I|W^389^1||||0148^[PERSON]|||SUR"),
            ("PV1|1|O|||||12^Roe^Jane^A^^MD|34^Doe^Ann", "PV1|1|O|||||12^[PERSON]^^MD|34^[PERSON]"),
            ("OBR|1|||80061^LIPID||||||||||||12^Roe^Jane^^^MD", "OBR|1|||80061^LIPID||||||||||||12^[PERSON]^^^MD"),
            ("ORC|RE|1|2||CM|||||99^Doe^Jane||12^Roe^Rick", "ORC|RE|1|2||CM|||||99^[PERSON]||12^[PERSON]"),
            (
                "IN1|1|A|I1|Acme||||G1||||||||Roe^Jane|01|19840312",
                "IN1|1|A|I1|Acme||||G1||||||||[PERSON]|01|[DATE_OF_BIRTH]"
            ),
            (
                "PID|1||77^^^H||ROE^JANE||19940609|F|||1 Main St||4155550132||||||536228712",
                "PID|1||77^^^H||[PERSON]||[PHONE]||||||[US_SSN]"
            ),
            ("(0010,1040) LO [12 Long Lane]", "(0010,1040) LO [[STREET_ADDRESS]]"),
            ("(0010,2154) SH [415-555-0132]", "(0010,2154) SH [[PHONE]]"),
            ("REF*SY*536228712~", "REF*SY*[US_SSN]~"), ("PER*IC*BILLING*TE*4155550132~", "PER*IC*BILLING*TE*[PHONE]~"),
            ("NAD+BY+++JANE ROE+LONG LANE 12+SPRINGFIELD++62701+US'", "NAD+BY+++[PERSON]+62701+US'"),
            ("COM+4155550132:TE'", "COM+[PHONE]:TE'"),
        ])
    func medicine(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "fields of other things stay",
        arguments: [
            "{\"reference\":\"Organization/1\",\"display\":\"Acme Hospital\"}",
            "{\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"coding\":[{\"display\":\"Body Weight\"}]}}",
            "{\"display\":\"flex\"}", "PV1|1|E|ER^ROOM^1", "OBR|1|||80061^LIPID^LN||||||||||||",
            "OBX|1|NM|8867-4^Heart Rate^LN", "ORC|NW|1|2", "(0010,1040) LO [ANON]", "REF*1C*536228712~", "COM+1",
            "a*TE*b", "NAD+SU+++ACME GMBH+HAUPTWEG 5+BERLIN++10115+DE'",
        ])
    func otherFields(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
