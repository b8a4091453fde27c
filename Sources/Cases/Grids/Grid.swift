import Media

/// A node of a responsibility tree (网格).
package struct Grid: Hashable, Sendable {
    /// The network of grids that a case goes by unless another is named: city operation (城运).
    package static let operation = "operation"

    package let id: String
    package let name: String
    /// 1 is the top.
    package let level: Int
    package let parent: String?
    /// Which of the networks that lie side by side over the same ground: city operation, police, forest, disposal ...
    package var network: String
    /// What kind of grid: town, comprehensive, committee, micro, leaf ... free text of the district.
    package let kind: String
    /// Who handles what happens here; a grid without a unit leaves it to its parent.
    package let unit: String?
    package let head: String?
    package let deputies: [String]
    /// Who runs it, where that is not the town: an enterprise, a company.
    package let `operator`: String?
    /// The grids of another network whose units deal with what happens here (处置网格): many to many, none: its own unit.
    package let disposal: [String]
    package let validity: Validity
    /// When its data was looked through last, where that is kept: blocks of shops, each half month.
    package let updated: CalendarDate?
    /// What its polygon was drawn on, where it was converted when it was imported.
    package var converted: Datum?
    /// WGS 84, longitude first.
    package var polygon: Polygon?

    package init(
        id: String, name: String, level: Int, parent: String? = nil, network: String = Grid.operation,
        kind: String = "", unit: String? = nil, head: String? = nil, deputies: [String] = [],
        operator: String? = nil, disposal: [String] = [], validity: Validity = .always,
        updated: CalendarDate? = nil, converted: Datum? = nil, polygon: Polygon? = nil
    ) {
        (self.id, self.name, self.level, self.parent) = (id, name, level, parent)
        (self.network, self.kind, self.unit, self.head) = (network, kind, unit, head)
        (self.deputies, self.updated) = (deputies, updated)
        (self.operator, self.disposal, self.validity) = (`operator`, disposal, validity)
        (self.converted, self.polygon) = (converted, polygon)
    }
}
