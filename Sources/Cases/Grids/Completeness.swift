import Media

/// What a network of grids lacks to be complete (责任网格完整性): a standing report, B14.
package struct Completeness: Sendable {
    package struct Lack: Hashable, Sendable {
        package let grid: Grid
        package let what: What
    }

    package enum What: Hashable, Sendable {
        case head
        /// Its disposal grids do not hold on that day, or it has none though others have.
        case disposal
        /// A micro-grid has somebody who works there full-time (1+2+N).
        case fullTimeOfficer
        /// Its data is of so many days ago: more than half a month.
        case fresh(days: Int)
    }

    /// Shop blocks and the like are looked through every half month.
    private static let freshness = 15

    private let tree: GridTree
    private let people: [Person]
    private let date: CalendarDate

    package init(_ tree: GridTree, people: [Person], on date: CalendarDate) {
        (self.tree, self.people, self.date) = (tree, people, date)
    }

    /// In the order of the grids.
    package var lacks: [Lack] {
        let handing = Set(tree.grids.filter { !$0.disposal.isEmpty }.map(\.network))
        let staffed = Set(people.filter { !$0.isPartTime && !$0.roles.contains(.gridHead) }.compactMap(\.grid))
        // Only where people are said to belong to micro-grids can one lack them.
        let isStaffKnown = people.contains { person in person.grid.flatMap { tree[$0] }?.kind == "micro" }
        return tree.grids.filter { $0.validity.contains(date) }.flatMap { grid -> [Lack] in
            var lacking: [What] = []
            if grid.head == nil { lacking.append(.head) }
            if handing.contains(grid.network), tree.children(of: grid.id).isEmpty,
                tree.disposal(along: tree.path(to: grid.id), at: nil, on: date) == nil
            {
                lacking.append(.disposal)
            }
            if isStaffKnown, grid.kind == "micro", !staffed.contains(grid.id) { lacking.append(.fullTimeOfficer) }
            if let updated = grid.updated, date.day - updated.day > Self.freshness {
                lacking.append(.fresh(days: date.day - updated.day))
            }
            return lacking.map { Lack(grid: grid, what: $0) }
        }
    }
}
