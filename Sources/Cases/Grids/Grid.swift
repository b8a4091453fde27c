import Media

/// A node of the responsibility tree (网格).
package struct Grid: Hashable, Sendable {
    package let id: String
    package let name: String
    /// 1 is the top.
    package let level: Int
    package let parent: String?
    /// What kind of grid: town, comprehensive, committee, micro, leaf ... free text of the district.
    package let kind: String
    /// Who handles what happens here; a grid without a unit leaves it to its parent.
    package let unit: String?
    package let head: String?
    /// WGS 84, longitude first.
    package let polygon: Polygon?

    package init(
        id: String, name: String, level: Int, parent: String? = nil, kind: String = "", unit: String? = nil,
        head: String? = nil, polygon: Polygon? = nil
    ) {
        (self.id, self.name, self.level, self.parent, self.kind) = (id, name, level, parent, kind)
        (self.unit, self.head, self.polygon) = (unit, head, polygon)
    }
}
