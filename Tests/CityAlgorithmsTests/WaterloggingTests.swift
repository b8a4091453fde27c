import CityAlgorithms
import Media
import Scene
import Testing

@Suite struct WaterloggingTests {
    /// The lower half of the picture.
    private let road = Zone(
        id: "road", kind: .road,
        polygon: Polygon([Point(x: 0, y: 0.5), Point(x: 1, y: 0.5), Point(x: 1, y: 1), Point(x: 0, y: 1)]))

    private func look(
        _ second: Double, _ objects: [FoundObject], scale: GroundScale? = nil, depths: [DepthMark] = []
    ) -> Look {
        Look(
            SceneLook(
                at: MediaTime(seconds: second), aspect: 16 / 9, personScale: .streetCamera, groundScale: scale,
                depths: depths, still: [], masses: []),
            found: ["lite0-water": objects], lookedAt: ["lite0-water": MediaTime(seconds: second)])
    }

    private func cell(_ x: Double, _ y: Double, _ label: String = "water") -> FoundObject {
        FoundObject(label: label, box: Box(x: x, y: y, width: 0.25, height: 0.25), score: 0.8)
    }

    private func made() throws -> any Algorithm {
        let entry = try #require(AlgorithmCatalog(packs: Pack.builtIn, networks: ["lite0-water"])["waterlogging"])
        return entry.make(road)
    }

    @Test func `the measure is the share of the zone that is covered, wherever else there is water`() throws {
        var water = try made()
        // Three of the road's eight cells, and one of the sky's; one that is no water.
        let cells = [cell(0, 0.75), cell(0.25, 0.75), cell(0.5, 0.5), cell(0.5, 0), cell(0.75, 0.5, "person")]
        let seen = water.judge(look(0, cells))
        #expect(seen.count == 1 && seen.first?.measure == 0.375)
        let box = try #require(seen.first?.box)
        #expect(seen.first?.parts == cells.prefix(3).map(\.box), "the cells that cover the road")
        #expect(abs(box.x) < 0.02 && abs(box.y - 0.5) < 0.02 && abs(box.width - 0.75) < 0.04)
        #expect(water.judge(look(60, [])).isEmpty)
    }

    /// The road's corners 4 m apart near by and 20 m far away from there: a street of 8 m by 20 m.
    private func street() throws -> GroundScale {
        let corners = [(0.0, 1.0, 0.0, 0.0), (1, 1, 8, 0), (0.75, 0.5, 8, 20), (0.25, 0.5, 0, 20)]
        return try GroundReference(
            places: corners.map { .init(Point(x: $0.0, y: $0.1), metres: Point(x: $0.2, y: $0.3)) }
        ).scale(aspect: 16 / 9)
    }

    @Test func `what is covered is told in square metres, or that the camera has no ground scale`() throws {
        let (near, far) = (cell(0, 0.75), cell(0.5, 0.5))
        var water = try made()
        #expect(water.judge(look(0, [near])).first?.extent == Extent(size: .noScale, depth: .noMarks))
        let scale = try street()
        func squareMetres(_ second: Double, _ objects: [FoundObject]) -> Double? {
            guard case .area(let area, false)? = water.judge(look(second, objects, scale: scale)).first?.extent?.size
            else { return nil }
            return area
        }
        for (second, cells) in [[near], [far], [near, far]].enumerated() {
            let told = try #require(squareMetres(Double(second + 1), cells))
            let truth = cells.reduce(0) { $0 + scale.squareMetres(of: $1.box) }
            #expect(abs(told / truth - 1) < 0.02, "\(told) of \(truth)")
        }
        // A cell that is farther away covers more ground.
        #expect(scale.squareMetres(of: far.box) > 1.5 * scale.squareMetres(of: near.box))
    }

    @Test func `a mark that water covers tells how deep it is at least`() throws {
        func mark(_ x: Double, _ y: Double, _ centimetres: Double) -> DepthMark {
            DepthMark(at: Point(x: x, y: y), centimetres: centimetres)
        }
        // The third lies outside the zone.
        let marks = [mark(0.1, 0.8, 15), mark(0.6, 0.8, 30), mark(0.1, 0.3, 5)]
        var water = try made()
        func depth(_ second: Double, _ cells: [FoundObject]) -> Extent.Depth? {
            water.judge(look(second, cells, depths: marks)).first?.extent?.depth
        }
        #expect(depth(0, [cell(0.75, 0.75)]) == .below(centimetres: 15))
        #expect(depth(1, [cell(0, 0.75)]) == .atLeast(centimetres: 15))
        #expect(depth(2, [cell(0, 0.75), cell(0.5, 0.75)]) == .atLeast(centimetres: 30))
    }

    /// What became of a road's water, by the whole rule: so many of its eight cells are covered in each half minute.
    private func hits(_ covered: [Int]) throws -> [(second: Int, trend: Extent.Trend?)] {
        var water = try made()
        var rule = HitRule(terms: .init(Pack.waterlogging.profile), permits: [])
        let cells = (0..<8).map { cell(Double($0 % 4) * 0.25, $0 < 4 ? 0.75 : 0.5) }
        var hits: [(second: Int, trend: Extent.Trend?)] = []
        for second in stride(from: 0, to: covered.count * 30, by: 10) {
            let seen = water.judge(look(Double(second), Array(cells.prefix(covered[second / 30]))))
            let at = MediaTime(seconds: Double(second))
            for outcome in rule.take(seen, at: at, timeOfDay: .seconds(36_000 + second)) {
                if case .hit(_, _, _, _, let extent) = outcome { hits.append((second, extent?.trend)) }
            }
        }
        return hits
    }

    @Test func `water that stays or grows is a hit, water that runs off is none`() throws {
        let steady = try hits([6, 6, 6, 6, 6, 6, 6])
        #expect(steady.map(\.second) == [180] && steady.map(\.trend) == [.steady])
        let growing = try hits([4, 4, 5, 6, 7, 8, 8])
        #expect(growing.map(\.second) == [180] && growing.map(\.trend) == [.growing])
        // From all of the road to what still counts by itself within three minutes.
        #expect(try hits([8, 8, 7, 6, 5, 5, 5, 4, 4]).isEmpty)
        // A little less is no running off, and is told.
        #expect(try hits([8, 8, 7, 7, 7, 6, 6]).map(\.trend) == [.shrinking])
    }

    @Test func `what is left of it is a hit once it has stayed by itself`() throws {
        let left = try hits([8, 8] + Array(repeating: 5, count: 12))
        // Out of sight from 60 s to the end of the gap, then three minutes.
        #expect(left.count == 1 && (270...300).contains(left[0].second) && left[0].trend == .steady)
    }

    @Test func `it looks once a minute, and closer where there is some`() throws {
        var water = try made()
        #expect(water.lookInterval(look(0, []).scene, enter: 0.5) == .seconds(60))
        _ = water.judge(look(0, [cell(0, 0.75), cell(0.25, 0.75)]))
        let later = look(1, []).scene
        #expect(water.lookInterval(later, enter: 0.5) == .seconds(10), "a quarter: half of what counts")
        #expect(water.lookInterval(later, enter: 0.51) == .seconds(60))
    }

    @Test func `without its network it cannot be used`() throws {
        let catalog = AlgorithmCatalog.builtIn
        #expect(catalog.missing(for: try #require(catalog["waterlogging"])) == "lite0-water")
        #expect(!catalog.usable.contains { $0.id == "waterlogging" })
    }
}
