#if Metrics
    import Synchronization

    /// The tallies of one metric, one for each combination of values that the app's event tells apart. Labels that the event
    /// does not have make no difference, so a label with an address in it makes no more of them.
    final class SeriesTable<Series: Tally>: Sendable {
        private let tallies: Tallies
        private let series = Mutex<[SeriesKey: Series]>([:])

        static var limit: Int { 256 }

        init(_ tallies: Tallies) { self.tallies = tallies }

        /// - Parameter make: makes the tally where there is none yet; `nil` where there are too many.
        func series(_ key: SeriesKey, make: () -> Series) -> Series? {
            let (found, isNew) = series.withLock { series -> (Series?, Bool) in
                if let known = series[key] { return (known, false) }
                guard series.count < Self.limit else { return (nil, false) }
                let new = make()
                series[key] = new
                return (new, true)
            }
            if isNew, let found { tallies.add(found) }
            return found
        }
    }

    /// The values of an event, as the queue would hold them.
    struct SeriesKey: Hashable {
        private let words: [UInt64]
        private let present: UInt32
        private let texts: [String]

        init(_ event: some TelemetryEvent) {
            let capacity = FieldWriter.capacity
            (words, present, texts) = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { space in
                space.initialize(repeating: 0)
                // As many words as an event may have, lent to the writer for this call alone.
                var writer = FieldWriter(words: space.baseAddress!)
                event.write(to: &writer)
                return (Array(space), writer.present, writer.texts)
            }
        }
    }
#endif
