/// A number with a unit, as a sentence states it.
struct Figure {
    /// As written, with its unit and with where it came from: "from 22% to 31%".
    var range: Range<Int>
    /// A share, an amount of money, a time or a multiple: something that can be watched.
    var isMeasure: Bool
    var isShare = false
}
