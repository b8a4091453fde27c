import Media

/// Why a list of grids is no tree.
struct GridTreeCheck {
    private let grids: [Grid]
    private let byID: [String: Grid]

    /// Of so many a name that was meant is looked for; with more, another file was meant.
    private static let suggested = 100

    init(_ grids: [Grid]) {
        self.grids = grids
        byID = Dictionary(grids.map { ($0.id, $0) }) { $1 }
    }

    /// In the order of the list; circles last.
    var faults: [GridTree.Fault] {
        var faults: [GridTree.Fault] = []
        var seen: Set<String> = []
        for grid in grids where !seen.insert(grid.id).inserted {
            faults.append(.init(grid: grid.id, words: GridWords.idTwice(grid.id)))
        }
        for grid in grids {
            func nearest(_ id: String) -> String? {
                faults.count < Self.suggested ? NearestName.of(id, among: grids.lazy.map(\.id)) : nil
            }
            func add(_ words: Words) { faults.append(.init(grid: grid.id, words: words)) }
            if grid.validity.isEmpty { add(GridWords.neverHolds(grid.id)) }
            for id in grid.disposal {
                guard let other = byID[id] else {
                    add(GridWords.noDisposal(grid.id, id, nearest(id)))
                    continue
                }
                if other.network == grid.network { add(GridWords.ownDisposal(grid.id, id, grid.network)) }
            }
            guard let parent = grid.parent else { continue }
            guard let above = byID[parent] else {
                add(GridWords.noParent(grid.id, parent, nearest(parent)))
                continue
            }
            if above.network != grid.network { add(GridWords.otherNetwork(grid, parent: above)) }
            if above.level >= grid.level, parent != grid.id { add(GridWords.wrongLevel(grid, parent: above)) }
        }
        return faults + circles
    }

    /// One fault for each circle; every grid is passed once.
    private var circles: [GridTree.Fault] {
        var faults: [GridTree.Fault] = []
        var passed: Set<String> = []
        for grid in grids where !passed.contains(grid.id) {
            var (way, places) = ([grid.id], [grid.id: 0])
            passed.insert(grid.id)
            var at = grid
            while let parent = at.parent, let above = byID[parent] {
                if let from = places[parent] {
                    faults.append(.init(grid: parent, words: GridWords.circle(way[from...] + [parent])))
                    break
                }
                guard passed.insert(parent).inserted else { break }
                places[parent] = way.count
                way.append(parent)
                at = above
            }
        }
        return faults
    }
}
