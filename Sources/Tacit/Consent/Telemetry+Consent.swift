import TacitSeal

/// What a person decides. A decision is on the disk before it has effect; a withdrawal has effect even where it can't be
/// written down.
extension Telemetry {
    /// What has been decided.
    public var consent: Consent { get async { await scribe.consent } }

    /// The categories that a person may be asked about now, in the order of the catalog.
    public var questions: [ConsentCategory] {
        get async { await scribe.questions }
    }

    /// Asks whoever sits at the terminal, if somebody does and something is to be asked; whether it was.
    ///
    /// ```swift
    /// _ = try? await telemetry.askForConsent()     // at the start of a command-line tool: once, then never again
    /// ```
    ///
    /// It throws where the answer can't be written down. Telemetry stays off then, and asks again the next time; a tool goes on
    /// with its work, as above, or says what the error says.
    ///
    /// - Parameter again: whether to ask also about what was answered with no, or taken back: where a person asked for it.
    @discardableResult
    public func askForConsent(
        again: Bool = false, conditions: Set<ConsentCondition> = []
    ) async throws(ConsentFault) -> Bool {
        let questions = again ? await unconsented : await self.questions
        let catalog = catalog
        var switches = switches
        switches.hasQuestions = !questions.isEmpty
        let decision = switches.decision
        let levels = questions.map { category in
            let events = catalog.events.filter { catalog.category(of: $0).name == category.name }
            return (category.name, events.map(\.level).max() ?? .basic)
        }
        guard
            let prompt = ConsentPrompt(
                decision: decision, project: project, categories: questions,
                levels: Dictionary(levels) { $1 }, conditions: conditions,
                preview: { catalog.text(of: questions.map(\.name)) })
        else { return false }
        try await decide(prompt.askInTerminal())
        return true
    }

    /// The categories that are not agreed to as they stand.
    private var unconsented: [ConsentCategory] {
        get async {
            let consent = await consent
            let today = ConsentDay(daysSince1970: Int(clock.day))
            return catalog.categories.filter { category in
                if case .inForce = consent.standing(of: category, on: today) { false } else { true }
            }
        }
    }

    /// Takes the answer to a ``ConsentPrompt``, or to another form of the same question.
    public func decide(_ answer: ConsentAnswer) async throws(ConsentFault) {
        try await decide { _ in answer.changes }
    }

    /// Agrees to categories of the catalog, all of them unless some are named.
    public func grant(
        _ categories: [String]? = nil, level: ConsentLevel = .basic, conditions: Set<ConsentCondition> = [],
        expires: ConsentDay? = nil, origin: ConsentOrigin = .program
    ) async throws(ConsentFault) {
        let granted = named(categories)
        try await decide { _ in
            granted.map {
                .granted(
                    ConsentGrant($0, level: level, conditions: conditions, expires: expires, origin: origin))
            }
        }
    }

    /// Says no to categories, all of them unless some are named; nobody is asked about them again until their purpose
    /// changes.
    public func refuse(_ categories: [String]? = nil) async throws(ConsentFault) {
        let refused = named(categories)
        try await decide { _ in refused.map(ConsentChange.refused) }
    }

    /// Takes consent back, to all categories unless some are named: what waits of them goes at once, and the collector is
    /// told to take out what it has not yet released.
    @discardableResult
    public func withdraw(_ categories: [String]? = nil) async throws(ConsentFault) -> ErasureAnswer {
        var names = named(categories).map(\.name)
        // What was agreed to once and is no longer in the catalog is meant too.
        if categories == nil { names += await consent.decided.filter { !names.contains($0) } }
        let all = names
        await scribe.stop(all)
        return try await decide { _ in all.map { .withdrawn(category: $0) } }
    }

    /// Objects to categories: like ``withdraw(_:)``, and a later version of them is not asked about either.
    @discardableResult
    public func object(to categories: [String]) async throws(ConsentFault) -> ErasureAnswer {
        let names = named(categories).map(\.name)
        await scribe.stop(names)
        return try await decide { _ in names.map { .objected(category: $0) } }
    }

    /// Restricts all processing: what waits stays as it is, and nothing is recorded or sent until ``resume()``.
    public func restrict() async throws(ConsentFault) { try await decide { _ in [.restricted] } }

    public func resume() async throws(ConsentFault) { try await decide { _ in [.resumed] } }

    private func named(_ names: [String]?) -> [ConsentCategory] {
        catalog.categories.filter { names?.contains($0.name) ?? true }
    }

    @discardableResult
    private func decide(
        _ changes: @escaping @Sendable (Consent) -> [ConsentChange]
    ) async throws(ConsentFault) -> ErasureAnswer {
        let actions = try await scribe.decide(changes)
        let told = actions.compactMap { action in
            if case .tellCollector(let category) = action { category } else { nil }
        }
        guard !told.isEmpty, await courier.hasSent else { return .nothingToErase }
        do throws(FileFault) {
            return try await courier.erase(PendingErasure(on: clock.day, categories: told, reason: .withdrawal))
        } catch {
            return .pending(reason: error.description)
        }
    }
}
