/// How many requests may still come: so many a second, of which ten seconds' worth may be saved up.
struct RateBucket {
    private let rate: Double
    private var tokens: Double
    private var filled: Double

    /// - Parameter now: in seconds of any clock that does not go back.
    init(rate: Int, now: Double) {
        self.rate = Double(rate)
        tokens = 10 * Double(rate)
        filled = now
    }

    /// Takes one request, or says after how many seconds there will be room for it.
    mutating func take(now: Double) -> Int? {
        tokens = min(10 * rate, tokens + max(0, now - filled) * rate)
        filled = max(filled, now)
        guard tokens >= 1 else { return max(1, Int(((1 - tokens) / rate).rounded(.up))) }
        tokens -= 1
        return nil
    }
}
