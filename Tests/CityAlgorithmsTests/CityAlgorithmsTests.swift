import CityAlgorithms
import Media
import Scene
import TestSupport
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: AlgorithmCatalog.builtIn.ids, [1, 2, 3] as [UInt64])
    func `every algorithm keeps the contract`(id: String, seed: UInt64) throws {
        let entry = try #require(AlgorithmCatalog.builtIn[id])
        #expect(AlgorithmConformance.faults(of: entry, seed: seed) == [])
    }
}

@Suite struct CrowdTests {
    private let zone = Zone(id: "square", kind: .publicSpace, polygon: .wholePicture)

    private func people(_ count: Int, at seconds: Double) -> SceneLook {
        let masses = (0..<count).map { index in
            // A person 0.15 high at a foot of 0.5, a third as wide.
            let box = Box(x: Double(index) * 0.03, y: 0.35, width: 0.15 / 3 / 16 * 9, height: 0.15)
            return Mass(box: box, area: box.area * 0.6, active: box.area * 0.6, established: 0, sudden: 0.1)
        }
        return SceneLook(
            at: MediaTime(seconds: seconds), aspect: 16 / 9, personScale: .streetCamera, still: [], masses: masses)
    }

    @Test func `single people are counted one by one`() throws {
        var crowd = PersonCount(zone: zone, .init())
        for second in 0..<6 { _ = crowd.judge(Look(people(20, at: Double(second)))) }
        #expect(abs(try #require(crowd.judge(Look(people(20, at: 6))).first).measure - 20) < 2)
    }

    @Test func `a solid mass that came at once is no crowd`() {
        var crowd = PersonCount(zone: zone, .init())
        let box = Box(x: 0.2, y: 0.3, width: 0.5, height: 0.3)
        let lorry = Mass(box: box, area: box.area * 0.9, active: box.area * 0.9, established: box.area, sudden: 0.9)
        let look = SceneLook(at: .zero, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: [lorry])
        #expect(crowd.judge(Look(look)).isEmpty)
    }
}
