import Media

/// What is said of a list of grids that is no tree, in both languages.
enum GridWords {
    static func idTwice(_ id: String) -> Words {
        Words(zh: "网格 \(id.quoted) 重复出现；编号不能重复", en: "grid \(id.quoted) stands twice; ids are unique")
    }

    static func neverHolds(_ id: String) -> Words {
        Words(
            zh: "网格 \(id.quoted) 的结束早于开始；'until' 应在 'from' 之后",
            en: "grid \(id.quoted) ends before it begins; 'until' is after 'from'")
    }

    static func otherNetwork(_ grid: Grid, parent: Grid) -> Words {
        Words(
            zh: "网格 \(grid.id.quoted) 属于 \(grid.network.quoted) 网，上级 \(parent.id.quoted) 却属于 "
                + "\(parent.network.quoted) 网；上下级须在同一网内",
            en: "grid \(grid.id.quoted) is of the network \(grid.network.quoted) but its parent \(parent.id.quoted) of "
                + "\(parent.network.quoted); a tree stays within its network")
    }

    static func wrongLevel(_ grid: Grid, parent: Grid) -> Words {
        Words(
            zh: "网格 \(grid.id.quoted) 的层级是 \(grid.level)，上级 \(parent.id.quoted) 的层级是 \(parent.level)；上级的层级应更小",
            en: "grid \(grid.id.quoted) has level \(grid.level) but its parent \(parent.id.quoted) has level "
                + "\(parent.level); a parent's level is smaller")
    }

    static func noParent(_ id: String, _ parent: String, _ nearest: String?) -> Words {
        Words(zh: "网格 \(id.quoted) 的上级 \(parent.quoted)", en: "grid \(id.quoted) names the parent \(parent.quoted), ")
            + notThere(nearest)
    }

    static func noDisposal(_ id: String, _ disposal: String, _ nearest: String?) -> Words {
        Words(
            zh: "网格 \(id.quoted) 的处置网格 \(disposal.quoted)",
            en: "grid \(id.quoted) hands over to the disposal grid \(disposal.quoted), ")
            + notThere(nearest)
    }

    private static func notThere(_ nearest: String?) -> Words {
        Words(
            zh: "不存在" + (nearest.map { "；是否想写 \($0.quoted)？" } ?? ""),
            en: "which is not there" + (nearest.map { "; did you mean \($0.quoted)?" } ?? ""))
    }

    static func ownDisposal(_ id: String, _ disposal: String, _ network: String) -> Words {
        Words(
            zh: "网格 \(id.quoted) 的处置网格 \(disposal.quoted) 在同一网 \(network.quoted) 内；处置网格属于另一网",
            en: "grid \(id.quoted) hands over to \(disposal.quoted) of its own network \(network.quoted); "
                + "disposal grids are another network")
    }

    /// - Parameter ids: the first once more at the end.
    static func circle(_ ids: ArraySlice<String>) -> Words {
        // A circle of thousands is told by its beginning.
        let shown = ids.count > 20 ? ids.prefix(20).map(\.named) + ["..."] : ids.map(\.named)
        let way = shown.joined(separator: " -> ")
        return Words(zh: "网格的上下级成环：\(way)", en: "grids run in a circle: \(way)")
    }
}
