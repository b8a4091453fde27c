/// Who hears of a case whose time runs out (升级): at 70 % of a limit whoever has it, at all of it the head of its grid too,
/// then with each further half the head one level up, and above the top it is supervised (督办).
package struct Ladder: Sendable, Hashable {
    /// By grid: its head and those above it, from the grid up; a grid without a head has no rung.
    private let heads: [String: [String]]

    package struct Listeners: Hashable, Sendable {
        package let names: [String]
        /// The ladder has no rung as high: somebody must follow the case.
        package let isAboveTop: Bool
    }

    package static let none = Ladder(.empty)

    package init(_ tree: GridTree) {
        heads = Dictionary(
            uniqueKeysWithValues: tree.grids.map { grid in
                let rungs = tree.path(to: grid.id).reversed().compactMap { grid in
                    grid.head.map { "\($0) (\(grid.name))" }
                }
                return (grid.id, rungs)
            })
    }

    package func listeners(of warning: CaseAction.Warning, _ record: CaseRecord) -> Listeners {
        let holder = holder(of: warning, record)
        guard warning.step > 0 else { return Listeners(names: [holder], isAboveTop: false) }
        let rungs = record.assignment.grid.flatMap { heads[$0] } ?? []
        let climbed = rungs.prefix(warning.step)
        return Listeners(names: [holder] + climbed, isAboveTop: warning.step > max(rungs.count, 1))
    }

    private func holder(of warning: CaseAction.Warning, _ record: CaseRecord) -> String {
        guard let clock = warning.clock else { return warning.unit ?? "" }
        switch clock {
        case .accept: return CaseActor.Role.acceptor.nameZH
        case .verify, .check: return CaseActor.Role.inspector.nameZH
        case .dispatch: return CaseActor.Role.dispatcher.nameZH
        case .close: return CaseActor.Role.shiftHead.nameZH
        case .claim, .arrive, .handle:
            return [record.lead, record.course.order?.person].compactMap(\.self).joined(separator: " ")
        }
    }
}
