import Foundation

/// Which ellipsoid, and which shift of it, degrees are given on. Piculet keeps WGS 84; maps made in China for the public are
/// shifted by a few hundred metres.
package enum Datum: String, CaseIterable, Sendable, Codable {
    case wgs84 = "wgs-84"
    /// 火星坐标: AMap, Tencent.
    case gcj02 = "gcj-02"
    /// Baidu's, on top of GCJ-02.
    case bd09 = "bd-09"

    /// A place of this datum on WGS 84, to a millimetre of the published forward formulas.
    package func toWGS84(_ place: Point) -> Point {
        switch self {
        case .wgs84: place
        case .gcj02: Self.undo(Self.shifted, of: place)
        case .bd09: Self.undo(Self.shifted, of: Self.undo(Self.baidu, of: place))
        }
    }

    /// A place of WGS 84 on this datum.
    package func fromWGS84(_ place: Point) -> Point {
        switch self {
        case .wgs84: place
        case .gcj02: Self.shifted(place)
        case .bd09: Self.baidu(Self.shifted(place))
        }
    }

    /// The shifts change slowly from place to place: what is off is taken back until nothing is.
    private static func undo(_ forward: (Point) -> Point, of place: Point) -> Point {
        var guess = place
        for _ in 0..<12 {
            let seen = forward(guess)
            let off = Point(x: seen.x - place.x, y: seen.y - place.y)
            guess = Point(x: guess.x - off.x, y: guess.y - off.y)
            if abs(off.x) < 1e-10, abs(off.y) < 1e-10 { break }
        }
        return guess
    }

    // The formulas as they have been published in many programs since 2010 (no official text is public): Krasovsky's
    // ellipsoid and sums of sines; outside China's box nothing is shifted.
    private static let semiMajorAxis = 6_378_245.0
    private static let eccentricitySquared = 0.006_693_421_622_965_943_23

    private static func shifted(_ place: Point) -> Point {
        guard (72.004...137.8347).contains(place.x), (0.8293...55.8271).contains(place.y) else { return place }
        let (x, y) = (place.x - 105, place.y - 35)
        let root = abs(x).squareRoot()
        let ripple = 20 * (sin(6 * x * .pi) + sin(2 * x * .pi))
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
            + (ripple + 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi) + 160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30))
            * 2 / 3
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
            + (ripple + 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi) + 150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi))
            * 2 / 3
        let latitude = place.y / 180 * .pi
        let magic = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
        let metresNorth = semiMajorAxis * (1 - eccentricitySquared) / (magic * magic.squareRoot()) * .pi / 180
        let metresEast = semiMajorAxis / magic.squareRoot() * cos(latitude) * .pi / 180
        return Point(x: place.x + east / metresEast, y: place.y + north / metresNorth)
    }

    private static func baidu(_ place: Point) -> Point {
        let turn = Double.pi * 3000 / 180
        let away = (place.x * place.x + place.y * place.y).squareRoot() + 0.000_02 * sin(place.y * turn)
        let angle = atan2(place.y, place.x) + 0.000_003 * cos(place.x * turn)
        return Point(x: away * cos(angle) + 0.0065, y: away * sin(angle) + 0.006)
    }
}
