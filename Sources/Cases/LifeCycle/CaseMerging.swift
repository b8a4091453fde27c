import Media

/// Whether two cases are one: row 17, as far as it is about both.
package enum CaseMerging {
    /// Cases of one place began no farther apart.
    private static let window = Duration.seconds(24 * 3600)
    /// Metres.
    private static let near = 50.0

    /// Why a case cannot be merged into another; nil: it can.
    package static func unmet(_ child: CaseRecord, into master: CaseRecord) -> Words? {
        if child.number == master.number { return MergingWords.intoItself }
        guard master.course.isOpen else { return MergingWords.masterEnded(master) }
        if !child.course.absorbed.isEmpty { return MergingWords.isMaster(child.number) }
        if child.algorithm != master.algorithm { return MergingWords.otherType(master) }
        let (one, other) = (child.course.ownStart, master.course.ownStart)
        let apart = max(one, other) - min(one, other)
        if apart > window { return MergingWords.farApart(master.number) }
        if child.camera == master.camera { return nil }
        guard let here = child.course.place, let there = master.course.place else {
            return MergingWords.placeUnknown(master.number)
        }
        let away = Ground.metres(from: here, to: there)
        return away > near ? MergingWords.tooFar(master.number, away, allowed: near) : nil
    }

    /// Why a merge cannot be undone; nil: it can.
    ///
    /// - Parameter master: what it was merged into; nil: there is no such case.
    package static func unmetUndoing(_ child: CaseRecord, from master: CaseRecord?) -> Words? {
        guard let into = child.course.merging?.into else { return nil }
        guard let master else { return MergingWords.masterGone(into) }
        return master.course.isOpen
            ? nil
            : MergingWords.masterClosed(into, master)
    }
}
