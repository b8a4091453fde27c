import Media

/// The responsibility tree, of any depth; checked when made.
package struct GridTree: Sendable {
    /// Why a list of grids is no tree; `grid` is the node to look at.
    package struct Fault: Error, Hashable, Sendable {
        package let grid: String
        package let reason: String
    }

    package let grids: [Grid]
    private let byID: [String: Grid]
    private let childIDs: [String: [String]]

    package static let empty = GridTree()

    private init() { (grids, byID, childIDs) = ([], [:], [:]) }

    /// - Throws: `GridFaults` with every fault, in the order of the list.
    package init(_ grids: [Grid]) throws(GridFaults) {
        var faults: [Fault] = []
        var byID: [String: Grid] = [:]
        for grid in grids {
            if byID[grid.id] != nil {
                faults.append(Fault(grid: grid.id, reason: "grid '\(grid.id)' stands twice; ids are unique"))
            }
            byID[grid.id] = grid
        }
        for grid in grids {
            guard let parent = grid.parent else { continue }
            if let above = byID[parent] {
                if above.level >= grid.level, parent != grid.id {
                    faults.append(
                        Fault(
                            grid: grid.id,
                            reason: "grid '\(grid.id)' has level \(grid.level) but its parent '\(parent)' has level "
                                + "\(above.level); a parent's level is smaller"))
                }
            } else {
                let nearest = NearestName.of(parent, among: byID.keys).map { "; did you mean '\($0)'?" } ?? ""
                faults.append(
                    Fault(
                        grid: grid.id,
                        reason: "grid '\(grid.id)' names the parent '\(parent)', which is not there\(nearest)"))
            }
        }
        faults += Self.cycles(in: grids, byID: byID)
        guard faults.isEmpty else { throw GridFaults(faults: faults) }
        self.grids = grids
        self.byID = byID
        childIDs = Dictionary(grouping: grids.filter { $0.parent != nil }, by: { $0.parent ?? "" })
            .mapValues { $0.map(\.id) }
    }

    private static func cycles(in grids: [Grid], byID: [String: Grid]) -> [Fault] {
        var faults: [Fault] = []
        var reported: Set<String> = []
        for grid in grids where !reported.contains(grid.id) {
            var way = [grid.id]
            var at = grid
            while let parent = at.parent, let above = byID[parent] {
                if let from = way.firstIndex(of: parent) {
                    let circle = way[from...] + [parent]
                    if reported.isDisjoint(with: circle) {
                        faults.append(
                            Fault(grid: parent, reason: "grids run in a circle: \(circle.joined(separator: " -> "))"))
                    }
                    reported.formUnion(circle)
                    break
                }
                way.append(parent)
                at = above
            }
        }
        return faults
    }

    package subscript(id: String) -> Grid? { byID[id] }

    package func children(of id: String) -> [Grid] { (childIDs[id] ?? []).compactMap { byID[$0] } }

    package var roots: [Grid] { grids.filter { $0.parent == nil } }

    package var leaves: [Grid] { grids.filter { childIDs[$0.id] == nil } }

    /// From the top down to a grid, itself included.
    package func path(to id: String) -> [Grid] {
        var way: [Grid] = []
        var next = byID[id]
        while let grid = next {
            way.append(grid)
            next = grid.parent.flatMap { byID[$0] }
        }
        return way.reversed()
    }

    /// The deepest grid whose polygon holds a place; of equals the first of the list.
    package func grid(at place: Point) -> Grid? {
        grids.filter { $0.polygon?.contains(place) ?? false }.max { $0.level < $1.level }
    }

    /// How many grids each level has.
    package var countsByLevel: [Int: Int] { Dictionary(grouping: grids, by: \.level).mapValues(\.count) }
}

/// All that is wrong with a list of grids.
package struct GridFaults: Error, Sendable {
    package let faults: [GridTree.Fault]
}
