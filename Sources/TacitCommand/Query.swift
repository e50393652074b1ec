import ArgumentParser
import Foundation
import TacitCollector
import TacitPrivacy
import TacitStores

struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask about a metric whose exact figures are kept, and pay for the answer out of the budget.",
        discussion: """
            tacit query "count of feature.used by feature last 30 days" --epsilon 0.2 --price
            tacit query "mean of duration in http.request on 2026-11-20" --epsilon 0.5

            A question is KIND of EVENT, or KIND of FIELD in EVENT, then `by DIMENSION, …`, `where DIMENSION = LABEL or …`, and
            the time: `last 30 days`, `on DATE` or `from DATE to DATE`. Kinds: count, sum, mean, histogram, contributors.
            What was answered once is answered again for nothing. Exits 1 where the budget does not cover the price, and 3
            where --price says so.
            """)

    @Argument(help: ArgumentHelp("What to ask.", valueName: "question"))
    var question: String

    @Option(
        help: ArgumentHelp(
            "What the answer may tell about one contributor in one window; smaller is more private and noisier.",
            valueName: "number"))
    var epsilon: String

    @Flag(help: "Show the price, what it would leave and how wide the intervals will be. Nothing is spent.")
    var price = false

    @Option(
        help: ArgumentHelp(
            "The partner whom the answer is for; it is charged to that one's part too.", valueName: "name"))
    var partner: String?

    @OptionGroup var options: FolderOptions

    func validate() throws {
        do { _ = try Epsilon(epsilon) } catch { throw ValidationError("--epsilon: \(error.what) \(error.remedy)") }
    }

    func run() async throws {
        let report: QueryReport
        do {
            report = try await patiently { try await ask() }
        } catch {
            throw Failure(error)
        }
        print(options.json ? JSON.text(report) : QueryText(report, style: Terminal.style).text)
        if report.state == .unaffordable { throw ExitCode(3) }
    }

    private func ask() async throws -> QueryReport {
        let (path, keys) = try options.database()
        let (reading, catalog, now) = try await FolderOptions.read(path, keys: keys)
        let epsilon = try Epsilon(epsilon)
        let store = price ? reading : try SQLiteStore(path: path, keys: keys, as: .command)
        let queries = Queries(store: store, catalog: catalog, now: now)
        return price
            ? try await queries.price(question, epsilon: epsilon, partner: partner)
            : try await queries.answer(question, epsilon: epsilon, partner: partner)
    }

    /// Asks again where many others write to the store: what was answered meanwhile is not charged twice.
    private func patiently<T>(_ body: () async throws -> T) async throws -> T {
        for _ in 1..<12 {
            do { return try await body() } catch let error as StoreError where error.code == .busy { continue }
        }
        return try await body()
    }
}
