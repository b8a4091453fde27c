import CityAlgorithms
import Media
import Scene
import Testing

@Suite struct WaterloggingTests {
    /// The lower half of the picture.
    private let road = Zone(
        id: "road", kind: .road,
        polygon: Polygon([Point(x: 0, y: 0.5), Point(x: 1, y: 0.5), Point(x: 1, y: 1), Point(x: 0, y: 1)]))

    private func look(_ second: Double, _ objects: [FoundObject]) -> Look {
        Look(
            SceneLook(
                at: MediaTime(seconds: second), aspect: 16 / 9, personScale: .streetCamera, still: [], masses: []),
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
