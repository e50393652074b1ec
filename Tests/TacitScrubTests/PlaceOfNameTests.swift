import TacitScrub
import Testing

@Suite("Names and numbers by where they stand")
struct PlaceOfNameTests {
    private let scrubber = Scrubber()

    @Test(
        "values of parameters and commands are found",
        arguments: [
            (
                "UPDATE u SET phone = ? WHERE last_name = ? (parameters: {\"1\":\"4155550132\",\"2\":\"Roe\"}, types: {\"1\":2,\"2\":2})",
                "UPDATE u SET phone = ? WHERE last_name = ? (parameters: {\"1\":\"[PHONE]\",\"2\":\"[PERSON]\"}, types: {\"1\":2,\"2\":2})"
            ),
            (
                "SELECT * FROM u WHERE last_name = ? (parameters: array{\"1\":\"Roe\"}, types: array{\"1\":2})",
                "SELECT * FROM u WHERE last_name = ? (parameters: array{\"1\":\"[PERSON]\"}, types: array{\"1\":2})"
            ),
            (
                "UPDATE u SET phone = ? {\"params\":{\"1\":\"4155550132\"}}",
                "UPDATE u SET phone = ? {\"params\":{\"1\":\"[PHONE]\"}}"
            ),
            (
                "[0 lua] \"HSET\" \"user:12\" \"last_name\" \"Roe\" \"phone\" \"4155550132\"",
                "[0 lua] \"HSET\" \"user:12\" \"last_name\" \"[PERSON]\" \"phone\" \"[PHONE]\""
            ),
            (
                "\"HMSET\" \"user:12\" \"first_name\" \"Jane\" \"password\" \"hunter2x\"",
                "\"HMSET\" \"user:12\" \"first_name\" \"[PERSON]\" \"password\" \"[SECRET]\""
            ),
            ("hset user:12 last_name \"Roe\" phone 4155550132", "hset user:12 last_name \"[PERSON]\" phone [PHONE]"),
            ("[\"HSET\",\"user:12\",\"last_name\",\"Roe\"]", "[\"HSET\",\"user:12\",\"last_name\",\"[PERSON]\"]"),
        ])
    func parameters(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "parameters and commands of other things stay",
        arguments: [
            "UPDATE job SET state = ? WHERE id = ? (parameters: {\"1\":\"4155550132\",\"2\":\"Roe\"}, types: {\"1\":2})",
            "UPDATE u SET phone = ? (parameters: {\"phone\":\"x\"})", "\"HGET\" \"user:12\" \"last_name\" \"phone\"",
            "\"HMGET\" \"user:12\" \"first_name\" \"last_name\" \"phone\"",
            "\"HDEL\" \"user:12\" \"password\" \"token\"",
            "hset key field value", "HSET cache:1 name \"Blue Widget\"", "\"HSET\" \"k\" \"status\" \"Done\"",
            "[\"first_name\",\"last_name\",\"phone\"]", "HSET", "\"HSET\" \"k\" \"phone\" \"\"",
        ])
    func otherParameters(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "a name in the section, message or object of a person is found",
        arguments: [
            ("customer:\n  name: Jane Roe\n  plan: gold", "customer:\n  name: [PERSON]\n  plan: gold"),
            ("- user:\n    id: 12\n    name: \"Jane Roe\"", "- user:\n    id: 12\n    name: \"[PERSON]\""),
            ("employee:\r\n\tname: Jane Roe\r\n", "employee:\r\n\tname: [PERSON]\r\n"),
            ("[owner]\nname = \"Jane Roe\"\n", "[owner]\nname = \"[PERSON]\"\n"),
            ("dob = 1984-03-12T07:32:00-08:00", "dob = [DATE_OF_BIRTH]T07:32:00-08:00"),
            (
                "stdClass Object ( [name] => Jane Roe [phone] => 4155550132 )",
                "stdClass Object ( [name] => [PERSON] [phone] => [PHONE] )"
            ),
            ("O:4:\"User\":1:{s:4:\"name\";s:8:\"Jane Roe\";}", "O:4:\"User\":1:{s:4:\"name\";s:8:\"[PERSON]\";}"),
            (
                "a:2:{s:4:\"name\";s:8:\"Jane Roe\";s:5:\"phone\";s:10:\"4155550132\";}",
                "a:2:{s:4:\"name\";s:8:\"[PERSON]\";s:5:\"phone\";s:10:\"[PHONE]\";}"
            ),
            ("name { given: \"Jane\" family: \"Roe\" }", "name { given: \"[PERSON]\" family: \"[PERSON]\" }"),
            (
                "phone_numbers {\n  number: \"4155550132\"\n  type: MOBILE\n}",
                "phone_numbers {\n  number: \"[PHONE]\"\n  type: MOBILE\n}"
            ),
        ])
    func sections(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "names of services, files and containers stay",
        arguments: [
            "services:\n  name: Blue Widget", "container:\n  name: Front End", "customer:\n  name: Acme Widgets",
            "user:\n  name: Build Agent", "owner:\n  name: Platform Team", "[package]\nname = \"Jane Roe\"",
            "[user]\nname = \"web\"", "user:\n\n", "customer:\n  id: 4\nservice:\n  name: Jane Roe",
            "[]\nname = Jane Roe",
            "Array ( [name] => Blue Widget [price] => 12 )", "a:1:{s:4:\"name\";s:11:\"Blue Widget\";}",
            "font { family: \"Helvetica\" }", "invoice { number: \"4155550132\" }", "born at 2026-11-23T10:01:02Z",
            "- name: Install Docker\n  user: root",
        ])
    func things(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "who did something, travels or lives somewhere is found",
        arguments: [
            ("Assigned to Jane Doe", "Assigned to [PERSON]"),
            ("Ticket opened by Jane Roe", "Ticket opened by [PERSON]"),
            ("Requested by Jane Roe on Monday", "Requested by [PERSON] on Monday"),
            ("Kunde Jane Roe (Nr. 123)", "Kunde [PERSON] (Nr. 123)"),
            ("asignado a María García", "asignado a [PERSON]"),
            ("zugewiesen an Hans Müller", "zugewiesen an [PERSON]"), ("assigné à Jean Dupont", "assigné à [PERSON]"),
            ("Patient ROE, JANE DOB 03/12/1984", "Patient [PERSON] DOB [DATE_OF_BIRTH]"),
            ("PATIENT ROE,JANE admitted", "PATIENT [PERSON] admitted"),
            ("Estimado Sr. García López:", "Estimado Sr. [PERSON]:"),
            ("Passenger: ROE/JANE MRS", "Passenger: [PERSON]"),
            ("passenger name=ROE/JANE MR", "passenger name=[PERSON]"),
            (
                "SSR DOCS YY HK1 P/USA/X12345678/USA/12MAR84/F/01JAN30/ROE/JANE",
                "SSR DOCS YY HK1 P/USA/[PASSPORT]/USA/[DATE_OF_BIRTH]/F/01JAN30/[PERSON]"
            ),
            ("SSR CTCM YY HK1/4155550132", "SSR CTCM YY HK1/[PHONE]"),
            ("sms sent to 4155550132", "sms sent to [PHONE]"),
            ("author Jane Roe\nauthor-mail <jane@example.com>", "author [PERSON]\nauthor-mail <[EMAIL]>"),
            ("MAIL FROM:<jane=example.org@bounce.example.com>", "MAIL FROM:<[EMAIL]>"),
            ("I live at 12 Long Lane, Springfield", "I live at [STREET_ADDRESS]"),
            ("ship it to 12 Long Lane, Springfield, IL 62701", "ship it to [STREET_ADDRESS]"),
            ("Shipping to: Jane Roe, 12 Long Lane, Springfield", "Shipping to: [STREET_ADDRESS]"),
            ("Deliver to Jane Roe at 12 Long Lane", "Deliver to [STREET_ADDRESS]"),
        ])
    func people(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "teams, programs and what has no house number stay",
        arguments: [
            "Assigned to Platform Team", "Assigned to Node Pool", "Assigned to Backend", "Opened by default",
            "Opened by Visual Studio Code", "Patient Zero", "PATIENT DATA, NEW", "Kunde Blue Widget",
            "requested by Mobile App", "Approved by Legal Department", "cliente Producto Azul", "name: A/B MR",
            "owner: DEV/OPS", "SSR DOCS", "CTCM 12", "SMS sent to 12 users", "author Blue",
            "4b825dc6 (Not Committed Yet 2026-11-23 10:01:02 +0000 12) int x;",
            "(started 2026-11-23 10:01:02 +0000 12) x",
            "ship it to production", "send it to 3 nodes", "live at 12:30", "Shipping to: 12 countries",
            "invoice for 3 items",
        ])
    func teams(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
