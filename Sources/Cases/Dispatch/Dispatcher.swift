import Media

/// Finds the owner of what a camera sees.
package struct Dispatcher: Sendable {
    /// To whom a case goes, and why.
    package struct Assignment: Hashable, Sendable, Codable {
        package enum Reason: String, Sendable, Codable {
            /// The camera's entry names the grid.
            case cameraNamesGrid = "camera-names-grid"
            /// The camera's location lies in the grid's polygon.
            case locationInPolygon = "location-in-polygon"
            /// The camera has neither a grid nor a location.
            case cameraWithoutGrid = "camera-without-grid"
            /// The camera's location lies in no polygon.
            case locationOutside = "location-outside-all-grids"
            /// The grid that the camera names does not hold on that day, and its location lies in no other.
            case gridNotValid = "grid-not-valid-then"
        }

        /// nil is the duty desk.
        package let grid: String?
        /// Names from the top down.
        package let path: [String]
        package let unit: String
        package let reason: Reason
        /// The disposal grid whose unit it is, where that is not the grid's own.
        package let disposal: String?
        /// The grids next to it that may as well be meant, the nearest first: the place lies close to their borders.
        package let neighbours: [String]?
        /// From the grid up to the top: what a list of responsibilities goes by.
        package let rungs: [Rung]?

        package init(
            grid: String?, path: [String], unit: String, reason: Reason, disposal: String? = nil,
            neighbours: [String]? = nil, rungs: [Rung]? = nil
        ) {
            (self.grid, self.path, self.unit, self.reason) = (grid, path, unit, reason)
            (self.disposal, self.neighbours, self.rungs) = (disposal, neighbours, rungs)
        }

        package struct Rung: Hashable, Sendable, Codable {
            package let grid: String
            package let kind: String
            package let unit: String?

            package init(grid: String, kind: String, unit: String?) {
                (self.grid, self.kind, self.unit) = (grid, kind, unit)
            }
        }
    }

    /// Who takes what no grid owns: never nowhere.
    package static let dutyDesk = "值班台 / duty desk"
    /// A place so close to a border may be meant to lie beyond it: metres, about what a camera's place is off by.
    package static let border = 20.0

    private let tree: GridTree

    package init(_ tree: GridTree) { self.tree = tree }

    /// - Parameters:
    ///   - grid: the grid that the camera names, known to the tree (the configuration check sees to it).
    ///   - location: WGS 84, longitude first.
    ///   - date: the day on which it happened, where grids are drawn anew from time to time.
    package func assign(grid: String?, location: Point?, on date: CalendarDate) -> Assignment {
        if let named = grid.flatMap({ tree[$0] }), named.validity.contains(date) {
            return owner(named, .cameraNamesGrid, location, date)
        }
        guard let location else { return desk(grid == nil ? .cameraWithoutGrid : .gridNotValid) }
        guard let found = tree.grid(at: location, on: date) else {
            return desk(grid == nil ? .locationOutside : .gridNotValid)
        }
        return owner(found, .locationInPolygon, location, date)
    }

    private func owner(
        _ grid: Grid, _ reason: Assignment.Reason, _ location: Point?, _ date: CalendarDate
    ) -> Assignment {
        let path = tree.path(to: grid.id)
        let disposal = tree.disposal(along: path, at: location, on: date)
        let unit = disposal.flatMap { handler(tree.path(to: $0.id)) } ?? handler(path) ?? Self.dutyDesk
        let near = location.map { tree.neighbours(of: grid, within: Self.border, of: $0, on: date).map(\.id) } ?? []
        return Assignment(
            grid: grid.id, path: path.map(\.name), unit: unit, reason: reason, disposal: disposal?.id,
            neighbours: near.isEmpty ? nil : near,
            rungs: path.reversed().map { .init(grid: $0.id, kind: $0.kind, unit: $0.unit) })
    }

    /// The unit of a path's last grid: its own, or that of the nearest above it.
    private func handler(_ path: [Grid]) -> String? { path.reversed().lazy.compactMap(\.unit).first }

    private func desk(_ reason: Assignment.Reason) -> Assignment {
        Assignment(grid: nil, path: [], unit: Self.dutyDesk, reason: reason)
    }
}
