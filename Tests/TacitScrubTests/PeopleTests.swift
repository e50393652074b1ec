import TacitScrub
import Testing

@Suite("People behind words for them, and what is theirs")
struct PeopleTests {
    private let scrubber = Scrubber()

    @Test(
        "Guests, employees and customers are named behind a word in their language",
        arguments: [
            ("Guest Haruka Takahashi checked into room 4", "Guest [PERSON] checked into room 4"),
            ("Employee Cosmin Dumitrescu (badge 4471)", "Employee [PERSON] (badge 4471)"),
            ("El paciente Hine Parata no acudió", "El paciente [PERSON] no acudió"),
            ("Müşteri Fiorella Mancini iade etti", "Müşteri [PERSON] iade etti"),
            ("Клиент Тимур Гареев отменил", "Клиент [PERSON] отменил"),
            ("Уважаемая Светлана Орлова, ваш заказ", "Уважаемая [PERSON], ваш заказ"),
            ("level=info user.name=\"Jane Roe\" x=1", "level=info user.name=\"[PERSON]\" x=1"),
            ("userName=Maria Garcia", "userName=[PERSON]"),
            ("佐藤健一様、ご予約", "[PERSON]様、ご予約"), ("顧客名「佐藤健一」が", "顧客名「[PERSON]」が"),
            ("환자 김민서 님 예약", "환자 [PERSON] 님 예약"), ("User Lourdes Quispe not found", "User [PERSON] not found"),
            ("granted access to Jane Roe", "granted access to [PERSON]"),
            ("signed by Jane Roe on Monday", "signed by [PERSON] on Monday"),
            ("Rezept für Jane Roe, geb. 11.05.1971", "Rezept für [PERSON], geb. [DATE_OF_BIRTH]"),
            ("record of Hine Parata (born 26 August 1971)", "record of [PERSON] (born [DATE_OF_BIRTH])"),
            ("Passagier ROE/JANE MRS no-show", "Passagier [PERSON] no-show"),
            (
                "SSR DOCS LH HK1 P-UTO-X7632562-UTO-22MAR59-F-14MAR31-ROE-JANE",
                "SSR DOCS LH HK1 P-UTO-[PASSPORT]-UTO-[DATE_OF_BIRTH]-F-14MAR31-[PERSON]"
            ),
            ("caller \"Jane Roe\" <+14155550132>", "caller \"[PERSON]\" <[PHONE]>"),
            ("CN=Jane Roe,OU=Staff,O=Example", "CN=[PERSON],OU=Staff,O=Example"),
            ("Driver { name: \"Jane Roe\" }", "Driver { name: \"[PERSON]\" }"),
        ])
    func people(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Their accounts, numbers and keys are found, too",
        arguments: [
            ("MRN 58065863: result", "MRN [NATIONAL_ID]: result"),
            ("cardholder ID W929663311, x", "cardholder ID [NATIONAL_ID], x"),
            ("паспорт серия 45 46 008952 выдан", "паспорт серия [PASSPORT] выдан"),
            (":60F:C260411EUR80602,69", ":60F:C260411EUR[MONEY_AMOUNT]"),
            ("expired for VPA jane39@okbank", "expired for VPA [BANK_ACCOUNT]"),
            ("Р/с 40817883938005537036 БИК", "Р/с [BANK_ACCOUNT] БИК"),
            ("ssn: 536 - 22 - 8712", "ssn: [US_SSN]"), ("B-number 14155550132", "B-number [PHONE]"),
            ("SUPI imsi-310260817873724 AMF", "SUPI imsi-[DEVICE_ID] AMF"),
            ("login user=jane pass=letmein from", "login user=jane pass=[SECRET] from"),
            ("AUTH hDmkjodVvxoTY9RZC9tz", "AUTH [SECRET]"),
            ("schtasks /ru svc /rp x7Kd9fPq", "schtasks /ru svc /rp [SECRET]"),
            ("oauth:65rz9rd9tqd1g68cuxs1g4v84ypd2g", "[SECRET]"),
            ("SSWS 00J7akjNcM9Kyb4KcSbJAaJlCzjR22eKaj6q3LARmH", "SSWS [SECRET]"),
            (
                "argv=gqVAUVMxedtrneThoXwSqug5fWtJv4T7T6WjcbglXZFMCF0s17MEJQQJ99C05JUUSY48AAAAAAAAAAAAAZDO283Q",
                "argv=[SECRET]"
            ),
            ("PUK: 00549942", "PUK: [SECRET]"), ("PIN 5272 rejected", "PIN [SECRET] rejected"),
            ("jane [snabel-a] example.com", "[EMAIL]"), ("residenza: Via Garibaldi 90", "residenza: [STREET_ADDRESS]"),
        ])
    func theirs(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Agents of software, words that end like names, cameras and calls stay",
        arguments: [
            "Client Hello received", "User Agent Mozilla", "клиент отменил заказ сегодня", "Guest Operating System",
            "user.name=\"Print Spooler\" username=janeroe", "お客様、動作仕様 要求仕様 外部仕様 各位様", "고객 님 안녕하세요", "pan=120 tilt=45",
            "user=jane pass=true x",
            "Call-ID: 0e6e0cd2438b71c81e346e9a0f388cb6@pbx.example", "PIN 13 high", "AUTH LOGIN",
            "CN=DigiCert Global,OU=www.digicert.com,O=DigiCert", "(born again)", "db-replica-eu-west", "fid=12",
            "Driver { name: \"Intel Graphics\" }", "x-number 14", "imsi-attach",
        ])
    func others(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
