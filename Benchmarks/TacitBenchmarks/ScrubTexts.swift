import TacitPrivacy

/// What the scrubber is measured on.
enum ScrubTexts {
    /// Log lines of several programs; one in a hundred holds something personal or secret.
    static func log(bytes: Int) -> [UInt8] {
        var random = SyntheticRandom(seed: 7)
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 256)
        while text.count < bytes {
            let number = Int.random(in: 0..<1_000_000, using: &random)
            let line = Int.random(in: 0..<100, using: &random) == 0 ? sensitive(number) : plain(number)
            text.append(contentsOf: line.utf8)
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    private static func plain(_ n: Int) -> String {
        let time = "\(10 + n % 13):\(10 + n % 49):\(10 + n % 47)"
        return switch n % 8 {
        case 0:
            "2026-11-21T\(time).\(100 + n % 900)Z INFO checkout.OrderService order \(n) placed, 3 items, took \(n % 997) ms"
        case 1:
            "Nov 21 \(time) host sshd[\(n % 32768)]: pam_unix(sshd:session): session opened for user deploy by (uid=0)"
        case 2: "GET /v1/orders/\(n)/items?page=2&sort=price HTTP/1.1 200 \(n % 9000) \"-\" \"curl/8.5.0\""
        case 3:
            "kernel: [\(n).\(100_000 + n % 900_000)] usb 1-1.2: new high-speed USB device number \(n % 90) using xhci_hcd"
        case 4:
            "081109 \(203_500 + n % 99) \(n % 999) INFO dfs.DataNode$PacketResponder: PacketResponder \(n % 3) for block blk_\(n)\(n) terminating"
        case 5:
            "{\"level\":\"debug\",\"ts\":\(1_763_719_872 + n),\"msg\":\"cache miss\",\"key\":\"user:profile:v2\",\"ratio\":0.9312}"
        case 6:
            "- \(1_117_838_570 + n) 2026.11.21 R02-M1-N0-C:J12-U11 RAS KERNEL INFO instruction cache parity error corrected"
        default:
            "WARN com.example.pool.ConnectionPool - connection \(n % 64) idle for \(n % 100_000) ms, closing (active=\(n % 12))"
        }
    }

    private static func sensitive(_ n: Int) -> String {
        switch n % 6 {
        case 0: "login of jane.roe\(n)@example.com from 198.51.100.\(n % 255) failed"
        case 1: "charge 4111 1111 1111 1111 declined for customer \(n)"
        case 2: "Authorization: Bearer x7Kd92LmQpZr4TvWb8NsYc1HfJg5Ae\(n)"
        case 3: "connect postgres://app:S3cr3t\(n)!@db.example.com:5432/shop"
        case 4: "open /home/marie/project\(n)/file: permission denied"
        default: "sms to +1 415 555 0\(100 + n % 99) queued"
        }
    }

    static var others: [(String, [UInt8])] {
        let clean = Array(
            String(
                repeating: "The quick brown fox jumps over the lazy dog and runs on through the quiet wood\n",
                count: 200_000
            )
            .utf8)
        let dense = (0..<200_000).map { sensitive($0 &* 7919) + "\n" }.joined()
        let frame = "\tat com.example.checkout.internal.OrderPipeline$Stage.process(OrderPipeline.java:"
        let trace =
            "java.lang.IllegalStateException: stage is closed\n"
            + (0..<118).map { "\(frame)\($0 * 7 + 12))\n" }.joined()
        return [
            ("clean prose, 16 MB", clean),
            ("dense: every line sensitive, \(dense.utf8.count / 1_000_000) MB", Array(dense.utf8)),
            (
                "stack traces of 10 KB, 16 MB",
                Array(String(repeating: trace, count: 16_000_000 / trace.utf8.count).utf8)
            ),
        ]
    }

    static let attributes = [
        ("clean", "http.route", "/v1/orders/{id}/items of shop A"),
        ("clean, with numbers", "message", "order 4711 took 12.5 ms, ok=true"),
        ("an address in it", "message", "mail to jane@example.com is sent"),
        ("secret by its key", "db.password", "correct-horse-battery-staple-07"),
    ]

    /// What people write into a redaction processor.
    static let patterns = [
        #"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"#, #"\b(?:\d[ -]?){13,19}\b"#,
        #"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b"#, #"\b\d{3}-\d{2}-\d{4}\b"#, #"\b(?:\d{1,3}\.){3}\d{1,3}\b"#,
        #"\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}\b"#, #"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b"#,
        #"\+\d{1,3}[ -]?\(?\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}"#,
        #"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+"#,
        #"-----BEGIN [A-Z ]*PRIVATE KEY-----"#, #"AKIA[0-9A-Z]{16}"#, #"gh[pousr]_[A-Za-z0-9]{36}"#,
        #"xox[baprs]-[A-Za-z0-9-]{10,}"#,
        #"AIza[0-9A-Za-z_-]{35}"#, #"sk_live_[0-9a-zA-Z]{24}"#, #"npm_[A-Za-z0-9]{36}"#, #"glpat-[A-Za-z0-9_-]{20}"#,
        #"[a-z]+://[^:/\s]+:[^@/\s]+@"#, #"(?i)bearer [A-Za-z0-9._~+/-]{12,}"#, #"(?i)basic [A-Za-z0-9+/=]{8,}"#,
        #"(?i)(?:password|passwd|secret|token|api_key)["']?\s*[:=]\s*["']?[^\s"',;]{4,}"#,
        #"/(?:home|Users)/[A-Za-z0-9._-]+"#,
        #"\bbc1[a-z0-9]{25,62}\b"#, #"\b0x[a-fA-F0-9]{40}\b"#, #"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"#,
    ]

    /// The same for grep, which knows neither `\d` nor flags within a pattern.
    static let grepPatterns = patterns.map {
        $0.replacing(#"\d"#, with: "[0-9]").replacing("(?:", with: "(").replacing("(?i)", with: "")
            .replacing(#"[^\s"#, with: "[^[:space:]").replacing(#"\s]"#, with: "[:space:]]")
    }
}
