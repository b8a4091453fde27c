import Media

/// Whether two cases are one: row 17, as far as it is about both.
package enum CaseMerging {
    /// Cases of one place began no farther apart.
    private static let window = Duration.seconds(24 * 3600)
    /// Metres.
    private static let near = 50.0

    /// Why a case cannot be merged into another; nil: it can.
    package static func unmet(_ child: CaseRecord, into master: CaseRecord) -> String? {
        if child.number == master.number { return "a case cannot be merged into itself" }
        guard master.course.isOpen else { return "\(master.number) is '\(master.state.rawValue)'; a master is open" }
        if !child.course.absorbed.isEmpty { return "\(child.number) is a master itself; merge the others instead" }
        if child.algorithm != master.algorithm { return "\(master.number) is of another type, '\(master.algorithm)'" }
        let (one, other) = (child.course.ownStart, master.course.ownStart)
        let apart = max(one, other) - min(one, other)
        if apart > window { return "\(master.number) began more than a day apart" }
        if child.camera == master.camera { return nil }
        guard let here = child.course.place, let there = master.course.place else {
            return "\(master.number) is of another camera, and where they stand is not known"
        }
        let away = Ground.metres(from: here, to: there)
        return away > near ? "\(master.number) is \(Int(away)) m away; \(Int(near)) m are allowed" : nil
    }

    /// Why a merge cannot be undone; nil: it can.
    ///
    /// - Parameter master: what it was merged into; nil: there is no such case.
    package static func unmetUndoing(_ child: CaseRecord, from master: CaseRecord?) -> String? {
        guard let into = child.course.merging?.into else { return nil }
        guard let master else { return "\(into), into which it was merged, is not there" }
        return master.course.isOpen
            ? nil
            : "\(into), into which it was merged, is '\(master.state.rawValue)'; a merge is undone while its master is open"
    }
}
