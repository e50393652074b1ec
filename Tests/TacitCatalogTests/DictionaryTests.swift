import Foundation
import TacitCatalog
import TacitPrivacy
import Testing

@Suite("The data dictionary")
struct DictionaryTests {
    static func sample() throws -> DataDictionary {
        try Catalog.load(yaml: Samples.valid, file: "catalog.yaml", today: Samples.today).dictionary()
    }

    @Test("says in words what is collected, why, and at what price")
    func text() throws {
        #expect(try Self.sample().text == Self.expected)
    }

    @Test("fits a terminal of 100 columns, and has no trailing space")
    func width() throws {
        for dictionary in [try Self.sample(), try Files.shippedCatalog().dictionary()] {
            for line in dictionary.text.split(separator: "\n", omittingEmptySubsequences: false) {
                #expect(line.count <= 100 && line.last != " ")
            }
        }
    }

    @Test("survives JSON")
    func json() throws {
        let dictionary = try Files.shippedCatalog().dictionary()
        let data = try JSONEncoder().encode(dictionary)
        #expect(try JSONDecoder().decode(DataDictionary.self, from: data) == dictionary)
    }

    @Test("names every event, field and metric of the catalog")
    func complete() throws {
        let catalog = try Files.shippedCatalog()
        let dictionary = catalog.dictionary()
        #expect(dictionary.events.map(\.name) == catalog.events.map(\.name))
        #expect(dictionary.events.map { $0.fields.map(\.name) } == catalog.events.map { $0.fields.map(\.name) })
        #expect(dictionary.metrics.map(\.name) == catalog.metrics.map(\.name))
        let day = try #require(dictionary.spending.first)
        let sum = try catalog.spending(in: .day)
        #expect(dictionary.spending.count == 1 && day.amount.epsilon == Double(sum.epsilonMillionths) / 1_000_000)
    }

    @Test("states no epsilon without its unit, window and delta")
    func guarantees() throws {
        for metric in try Files.shippedCatalog().dictionary().metrics {
            let unit = metric.event == "installation.active" ? "contributor" : "contributor (or record that names none)"
            #expect(metric.guarantee.contains("for one \(unit) and day"))
            #expect(metric.guarantee.contains("delta"))
        }
    }

    static let expected = """
        sample
          Contributor  enduser.id
          Budget       epsilon 4, delta 1e-7, for one contributor and window
          Spent        epsilon 2, delta 1e-8, for one contributor and day

        EVENTS

        page.view
          A page was shown.
          Purpose      Know which pages matter.
          Ground       essential, from level basic
          Class        2, anonymized aggregates
          Owner        web team
          Expires      2028-12-31
          Unit         one contributor, named as above; else the single record
          Fields       kind      one of article, index; anything else is other. Absent: counts as other.
                       language  code of at most 20 characters. Absent: counts as (none).
                       time      duration from 0 to 1000 in steps of 1 ms. Absent: the record makes no
                                 event.
                       size      number from 0 to 100 in steps of 1 KiBy; as a dimension small below 10,
                                 large from there on. Absent: the record makes no event.
          Sources      spans of kind server named GET * that have page.kind
                         kind      from page.kind
                         language  from page.language
                         time      from $duration
                         size      from page.size

        METRICS

        views
          Pages shown
          Figure       count of page.view by kind and language
          Cells        open, as the data has them; each is shown from a noisy 113 contributors on
          Privacy      balanced
          Guarantee    epsilon 1 and delta 1e-8, for one contributor (or record that names none) and day
                       (UTC), counting at most 2 cells with 10 records each
          Price        1 = 0.333333 for the contributors + 0.666667 for the value

        time
          Time to show a page
          Figure       mean of time (ms) by size
          Cells        2 declared; each is shown from a noisy 19 contributors on
          Privacy      balanced
          Guarantee    epsilon 1 and no delta, for one contributor (or record that names none) and day
                       (UTC), counting at most 2 cells with 10 records each
          Price        1 = 0.333333 for the contributors + 0.333334 + 0.333333 for the value

        """
}
