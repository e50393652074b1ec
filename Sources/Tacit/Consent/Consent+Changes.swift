extension Consent {
    /// Takes the next decision, and says what it asks of the queue and the collector.
    package mutating func apply(_ change: ConsentChange, on day: ConsentDay) -> [ConsentAction] {
        position += 1
        switch change {
        case .granted(let grant): return grantActions(grant, on: day)
        case .refused(let category, let version, let digest):
            return replace(category, by: .refused(version: version, digest: digest), on: day, isTold: false)
        case .withdrawn(let category): return replace(category, by: .withdrawn, on: day, isTold: true)
        case .objected(let category): return replace(category, by: .objected, on: day, isTold: true)
        case .ended(let category):
            let version = decisions[category]?.version ?? 0
            return replace(category, by: .ended(version: version), on: day, isTold: false)
        case .restricted:
            isRestricted = true
            return [.stop]
        case .resumed:
            isRestricted = false
            return [.resume]
        }
    }

    /// Whether a decision would say nothing new. A grant always does: it starts its time afresh.
    package func isKnown(_ change: ConsentChange) -> Bool {
        switch change {
        case .granted: false
        case .refused(let category, let version, let digest):
            decisions[category]?.kind == .refused(version: version, digest: digest)
        case .withdrawn(let category): decisions[category]?.kind == .withdrawn
        case .objected(let category): decisions[category]?.kind == .objected
        case .ended(let category): decisions[category]?.isGranted != true
        case .restricted: isRestricted
        case .resumed: !isRestricted
        }
    }

    /// What lay under unbroken consent to the same texts stays; all else was recorded before this consent, and goes.
    private mutating func grantActions(_ grant: ConsentGrant, on day: ConsentDay) -> [ConsentAction] {
        let levels = ConsentLevel.allCases.dropFirst()
        var since = levels.map { _ in position }
        var kept = ConsentLevel.denied
        if let before = decisions[grant.category], case .granted(let old, let oldSince) = before.kind,
            old.version == grant.version, old.digest == grant.digest, before.timing(on: day) == .running
        {
            kept = min(old.level, grant.level)
            for (index, level) in levels.enumerated() where level <= kept { since[index] = oldSince[index] }
        }
        let hadMore = decisions[grant.category].map { $0.grantedLevel > kept } ?? false
        let maySend = grant.level > .denied || decisions[grant.category]?.mayHaveSent == true
        decisions[grant.category] = CategoryDecision(
            kind: .granted(grant, since: since), day: day, mayHaveSent: maySend)
        return hadMore ? [.purge(category: grant.category, above: kept)] : []
    }

    private mutating func replace(
        _ category: String, by kind: CategoryDecision.Kind, on day: ConsentDay, isTold: Bool
    ) -> [ConsentAction] {
        let mayHaveSent = decisions[category]?.mayHaveSent ?? false
        decisions[category] = CategoryDecision(kind: kind, day: day, mayHaveSent: mayHaveSent && !isTold)
        // A purge costs little and is asked for even where nothing should be left.
        return [.purge(category: category, above: .denied)]
            + (isTold && mayHaveSent ? [.tellCollector(category: category)] : [])
    }
}

extension CategoryDecision {
    fileprivate var grantedLevel: ConsentLevel {
        if case .granted(let grant, _) = kind { grant.level } else { .denied }
    }
}
