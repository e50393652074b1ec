import Testing

/// Gives all tests of a suite one collector, which runs as long as they do.
struct CollectorTrait: SuiteTrait, TestScoping {
    let setup: CollectorSetup

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await RunningCollector.run(setup) { collector in
            try await RunningCollector.$shared.withValue(collector) { try await function() }
        }
    }
}

extension Trait where Self == CollectorTrait {
    static var collector: Self { Self(setup: CollectorSetup()) }
    static func collector(_ setup: CollectorSetup) -> Self { Self(setup: setup) }
}
