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
        }

        /// nil is the duty desk.
        package let grid: String?
        /// Names from the top down.
        package let path: [String]
        package let unit: String
        package let reason: Reason

        package init(grid: String?, path: [String], unit: String, reason: Reason) {
            (self.grid, self.path, self.unit, self.reason) = (grid, path, unit, reason)
        }
    }

    /// Who takes what no grid owns: never nowhere.
    package static let dutyDesk = "值班台 / duty desk"

    private let tree: GridTree

    package init(_ tree: GridTree) { self.tree = tree }

    /// - Parameters:
    ///   - grid: the grid that the camera names, known to the tree (the configuration check sees to it).
    ///   - location: WGS 84, longitude first.
    package func assign(grid: String?, location: Point?) -> Assignment {
        if let grid, tree[grid] != nil { return owner(grid, .cameraNamesGrid) }
        guard let location else { return desk(.cameraWithoutGrid) }
        guard let found = tree.grid(at: location) else { return desk(.locationOutside) }
        return owner(found.id, .locationInPolygon)
    }

    private func owner(_ id: String, _ reason: Assignment.Reason) -> Assignment {
        let path = tree.path(to: id)
        let unit = path.reversed().lazy.compactMap(\.unit).first ?? Self.dutyDesk
        return Assignment(grid: id, path: path.map(\.name), unit: unit, reason: reason)
    }

    private func desk(_ reason: Assignment.Reason) -> Assignment {
        Assignment(grid: nil, path: [], unit: Self.dutyDesk, reason: reason)
    }
}
