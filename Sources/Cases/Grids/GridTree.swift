import Media

/// The responsibility trees of all networks, of any depth; checked when made.
package struct GridTree: Sendable {
    /// Why a list of grids is no tree; `grid` is the node to look at.
    package struct Fault: Error, Hashable, Sendable {
        package let grid: String
        package let words: Words
    }

    package let grids: [Grid]
    /// The days on which some grid begins to hold, or holds no more.
    package let turningDays: [CalendarDate]
    private let byID: [String: Grid]
    private let childIDs: [String: [String]]
    /// The grids that have a polygon, as `index` lists them.
    private let placed: [Grid]
    private let index: PolygonIndex

    package static let empty = GridTree()

    private init() {
        (grids, turningDays, byID, childIDs) = ([], [], [:], [:])
        (placed, index) = ([], PolygonIndex([]))
    }

    /// - Throws: `GridFaults` with every fault, in the order of the list.
    package init(_ grids: [Grid]) throws(GridFaults) {
        let faults = GridTreeCheck(grids).faults
        guard faults.isEmpty else { throw GridFaults(faults: faults) }
        self.grids = grids
        byID = Dictionary(grids.map { ($0.id, $0) }) { first, _ in first }
        turningDays = Set(grids.flatMap { [$0.validity.from, $0.validity.until].compactMap(\.self) }).sorted()
        childIDs = Dictionary(grouping: grids.filter { $0.parent != nil }, by: { $0.parent ?? "" })
            .mapValues { $0.map(\.id) }
        placed = grids.filter { $0.polygon != nil }
        index = PolygonIndex(placed.compactMap(\.polygon).map(PreparedPolygon.init))
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

    /// The disposal grid that deals with what happens in a grid on a day: of those that it, or the nearest above it that
    /// names any, hands over to, the one that holds the place, else the first that holds on that day.
    ///
    /// - Parameter path: from the top down to the grid.
    package func disposal(along path: [Grid], at place: Point?, on date: CalendarDate) -> Grid? {
        let named = path.reversed().first { !$0.disposal.isEmpty }?.disposal ?? []
        let valid = named.compactMap { byID[$0] }.filter { $0.validity.contains(date) }
        let holding = place.flatMap { place in valid.first { $0.polygon?.contains(place) ?? false } }
        return holding ?? valid.first
    }

    /// The networks that there are, by name.
    package var networks: [String] { Set(grids.map(\.network)).sorted() }

    /// The deepest grid of each network whose polygon holds a place on a day; of equals the first of the list.
    package func grids(at place: Point, on date: CalendarDate) -> [String: Grid] {
        var found: [String: Grid] = [:]
        for at in index.holding(place) {
            let grid = placed[at]
            guard grid.validity.contains(date) else { continue }
            if let other = found[grid.network], other.level >= grid.level { continue }
            found[grid.network] = grid
        }
        return found
    }

    package func grid(at place: Point, in network: String = Grid.operation, on date: CalendarDate) -> Grid? {
        grids(at: place, on: date)[network]
    }

    /// The other grids of the same level and network whose border is within some metres of a place, the nearest first.
    package func neighbours(of grid: Grid, within metres: Double, of place: Point, on date: CalendarDate) -> [Grid] {
        index.near(place, within: metres).map { (grid: placed[$0.index], away: $0.metres) }.filter {
            $0.grid.id != grid.id && $0.grid.level == grid.level && $0.grid.network == grid.network
                && $0.grid.validity.contains(date)
        }.sorted { ($0.away, $0.grid.id) < ($1.away, $1.grid.id) }.map(\.grid)
    }

    /// How many grids each level of a network has.
    package func countsByLevel(of network: String = Grid.operation) -> [Int: Int] {
        Dictionary(grouping: grids.filter { $0.network == network }, by: \.level).mapValues(\.count)
    }
}

/// All that is wrong with a list of grids.
package struct GridFaults: Error, Sendable {
    package let faults: [GridTree.Fault]
}
