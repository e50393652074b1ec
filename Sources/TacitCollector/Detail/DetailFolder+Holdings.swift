package import TacitSeal
package import TacitStores

extension DetailFolder {
    /// What is held, for status and page.
    ///
    /// - Parameter isOn: whether more is kept from now on: then it is said although there is nothing yet.
    package func holdings(_ limits: RetentionLimits, isOn: Bool = false) throws(FileFault) -> [Report.Holding] {
        let days = try days(limits.detail.seconds)
        guard isOn || !days.isEmpty else { return [] }
        return [
            Report.Holding(
                what: "Sealed detail: days of single records, sanitized",
                place: "detail in the state folder, encrypted", dataClass: 4, count: Int64(days.count),
                oldest: days.first?.day.start,
                expires: days.map(\.expires).min(), limit: ReportBuilder.words(limits.detail.seconds))
        ]
    }
}
