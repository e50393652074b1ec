package import TacitPrivacy

/// Noise that the SDK adds on the device: the true one of a field's labels, or at random another one.
///
/// It is the k-ary randomized response of ``TacitPrivacy/RandomizedResponse``. What is sent tells at most epsilon about
/// one true value, to whoever sees it; the collector does not have to be trusted with it.
package struct LocalNoise: Sendable, Equatable {
    /// What one value spends.
    package var epsilon: Epsilon

    package init(epsilon: Epsilon) { self.epsilon = epsilon }

    /// Above it the true value is sent so nearly always that calling it noise would mislead.
    package static let largestEpsilon = 10
}

extension Field {
    /// How many labels noise can choose from; `nil` for a field that can have none.
    package var noiseChoices: Int? {
        switch kind {
        case .bool, .enumeration: closedDomain?.count
        case .number, .duration, .version, .code, .scrubbed: nil
        }
    }

    /// How probably what is sent is true; `nil` without noise on the device.
    package var truthProbability: Double? {
        guard let localNoise, let choices = noiseChoices else { return nil }
        return try? RandomizedResponse(choices: choices, epsilon: localNoise.epsilon).truthProbability
    }
}
