extension Scanner {
    /// `078-05-1120`: area, group and serial number of the Social Security Administration, or an ITIN (area 9xx with
    /// the groups that the IRS uses). Written with spaces, dots or nothing, a word such as `ssn` must stand nearby.
    ///
    /// Not areas 000 and 666, group 00, serial 0000.
    func socialSecurity(_ groups: Groups, words: inout WordsBefore) -> Match? {
        let n = groups.count >= 3 && groups.shape(3) == 0x324 ? 3 : 1
        guard groups.length(n) == 9, groups.isDigits(0..<9), groups.isUniform(n), groups.ends(n) else { return nil }
        let number = groups.compact.prefix(9)
        guard Self.isIssued(number) else { return nil }
        let isTelling = n == 3 && groups.joint(after: 1) == "-"
        guard isTelling || words.contexts(in: self, before: groups.start).all.contains(.socialSecurity) else {
            return nil
        }
        return Match(.usSSN, groups.start, groups.end(n), RuleID("id.us.ssn"))
    }

    static func isIssued(_ n: Compact) -> Bool {
        let (area, group, serial) = (n.number(0..<3), n.number(3..<5), n.number(5..<9))
        if area == 0 || area == 666 || group == 0 || serial == 0 { return false }
        if area < 900 { return n.isVaried }
        switch group {
        case 50...65, 70...88, 90...92, 94...99: return true
        default: return false
        }
    }
}
