/// How large what was seen is, as far as its camera can tell (规模); beside a hit's measure, for people to read.
package struct Extent: Hashable, Sendable, Codable {
    /// What it measures on the ground.
    package enum Size: Hashable, Sendable, Codable {
        /// Covered ground. Rough where it rests on an assumed angle of view.
        case area(squareMetres: Double, isRough: Bool)
        /// Across its foot, as the camera sees it.
        case width(metres: Double)
        /// An area that is not known: its camera has no ground scale.
        case noScale
    }

    /// How deep water is, by marks of known height.
    package enum Depth: Hashable, Sendable, Codable {
        case atLeast(centimetres: Double)
        /// It covers none; the lowest has this height.
        case below(centimetres: Double)
        /// Its zone has none.
        case noMarks
    }

    /// Where its measure goes.
    package enum Trend: String, Hashable, Sendable, Codable {
        case growing, steady, shrinking
    }

    package let size: Size?
    package let depth: Depth?
    package var trend: Trend?

    package init(size: Size?, depth: Depth? = nil, trend: Trend? = nil) {
        (self.size, self.depth, self.trend) = (size, depth, trend)
    }
}
