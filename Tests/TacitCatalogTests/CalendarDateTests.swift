import TacitCatalog
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
    @Test("is read from and written as ISO 8601", arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "9999-12-31"])
    func roundTrip(_ text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(
        "is not made from what no calendar has",
        arguments: [
            "", "2026-11-1", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-11-31", "2026/11/21",
            "0000-01-01", "+026-11-21", "２０２６-11-21", "2026-11-21 ",
        ])
    func refused(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("counts every day of four centuries once")
    func days() {
        var date = CalendarDate("1800-01-01")!
        var number = date.daysSinceEpoch
        while date < CalendarDate("2201-01-01")! {
            let next = date.adding(days: 1)
            #expect(next > date && next.daysSinceEpoch == number + 1)
            #expect(CalendarDate(daysSinceEpoch: number) == date)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            (date, number) = (next, number + 1)
        }
    }

    @Test("contains the seconds of its day, before 1970 too")
    func seconds() {
        #expect(CalendarDate(unixSeconds: 0).description == "1970-01-01")
        #expect(CalendarDate(unixSeconds: -1).description == "1969-12-31")
        #expect(CalendarDate(unixSeconds: 86_399).description == "1970-01-01")
        #expect(CalendarDate(unixSeconds: 1_795_219_200).description == "2026-11-21")
        #expect(CalendarDate("2026-11-21")!.unixSeconds == 1_795_219_200)
        #expect(CalendarDate(unixSeconds: .min).description == "0001-01-01")
        #expect(CalendarDate(unixSeconds: .max).description == "9999-12-31")
        #expect(CalendarDate("2026-11-21")!.adding(days: .max).description == "9999-12-31")
        #expect(CalendarDate("2026-11-21")!.days(until: CalendarDate("2027-11-21")!) == 365)
    }
}
