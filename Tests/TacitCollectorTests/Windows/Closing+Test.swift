import Foundation
import TacitPrivacy
import TacitSeal
import TacitStores

@testable import TacitCollector

extension Closing {
    /// The releases of a window whose metrics are all released as it closes.
    static func releases(
        of window: consuming GatheringWindow, plan: Plan, now: Int64, using source: inout some NoiseSource
    ) -> [Release] {
        // Only sealing throws, and nothing of such a window is sealed.
        try! close(window, plan: plan, now: now, using: &source) { _, _ in Envelope(wrappedKey: Data(), box: Data()) }
            .releases
    }
}
