import CityAlgorithms
import Foundation
import Media
import Scene
import Testing

/// A road's own dry days: what always shines counts for little, what is new counts in full.
@Suite struct UsualLookTests {
    private static let network = "eyes"
    private let zone = Zone(id: "road", kind: .road, polygon: .wholePicture)

    private func look(_ hours: Double, _ cells: [FoundObject]) -> Look {
        let at = MediaTime(seconds: hours * 3600)
        return Look(
            SceneLook(at: at, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: []),
            found: [Self.network: cells], lookedAt: [Self.network: at])
    }

    /// A column of the picture, an eighth of it, is so likely wet.
    private func column(_ index: Int, _ score: Double) -> FoundObject {
        FoundObject(label: "water", box: Box(x: Double(index) / 8, y: 0, width: 0.125, height: 1), score: score)
    }

    private func water(unusual: Double? = 0.1) -> CoveredCells {
        CoveredCells(zone: zone, .init(network: Self.network, label: "water", unusual: unusual))
    }

    private func measure(_ algorithm: inout CoveredCells, _ hours: Double, _ cells: [FoundObject]) -> Double {
        algorithm.judge(look(hours, cells)).first?.measure ?? 0
    }

    /// Sees the same every ten minutes and learns that it is usual.
    private func learn(_ algorithm: inout CoveredCells, from start: Double = 0, hours: Double, _ cells: [FoundObject]) {
        for step in 0...Int(hours * 6) {
            _ = algorithm.judge(look(start + Double(step) / 6, cells))
            algorithm.learnUsual()
        }
    }

    private var shining: [FoundObject] { (0..<4).map { column($0, 0.8) } }

    @Test func `a road that always shines counts for nothing, new water on it in full`() {
        var algorithm = water()
        learn(&algorithm, hours: 25, shining)
        #expect(algorithm.usual?.isEnough == true)
        #expect(measure(&algorithm, 26, shining) < 1e-6)
        #expect(abs(measure(&algorithm, 27, shining + [column(4, 0.9), column(5, 0.9)]) - 0.75) < 0.03)
        // A little more than usual: 0.05 of 0.1 on the average.
        let more = (0..<4).map { column($0, 0.9) }
        #expect(abs(measure(&algorithm, 28, more) - 0.25) < 0.02)
    }

    @Test func `before a day and a night are learned nothing is made less of`() {
        var algorithm = water()
        learn(&algorithm, hours: 23, shining)
        #expect(algorithm.usual?.isEnough == false)
        #expect(abs(measure(&algorithm, 24, shining) - 0.5) < 0.03)
    }

    @Test func `fair weather does not thin out what rain taught`() {
        var algorithm = water()
        learn(&algorithm, hours: 10, shining)
        let taught = algorithm.usual?.likelihoods
        learn(&algorithm, from: 10.2, hours: 90, [column(7, 0.1)])
        #expect(algorithm.usual?.likelihoods == taught)
        #expect(measure(&algorithm, 101, shining) < 1e-6)
    }

    @Test func `on a road that was always dry a little water counts in full`() {
        var algorithm = water()
        learn(&algorithm, hours: 25, [])
        #expect(algorithm.usual?.isEnough == true)
        // A cell a sixteenth of the zone, and no more.
        let puddle = FoundObject(label: "water", box: Box(x: 0, y: 0, width: 0.25, height: 0.25), score: 0.6)
        #expect(abs(measure(&algorithm, 26, [puddle]) - 0.0625) < 0.005)
    }

    @Test func `what another network learned is left`() throws {
        var algorithm = water()
        learn(&algorithm, hours: 25, shining)
        var other = CoveredCells(zone: zone, .init(network: "others", label: "water", unusual: 0.1))
        other.recall(try #require(algorithm.usual))
        #expect(other.usual?.isEnough == false)
    }

    @Test func `where nothing is to be learned nothing is`() {
        var algorithm = water(unusual: nil)
        learn(&algorithm, hours: 30, shining)
        #expect(algorithm.usual == nil)
        #expect(abs(measure(&algorithm, 31, shining) - 0.5) < 0.03)
    }

    @Test func `what was learned is kept over a restart, and left where the zone is another`() throws {
        var algorithm = water()
        learn(&algorithm, hours: 25, shining)
        let kept = try JSONDecoder().decode(
            UsualLook.self, from: JSONEncoder().encode(try #require(algorithm.usual)))
        var later = water()
        later.recall(kept)
        #expect(later.usual?.isEnough == true && measure(&later, 0, shining) < 0.02)
        var smaller = CoveredCells(
            zone: Zone(
                id: "road", kind: .road,
                polygon: Polygon([Point(x: 0, y: 0), Point(x: 0.5, y: 0), Point(x: 0, y: 0.5)])),
            .init(network: Self.network, label: "water", unusual: 0.1))
        smaller.recall(kept)
        #expect(smaller.usual?.isEnough == false)
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(
                UsualLook.self, from: Data(#"{"subject": "a", "levels": [300], "weight": 1, "seconds": 5}"#.utf8))
        }
        // A file that somebody made up: times and weights are brought into their ranges.
        let odd = try JSONDecoder().decode(
            UsualLook.self,
            from: Data(#"{"subject": "a", "levels": [255], "weight": -1e300, "seconds": 9000000000000000000}"#.utf8))
        #expect(odd.isEnough && odd.weight == 0)
    }
}
