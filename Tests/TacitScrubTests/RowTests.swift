import TacitScrub
import Testing

@Suite("Rows whose columns are named before them")
struct RowTests {
    private let scrubber = Scrubber()

    @Test(
        "are judged cell by cell in SQL",
        arguments: [
            (
                "INSERT INTO users (id, full_name, dob) VALUES (7, 'Jane Roe', '1994-06-09'), (8, 'Joe O''Neil', NULL);",
                "INSERT INTO users (id, full_name, dob) VALUES (7, '[PERSON]', '[DATE_OF_BIRTH]'), (8, '[PERSON]', NULL);"
            ),
            (
                "insert into `logins` (`login`, `password`)\nvalues\n  ('svc', crypt('hunter2x', gen_salt('bf')));\n",
                "insert into `logins` (`login`, `password`)\nvalues\n  ('svc', crypt('[SECRET]', gen_salt('bf')));\n"
            ),
            (
                "INSERT INTO t ([name], [ssn]) VALUES (N'Jane', 123456789)",
                "INSERT INTO t ([name], [ssn]) VALUES (N'[PERSON]', [US_SSN])"
            ),
            (
                #"{"sql":"INSERT INTO \"u\" (\"full_name\") VALUES ('Jane Roe')","host":"Jane Roe"}"#,
                #"{"sql":"INSERT INTO \"u\" (\"full_name\") VALUES ('[PERSON]')","host":"Jane Roe"}"#
            ),
            (
                "COPY people (id, email, full_name) FROM stdin;\n1\tjane\tJane Roe\n2\t\\N\tJoe Doe\n\\.\nJane Roe\n",
                "COPY people (id, email, full_name) FROM stdin;\n1\tjane\t[PERSON]\n2\t\\N\t[PERSON]\n\\.\nJane Roe\n"
            ),
        ])
    func sql(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "are judged cell by cell in CSV",
        arguments: [
            (
                "full_name,dob,passport_number\nTerry Oak,1985-03-25,330251647\n\"Doe, Jane\",1985-03-26,330251648\n",
                "full_name,dob,passport_number\n[PERSON],[DATE_OF_BIRTH],[PASSPORT]\n\"[PERSON]\",[DATE_OF_BIRTH],[PASSPORT]\n"
            ),
            ("name;email\r\nRoe;x@example.com\r\n", "name;email\r\n[PERSON];[EMAIL]\r\n"),
            (
                "\u{FEFF}\"User Name\",\"Password\"\njane,hunter2x\n",
                "\u{FEFF}\"User Name\",\"Password\"\njane,[SECRET]\n"
            ),
            ("id\tpassword\n1\thunter2x", "id\tpassword\n1\t[SECRET]"),
            (
                "name,note,password\nRoe,\"two\nlines of Roe\",hunter2x\nDoe,,hunter3x\n",
                "name,note,password\n[PERSON],\"two\nlines of Roe\",[SECRET]\n[PERSON],,[SECRET]\n"
            ),
        ])
    func csv(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "are judged cell by cell in tables",
        arguments: [
            (
                "x\n| name | dob |\n|---|:---:|\n| Jane Roe | 1994-06-09 |\n\nJane Roe",
                "x\n| name | dob |\n|---|:---:|\n| [PERSON] | [DATE_OF_BIRTH] |\n\nJane Roe"
            ),
            (
                " name | phone\n------+------------\n Jane | 2125550100\n(1 row)\n",
                " name | phone\n------+------------\n [PERSON] | [PHONE]\n(1 row)\n"
            ),
            (
                "+----+----------+\n| id | password |\n+----+----------+\n|  1 | hunter2x |\n+----+----------+\n",
                "+----+----------+\n| id | password |\n+----+----------+\n|  1 | [SECRET] |\n+----+----------+\n"
            ),
            ("| name | email |\n| Roe | x |\n", "| name | email |\n| [PERSON] | x |\n"),
        ])
    func tables(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "end where something else begins, and are none where no column says anything",
        arguments: [
            "name,price,password\nchair,12,\n", "token,count\nthe,512\nof,300\n", "name,price\nBlue Chair,12\n",
            "a,b\nJane Roe,1994-06-09\n", "name,email\n2026-11-23 INFO Roe\nRoe,Doe\n",
            "Name, email and phone are asked for.\nJane, Doe, Roe\n",
            "the fields (name, email) values (see below\nJane, 'Roe', \"Doe\"\n",
            "INSERT INTO t (name, email) VALUES ($1, $2)",
            "INSERT INTO t (name, password) VALUES (?, ?), (:name, :password)",
            "INSERT INTO t (a, b) VALUES ('Jane Roe', 5)", "| key | value |\n|---|---|\n| email | yes |\n",
        ])
    func innocent(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "may be the values of a statement's parameters, which are written down apart from it",
        arguments: [
            (
                "UPDATE users SET dob = $1 WHERE ssn = $2\nDETAIL:  parameters: $1 = '1994-06-09', $2 = '123456789'",
                "UPDATE users SET dob = $1 WHERE ssn = $2\nDETAIL:  parameters: $1 = '[DATE_OF_BIRTH]', $2 = '[US_SSN]'"
            ),
            (
                "INSERT INTO t (id, full_name) VALUES ($1, $2)\nDETAIL:  parameters: $1 = '5', $2 = 'Jane O''Roe'\nJane Roe",
                "INSERT INTO t (id, full_name) VALUES ($1, $2)\nDETAIL:  parameters: $1 = '5', $2 = '[PERSON]'\nJane Roe"
            ),
            (
                #"SELECT * FROM "users" WHERE "users"."last_name" = $1 LIMIT $2  [["last_name", "Roe"], ["LIMIT", 1]]"#,
                #"SELECT * FROM "users" WHERE "users"."last_name" = $1 LIMIT $2  [["last_name", "[PERSON]"], ["LIMIT", 1]]"#
            ),
            (
                "[SQL: INSERT INTO u (id, password) VALUES (?, ?)]\n[parameters: [(1, 'hunter2x'), (2, 'hunter3x')]]",
                "[SQL: INSERT INTO u (id, password) VALUES (?, ?)]\n[parameters: [(1, '[SECRET]'), (2, '[SECRET]')]]"
            ),
            (
                #"{"sql":"INSERT INTO u (\"id\",\"last_name\") VALUES ($1,$2)","params":[4,"Roe"],"host":"Roe"}"#,
                #"{"sql":"INSERT INTO u (\"id\",\"last_name\") VALUES ($1,$2)","params":[4,"[PERSON]"],"host":"Roe"}"#
            ),
            (
                "INSERT INTO u (name,phone) VALUES ($1,$2); \"Jane Roe\", \"2125550100\"",
                "INSERT INTO u (name,phone) VALUES ($1,$2); \"[PERSON]\", \"[PHONE]\""
            ),
            (
                "select * from t where last_name = ? and id = ? \n==> Parameters: Roe(String), 4(Integer)",
                "select * from t where last_name = ? and id = ? \n==> Parameters: [PERSON](String), 4(Integer)"
            ),
            (
                "insert into t (id, last_name) values (?, ?)\nparameter [1] as [BIGINT] - [4]\nparameter [2] as [VARCHAR] - [Roe]",
                "insert into t (id, last_name) values (?, ?)\nparameter [1] as [BIGINT] - [4]\nparameter [2] as [VARCHAR] - [[PERSON]]"
            ),
            (
                "insert into t (last_name, id) values (?, ?)\nparameter (1:VARCHAR) <- [Roe]",
                "insert into t (last_name, id) values (?, ?)\nparameter (1:VARCHAR) <- [[PERSON]]"
            ),
            (
                "SQL: insert into `leads` (`name`, `phone`) values (Jane Roe, 212 555 0100))",
                "SQL: insert into `leads` (`name`, `phone`) values ([PERSON], [PHONE]))"
            ),
            (
                "Key (last_name, dob)=(Roe, 1994-06-09) already exists.",
                "Key (last_name, dob)=([PERSON], [DATE_OF_BIRTH]) already exists."
            ),
            (
                "-[ RECORD 1 ]-+---\nid       | 4\npassword | hunter2x\n-[ RECORD 2 ]-+---\npassword | hunter3x\n(2 rows)\npassword | hunter4x",
                "-[ RECORD 1 ]-+---\nid       | 4\npassword | [SECRET]\n-[ RECORD 2 ]-+---\npassword | [SECRET]\n(2 rows)\npassword | hunter4x"
            ),
        ])
    func parameters(_ text: String, expected: String) {
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
        let bytes = Array(text.utf8)
        for cut in bytes.indices {
            var stream = StreamScrubber(scrubber)
            var output: [UInt8] = []
            stream.scrub(Array(bytes[..<cut]), into: &output)
            stream.scrub(Array(bytes[cut...]), into: &output)
            stream.finish(into: &output)
            #expect(String(decoding: output, as: UTF8.self) == expected, "cut at \(cut)")
        }
    }

    @Test(
        "and other lists and brackets are not",
        arguments: [
            "SELECT * FROM users WHERE password = ? AND id = ?\nrender('login', 'page')",
            "SELECT * FROM users WHERE last_name = ?\nLoaded (3 rows) in 4 ms from [primary]",
            "INSERT INTO u (password) VALUES ($1) ON CONFLICT (password) DO NOTHING RETURNING (id)",
            "url=/x?password=?&last_name=$1 [\"Roe\"]", "(\"full_name\", \"ssn\")", "f(last_name)=(Roe) and (x) = (4)",
        ])
    func otherLists(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test("may hold JSON, whose quotes CSV writes twice")
    func doubledQuotes() {
        let text = "id,note\n1,\"{\"\"password\"\":\"\"hunter2x\"\",\"\"n\"\":\"\"\"\"}\"\n"
        #expect(scrubber.scrub(text) == text.replacing("hunter2x", with: "[SECRET]"))
    }

    @Test("hide no private key, in quotes or without")
    func privateKeys() {
        let key = Samples.privateKey
        #expect(scrubber.scrub("name,phone\nRoe,\"\(key)\"\n") == "name,phone\n[PERSON],\"[PRIVATE_KEY]\"\n")
        #expect(scrubber.scrub("name,phone\nRoe,\(key)\n") == "name,phone\nRoe,[PRIVATE_KEY]\n")
        #expect(
            scrubber.scrub("INSERT INTO t (a, ssn) VALUES ('\(key)', '1')")
                == "INSERT INTO t (a, ssn) VALUES ('[PRIVATE_KEY]', '1')")
    }

    @Test(
        "are known whatever a word before them has found in them",
        arguments: [
            (
                "born (last_name, dob)=(Roe, 1994-06-09)",
                "born (last_name, dob)=([PERSON], [DATE_OF_BIRTH])"
            ),
            (
                "dob (dob, password, last_name)=(1994-06-09, hunter2x, Roe)",
                "dob (dob, password, last_name)=([DATE_OF_BIRTH], [SECRET], [PERSON])"
            ),
            (
                "born INSERT INTO t (name, dob, last_name) VALUES ('Jane', '1994-06-09', 'Roe')",
                "born INSERT INTO t (name, dob, last_name) VALUES ('[PERSON]', '[DATE_OF_BIRTH]', '[PERSON]')"
            ),
            (
                "born UPDATE t SET x = $1, b = '1994-06-09' WHERE ssn = $2\nparameters: $1 = 'Z', $2 = '123456789'",
                "born UPDATE t SET x = $1, b = '[DATE_OF_BIRTH]' WHERE ssn = $2\nparameters: $1 = 'Z', $2 = '[US_SSN]'"
            ),
        ])
    func waiting(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test("are told apart from private keys by their own line")
    func keyOfNextLine() {
        let text = "name | password\n------+-----BEGIN P|x\ngjw PRIVATE KEY----- | hunter2x\n"
        var stream = StreamScrubber(scrubber)
        var output: [UInt8] = []
        for line in text.split(separator: "\n") { stream.scrub(Array((line + "\n").utf8), into: &output) }
        stream.finish(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == scrubber.scrub(text))
    }

    @Test("may hold statements that values of others follow, however they are cut", .timeLimit(.minutes(1)))
    func statementsInValues() {
        let statement = "UPDATE t SET dob = $1 WHERE ssn = $2\nparameters: $1 = '1t SET dob = $1 WHERE ssn $1 = '"
        let text = Array((statement + "1t SET dob = $1 WHERE9'\n").utf8)
        for size in 1...text.count {
            var stream = StreamScrubber(scrubber)
            var output: [UInt8] = []
            for start in stride(from: 0, to: text.count, by: size) {
                stream.scrub(Array(text[start..<min(start + size, text.count)]), into: &output)
            }
            stream.finish(into: &output)
            #expect(output == text)
        }
    }

    @Test("may be long, many and cut anywhere", arguments: [1, 7, 4096])
    func streams(_ size: Int) {
        let rows = (0..<2000).map { "(\($0), 'Jane Roe', 'x'), " }.joined()
        let text = "INSERT INTO t (id, full_name, note) VALUES \(rows)(0, 'Jane', 'x')\nJane Roe\n"
        let bytes = Array(text.utf8)
        var stream = StreamScrubber(scrubber)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            stream.scrub(Array(bytes[start..<min(bytes.count, start + size)]), into: &output)
        }
        stream.finish(into: &output)
        #expect(stream.report[.person] == 2001)
        #expect(String(decoding: output, as: UTF8.self) == scrubber.scrub(text))
    }

    @Test(
        "any number of rows and values behind a statement takes linear time, and no stack",
        arguments: [
            "[\"1\"], ", "$1 = 1, ", "1,;", ";", "[\"1994-06-09\"], ",
        ])
    func linear(_ piece: String) {
        let statement = "select * from t where a = $1 and dob = $9 and tel = ? "
        LinearCost.check {
            Array(statement.utf8) + Array(String(repeating: piece, count: $0 / piece.utf8.count).utf8)
        } _: { text in
            #expect(!scrubber.scrub(String(decoding: text, as: UTF8.self)).isEmpty)
        }
    }

    @Test("every row of a long list is found, and no record of the log below")
    func manyRows() {
        let row = "[\"1994-06-09\"]"
        let rows = Array(repeating: row, count: 3000).joined(separator: ", ")
        let scrubbed = scrubber.scrub("select * from t where dob = ? \(rows)\n")
        #expect(!scrubbed.contains("1994"))
        let log =
            "SELECT * FROM u WHERE password = ?\n2026-01-01 [ERROR] (\"some text here\")\nINFO args = [\"--verbose\"]\n"
        #expect(scrubber.scrub(log) == log)
    }

    @Test("of a long statement, no value is taken by its place")
    func longStatement() {
        let columns = (0..<60).map { "column_number_\($0)=?, " }.joined()
        let value = "binding parameter [1] as [VARCHAR] - [987654321]"
        #expect(scrubber.scrub("update p set \(columns)c=1 where ssn=?\n\(value)\n").hasSuffix("\(value)\n"))
    }

    @Test(
        "a value that is found by itself keeps no other from its parameter",
        arguments: [
            "UPDATE t SET dob = $2 $1 = '1994-06-09', $2 = '12345678S: $1 = '1q",
            "select * from t where dob = $1 and ssn = $2 $1 = '1994-06-09', $2 = '123456789'",
            "where dob =?'4-6-09';12",
        ])
    func foundByItself(_ text: String) {
        let once = scrubber.scrub(text)
        #expect(scrubber.scrub(once) == once)
        #expect(!once.contains("12345678") && !once.contains("1994"))
    }
}
