import CityAlgorithms
import Media
import TestSupport
import Testing

@Suite struct CatalogTests {
    private struct Dogs: Algorithm {
        let zone: Zone

        mutating func judge(_ look: Look, into observations: inout [Observation]) {
            for dog in look.objects(of: "animals") where zone.polygon.contains(dog.box.foot.insidePicture) {
                observations.append(Observation(since: look.at, box: dog.box, measure: 1, score: dog.score))
            }
        }
    }

    private static let dogs = AlgorithmEntry(
        AlgorithmProfile(
            id: "loose-dog", nameZH: "犬只", nameEN: "Loose dog", zoneKinds: [.watch], lastingKey: .dwell,
            lasting: .seconds(10), threshold: nil, gap: .seconds(2), quietAfter: .seconds(60), handlingHours: 1),
        needs: LookNeeds(networks: ["animals"])
    ) { Dogs(zone: $0) }

    @Test func `the built-ins need the scene alone`() {
        let catalog = AlgorithmCatalog.builtIn
        #expect(catalog.ids == ["street-stall", "crowd", "waterlogging", "muck-truck"] && catalog.usable.count == 2)
        #expect(catalog.usable.allSatisfy { $0.needs == .scene })
        #expect(catalog["crowd"]?.profile.nameEN == "Crowd" && catalog["crowds"] == nil)
    }

    @Test func `an algorithm is usable where its network is`() {
        let without = AlgorithmCatalog(AlgorithmCatalog.builtIn.entries + [Self.dogs])
        #expect(without.missing(for: Self.dogs) == "animals")
        #expect(without.usable.map(\.id) == ["street-stall", "crowd"])
        let with = AlgorithmCatalog(without.entries, networks: ["animals", "faces"])
        #expect(with.usable.map(\.id) == ["street-stall", "crowd", "loose-dog"])
    }

    @Test func `a type that no algorithm of the catalog finds is called by its id`() {
        #expect(AlgorithmCatalog.builtIn.name(of: "street-stall") == Words(zh: "占道经营", en: "Street stall"))
        #expect(AlgorithmCatalog.builtIn.name(of: "gone") == Words(zh: "gone", en: "gone"))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `an algorithm that needs a network keeps the contract too`(seed: UInt64) {
        #expect(AlgorithmConformance.faults(of: Self.dogs, seed: seed) == [])
    }
}
