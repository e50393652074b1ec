import TacitPrivacy
import Testing

@Suite("Privacy levels")
struct LevelTests {
    @Test("groups of 10, 5 and 3; noise in all but minimal; hours")
    func table() {
        #expect(PrivacyLevel.allCases.map(\.leastGroup) == [10, 5, 3])
        #expect(PrivacyLevel.allCases.map(\.addsNoise) == [true, true, false])
        for level in PrivacyLevel.allCases {
            #expect(level.timeBucket(7_199) == 3_600)
            #expect(level.timeBucket(7_200) == 7_200)
            #expect(level.timeBucket(-1) == -3_600)
            #expect(level.timeBucket(.min) == .min)
        }
    }

    @Test("minimal says that it guarantees nothing")
    func honest() {
        #expect(PrivacyLevel.minimal.guarantee.hasPrefix("No formal guarantee"))
        #expect(!PrivacyLevel.maximum.guarantee.contains("No formal"))
    }

    @Test("each kind of data has its sensitivity, epsilon and group; the stricter group decides")
    func fields() throws {
        let table: [(InsightField, reach: Double, epsilon: String, group: Int)] = [
            (.confidenceScore, 1, "0.1", 10), (.performanceScore, 1, "0.1", 10), (.velocity, 10, "0.2", 10),
            (.teamSize, 1, "0.2", 5), (.taskCount, 5, "0.2", 3),
        ]
        #expect(table.map(\.0) == InsightField.allCases)
        for (field, reach, epsilon, group) in table {
            let grain = try field.bounds().values?.granularity ?? 1
            #expect(abs(Double(try field.sensitivity().l1) * grain - reach) < 1e-12)
            #expect(field.epsilon == (try Epsilon(epsilon)))
            #expect(try field.noise().epsilon == field.epsilon)
            #expect(field.figureClass.leastGroup == group)
            #expect(field.leastGroup(at: .minimal) == group)
            #expect(field.leastGroup(at: .maximum) == 10)
        }
        #expect(InsightField(rawValue: "team_size") == .teamSize)
        #expect(InsightField.taskCount.leastGroup(at: .balanced) == 5)
    }
}

@Suite("Generalization is a function of the declaration and the value")
struct HierarchyTests {
    @Test("ranges include their upper edge; past the last level everything is any")
    func teamSize() {
        let names = [0, 3, 3.5, 10, 11, 25, 100, 101, .infinity].map {
            NumberHierarchy.teamSize.label(of: $0, level: 1)
        }
        #expect(names == ["micro", "micro", "small", "small", "medium", "medium", "large", "huge", "huge"])
        #expect(NumberHierarchy.teamSize.label(of: 26, level: 2) == "above 25")
        #expect(NumberHierarchy.teamSize.label(of: 26, level: 3) == "any")
        #expect(NumberHierarchy.velocity.label(of: -1, level: 1) == "very low")
        #expect(NumberHierarchy.velocity.label(of: .nan, level: 1) == "any")
    }

    @Test("who shares a name shares all coarser ones", arguments: [NumberHierarchy.teamSize, .velocity])
    func nested(hierarchy: NumberHierarchy) throws {
        #expect(try NumberHierarchy(levels: hierarchy.levels) == hierarchy)
        let numbers = stride(from: -5.0, through: 120, by: 0.5)
        for level in 1...hierarchy.levels.count {
            let groups = Dictionary(grouping: numbers) { hierarchy.label(of: $0, level: level) }
            for group in groups.values {
                #expect(Set(group.map { hierarchy.label(of: $0, level: level + 1) }).count == 1)
            }
        }
    }

    @Test("own hierarchies are checked")
    func checked() throws {
        typealias Level = NumberHierarchy.Level
        #expect(throws: PrivacyError.self) { try Level(edges: [1, 2], labels: ["a", "b"]) }
        #expect(throws: PrivacyError.self) { try Level(edges: [1], labels: ["a", "a"]) }
        #expect(throws: PrivacyError.self) { try Level(edges: [2, 1], labels: ["a", "b", "c"]) }
        #expect(throws: PrivacyError.self) { try Level(edges: [.nan], labels: ["a", "b"]) }
        let (fine, coarse) = (
            try Level(edges: [1, 2], labels: ["a", "b", "c"]), try Level(edges: [1.5], labels: ["x", "y"])
        )
        #expect(throws: PrivacyError.self) { try NumberHierarchy(levels: [fine, coarse]) }
        #expect(try NumberHierarchy(levels: [fine]).label(of: 2, level: 1) == "b")
    }

    @Test("names climb to their parents, unknown ones become other, circles are refused")
    func labels() throws {
        let hierarchy = try LabelHierarchy(parents: ["6.2": "6", "6.3": "6", "6": "swift"])
        #expect((0...4).map { hierarchy.label(of: "6.3", level: $0) } == ["6.3", "6", "swift", "swift", "swift"])
        #expect(hierarchy.label(of: "7.0", level: 0) == "other")
        #expect(throws: PrivacyError.self) { try LabelHierarchy(parents: ["a": "b", "b": "c", "c": "a"]) }
        #expect(throws: PrivacyError.self) { try LabelHierarchy(parents: ["a": "a"]) }
    }
}
