import Media

/// The zones over which persons are summed, so that nobody is counted twice.
///
/// A zone that another one covers is left out. Where zones overlap and neither covers the other, no sum is right.
struct CountedZones {
    /// The cells of the picture that are looked at, across and down.
    private static let (columns, rows) = (160, 90)
    /// People draw by hand: so small a share of the smaller zone is no overlap, and no gap.
    private static let slack = 0.02

    /// Their ids; nil: some overlap.
    let ids: Set<String>?

    init(_ zones: [Zone]) {
        var kept: [(id: String, cells: Set<Int>)] = []
        for zone in zones.map({ (id: $0.id, cells: Self.cells($0.polygon)) }).sorted(by: Self.largestFirst) {
            let few = Self.slack * Double(zone.cells.count)
            let common = kept.map { Double($0.cells.intersection(zone.cells).count) }
            if common.contains(where: { $0 >= Double(zone.cells.count) - few }) { continue }
            guard common.allSatisfy({ $0 <= few }) else {
                ids = nil
                return
            }
            kept.append(zone)
        }
        ids = Set(kept.map(\.id))
    }

    private static func largestFirst(_ one: (id: String, cells: Set<Int>), _ other: (id: String, cells: Set<Int>))
        -> Bool
    {
        (-one.cells.count, one.id) < (-other.cells.count, other.id)
    }

    private static func cells(_ polygon: Polygon) -> Set<Int> {
        Set(
            (0..<columns * rows).filter {
                polygon.contains(Point(ofCell: $0 % columns, $0 / columns, columns: columns, rows: rows))
            })
    }
}
