extension Array where Element == Double {
    /// The middle value, or the lower one of the two in the middle; reorders the elements. Linear in their number.
    mutating func takeMedian(in range: Range<Int>) -> Double {
        let wanted = range.lowerBound + (range.count - 1) / 2
        var (low, high) = (range.lowerBound, range.upperBound - 1)
        while low < high {
            // The middle of three keeps rows that are sorted already from costing their square.
            let pivot = Self.middle(self[low], self[low + (high - low) / 2], self[high])
            var (left, right) = (low, high)
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                if left <= right {
                    swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if wanted <= right {
                high = right
            } else if wanted >= left {
                low = left
            } else {
                break
            }
        }
        return self[wanted]
    }

    private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
        Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
    }
}
