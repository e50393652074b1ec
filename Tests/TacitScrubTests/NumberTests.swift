import TacitScrub
import Testing

@Suite("Numbers")
struct NumberTests {
    private let scrubber = Scrubber()

    @Test(
        "of accounts, phones, cards and wallets are found by format and check sum",
        arguments: [
            ("payout to DE89 3704 0044 0532 0130 00 ok", "payout to [IBAN] ok"),
            ("iban=gb29nwbk60161331926819", "iban=[IBAN]"),
            ("MT84MALT011000012345MTLCAST001S", "[IBAN]"),
            ("to +49 151 5550 0123, ttl", "to [PHONE], ttl"),
            ("to +12125550123 queued", "to [PHONE] queued"),
            ("to +55 (11) 95550-0123 queued", "to [PHONE] queued"),
            ("call (212) 555-0123 now", "call [PHONE] now"),
            ("call 212-555-0123 now", "call [PHONE] now"),
            ("sms 0044 20 7946 0123 sent", "sms [PHONE] sent"),
            ("dial 0532 123 45 67", "dial [PHONE]"),
            ("my phone number is 555 0123", "my phone number is [PHONE]"),
            ("number 078-05-1120 on file", "number [US_SSN] on file"),
            ("ssn 078 05 1120", "ssn [US_SSN]"),
            ("ssn: 078051120", "ssn: [US_SSN]"),
            ("card 4111.1111.1111.1111", "card [CREDIT_CARD]"),
            ("card=4111+1111+1111+1111&x", "card=[CREDIT_CARD]&x"),
            ("pan: 4111 - 1111 - 1111 - 1111, ok", "pan: [CREDIT_CARD], ok"),
            ("cc=4111_1111_1111_1111", "cc=[CREDIT_CARD]"), ("card: 4111  1111  1111  1111", "card: [CREDIT_CARD]"),
            ("phone: (99) 645-791", "phone: [PHONE]"), ("Tel.: 030 / 901820-14", "Tel.: [PHONE]"),
            ("call +1-903-140-4508x769 now", "call [PHONE] now"), ("тел: 8 (495) 123-45-67", "тел: [PHONE]"),
            ("手机号：13812345678", "手机号：[PHONE]"), ("mobil 0176/12345678", "mobil [PHONE]"),
            ("ssn: 65 170839 J 008 x", "ssn: [US_SSN] x"),
            ("card 41111111 11111111 ok", "card [CREDIT_CARD] ok"),
            ("card 4111-1111 1111-1111 ok", "card [CREDIT_CARD] ok"),
            ("to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa broadcast", "to [CRYPTO_WALLET] broadcast"),
            ("to 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "to [CRYPTO_WALLET]"),
            ("to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "to [CRYPTO_WALLET]"),
            ("wallet=0x52908400098527886e0f7030069857d2e4169ee7", "wallet=[CRYPTO_WALLET]"),
            ("routing 021000021", "routing [BANK_ACCOUNT]"),
            ("account number 12345678", "account number [BANK_ACCOUNT]"),
            ("sort code 20-00-00 account 55779911", "sort code [BANK_ACCOUNT] account [BANK_ACCOUNT]"),
            ("imei 490154203237518 blocked", "imei [DEVICE_ID] blocked"),
            ("BSB 062-926 acc no 49032314", "BSB [BANK_ACCOUNT] acc no [BANK_ACCOUNT]"),
            ("паспорт серия 4576 336891", "паспорт серия [PASSPORT]"), ("telemóvel 915235994", "telemóvel [PHONE]"),
            ("card digits: 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "card digits: [CREDIT_CARD]"),
            ("c2 203(.)0(.)113(.)32 blocked", "c2 [IP_ADDRESS] blocked"),
            (
                "addr1dn5s2su3yjvtjfnyu6t9kv0vakw7mwej7hzqa62n4flts22eycwqpmh6czuqx74gw62q9yncgst7"
                    + "m89t8tm8s5f2z4ws2laccx",
                "[CRYPTO_WALLET]"
            ),
            ("client 238.225.78.3 left", "client [IP_ADDRESS] left"),
            ("192.0.2.7:42200 -> 192.168.34.242:5672", "[IP_ADDRESS]:42200 -> [IP_ADDRESS]:5672"),
            ("to host7a -> 203.0.113.9", "to host7a -> [IP_ADDRESS]"),
            ("node 203.0.113.9 is down", "node [IP_ADDRESS] is down"),
            ("card 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ok", "card [CREDIT_CARD] ok"),
            ("%B4111111111111111^DOE/JANE^2812101?", "%B[CREDIT_CARD]^2812101?"),
            ("CLABE 032180000118359719", "CLABE [BANK_ACCOUNT]"),
            ("numer konta: 61109010140000071219812874", "numer konta: [BANK_ACCOUNT]"),
        ])
    func found(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "that only look alike stay",
        arguments: [
            "span_id=4111111111111111", "\"parentSpanId\": \"5500005555555559\"", "call id 2025550165 ended",
            "EAN 4006381333931", "GTIN 4012345678901", "%B4 of 7", "DL 92 690.6", "card=3 of 5",
            "card: 4111 1111 1111 1112", "SKU 012-345-6789", "part no. 012-345-6789", "oid 2.5.29.15",
            "08 01 12 23 34 45 56 67", "2000 01 01 00 00 00 1 001", "Python 3.12.1.4", "openssl 3.0.15.1 released",
            "2.5.4.3 is the name", "see section 4.2.1.3", "upgrade 10.4.21.3 -> 10.4.22.0", "protocol 3.0.0.1",
            "+4611686018427387904", "path d=\"M12.3456 45.6789 L 13.3456 46.6789\"",
            "iban checksum invalid: DE88370400440532013000", "AL47/2121/1009/0000/0002/3569/8741",
            "snapshot (1:14~++20210831081106+387a8dea7234)", "1.6349839002", "+6073641856.9", "UTC+0100 +0x1d",
            "mask 255.255.255.0", "lines 1234-5678-9012 skipped", "heap 123456789 bytes", "job 4111-22 finished 3/10",
            "nonce 3843061514398340071", "to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "tx 0x1234abcd", "000-12-3456",
            "666-12-3456", "hash bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdr", "alsa 1.2.5.1-2 amd64", "x[::2]",
            "routing table updated: 1234567 routes", "pages 1471315, wire 491253, act 449877",
            "0x0000000000000000000000000000000000000000", "2005-07-01-08.25.20.466953",
        ])
    func stay(_ text: String) {
        #expect(scrubber.findings(in: text) == [])
    }
}
