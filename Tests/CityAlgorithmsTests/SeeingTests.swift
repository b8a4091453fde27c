import CityAlgorithms
import Media
import Scene
import TestSupport
import Testing

/// The built-in algorithms with a network that finds persons and vehicles.
@Suite struct SeeingTests {
    private static let catalog = AlgorithmCatalog(
        packs: Pack.builtIn, networks: ["lite0-street", "lite0-water"])
    private let zone = Zone(id: "square", kind: .watch, polygon: .wholePicture)

    /// As a lorry that drives in moves: large, and there all at once.
    private let lorry = Mass(
        box: Box(x: 0.2, y: 0.3, width: 0.5, height: 0.4), area: 0.12, active: 0.12, established: 0.12, sudden: 0.2)
    private let cart = StillRegion(
        box: Box(x: 0.4, y: 0.55, width: 0.15, height: 0.2), area: 0.02, since: .zero, edgeRatio: 2)

    private func look(
        _ second: Double, masses: [Mass] = [], still: [StillRegion] = [], _ objects: [FoundObject]
    ) -> Look {
        Look(
            SceneLook(
                at: MediaTime(seconds: second), aspect: 16 / 9, personScale: .streetCamera, still: still, masses: masses
            ),
            found: ["lite0-street": objects], lookedAt: ["lite0-street": MediaTime(seconds: second)])
    }

    /// What is told of a look at the cart; one four seconds before showed it too.
    private func toldOfCart(_ made: any Algorithm, _ objects: [FoundObject]) -> [Observation] {
        var algorithm = made
        _ = algorithm.judge(look(5, still: [cart], objects))
        return algorithm.judge(look(9, still: [cart], objects))
    }

    private func person(_ number: Int, _ score: Double) -> FoundObject {
        FoundObject(
            label: "person", box: Box(x: 0.04 * Double(number), y: 0.5, width: 0.03, height: 0.1), score: score)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `they keep the contract`(seed: UInt64) {
        for entry in Self.catalog.entries { #expect(AlgorithmConformance.faults(of: entry, seed: seed) == []) }
        #expect(Self.catalog.usable.count == 3 && Self.catalog.networks.count == 2)
        #expect(Self.catalog.ids == AlgorithmCatalog.builtIn.ids)
    }

    @Test func `a lorry is no crowd, however many persons its mass is worth`() throws {
        let entry = try #require(Self.catalog["crowd"])
        var crowd = entry.make(zone)
        let vehicle = FoundObject(label: "vehicle", box: lorry.box, score: 0.9)
        #expect(crowd.judge(look(0, masses: [lorry], [vehicle])).isEmpty)
        // By its mass alone it is one.
        var blind = PersonCount(zone: zone, .init())
        #expect((blind.judge(look(0, masses: [lorry], [])).first?.measure ?? 0) > 5)
    }

    @Test func `persons that are found are counted, and more for those that are not`() throws {
        var crowd = try #require(Self.catalog["crowd"]).make(zone)
        let seen = crowd.judge(look(0, (0..<20).map { person($0, 0.8) }))
        #expect(seen.count == 1 && abs((seen.first?.measure ?? 0) - 20 * 0.92 / 0.63) < 1e-9)
        #expect(abs((seen.first?.box.width ?? 0) - 0.79) < 1e-9)
        #expect(seen.first?.parts == (0..<20).map { person($0, 0.8).box })
        let later = Look(
            look(1, []).scene, found: ["lite0-street": (0..<20).map { person($0, 0.8) }],
            lookedAt: ["lite0-street": .zero])
        #expect(crowd.judge(later).first?.parts == [], "they have walked on")
    }

    @Test func `what may be a person counts where something moves`() throws {
        let entry = try #require(Self.catalog["crowd"])
        let unsure = [person(0, 0.4), person(10, 0.4)]
        var (moving, still) = (entry.make(zone), entry.make(zone))
        let mass = Mass(
            box: Box(x: 0, y: 0.4, width: 0.05, height: 0.2), area: 0.005, active: 0.005, established: 0.005, sudden: 0)
        // One of the two: the other is a bench.
        #expect(abs((moving.judge(look(0, masses: [mass], unsure)).first?.measure ?? 0) - 0.92 / 0.63) < 1e-9)
        #expect(still.judge(look(0, unsure)).isEmpty)
    }

    @Test func `a thing that is a vehicle or people is no stall, one that only might be is`() throws {
        let entry = try #require(Self.catalog["street-stall"])
        for (label, score, count) in [("vehicle", 0.7, 0), ("vehicle", 0.5, 1), ("person", 0.9, 0), ("lorry", 0.7, 0)] {
            let seen = toldOfCart(entry.make(zone), [FoundObject(label: label, box: cart.box, score: score)])
            #expect(seen.count == count, "\(label) \(score)")
        }
        // Two people who stand before it, and so many that it is they who stand there.
        for (count, stalls) in [(2, 1), (4, 0)] {
            let people = (0..<count).map { number in
                let box = Box(x: 0.4 + 0.0375 * Double(number), y: 0.55, width: 0.0375, height: 0.16)
                return FoundObject(label: "person", box: box, score: 0.5)
            }
            #expect(toldOfCart(entry.make(zone), people).count == stalls, "\(count)")
        }
        // Beside it: it covers less than half of the thing.
        let beside = FoundObject(label: "vehicle", box: Box(x: 0.5, y: 0.55, width: 0.3, height: 0.2), score: 0.9)
        #expect(toldOfCart(entry.make(zone), [beside]).count == 1)
    }

    @Test func `networks are asked where there is something to look at`() throws {
        var crowd = try #require(Self.catalog["crowd"]).make(zone)
        let stall = try #require(Self.catalog["street-stall"]).make(zone)
        let quiet = look(0, []).scene
        #expect(crowd.lookInterval(quiet, enter: 15) == nil && stall.lookInterval(quiet, enter: 1) == nil)
        #expect(crowd.lookInterval(look(0, masses: [lorry], []).scene, enter: 15) != nil)
        #expect(stall.lookInterval(look(0, still: [cart], []).scene, enter: 1) != nil)
        // People who were found and stand still are looked at again.
        _ = crowd.judge(look(1, (0..<5).map { person($0, 0.8) }))
        #expect(crowd.lookInterval(quiet, enter: 15) != nil)
        _ = crowd.judge(look(3, []))
        #expect(crowd.lookInterval(quiet, enter: 15) == nil)
    }

    @Test func `the nearer to what counts, the sooner the network looks`() throws {
        var crowd = try #require(Self.catalog["crowd"]).make(zone)
        let moved = look(0, masses: [lorry], [])
        func interval(enter: Double) -> Duration? { crowd.lookInterval(moved.scene, enter: enter) }
        #expect(interval(enter: 15) == .seconds(3), "much came into motion since nobody looked")
        #expect(interval(enter: 500) == .seconds(10), "little for a crowd of 500, but nobody looked yet")
        _ = crowd.judge(moved)
        #expect(interval(enter: 15) == .seconds(30), "the network saw it, and nobody there")
        _ = crowd.judge(look(1, masses: [lorry], [person(0, 0.8)]))
        #expect(interval(enter: 15) == .seconds(20))
        _ = crowd.judge(look(2, masses: [lorry], (0..<6).map { person($0, 0.8) }))
        #expect(interval(enter: 15) == .seconds(3), "more than half of 15, with those that are not found")
        #expect(interval(enter: 40) == .seconds(10) && interval(enter: 50) == .seconds(20))

        var stall = try #require(Self.catalog["street-stall"]).make(zone)
        #expect(stall.lookInterval(look(9, still: [cart], []).scene, enter: 1) == .seconds(5))
        _ = stall.judge(look(9, still: [cart], []))
        #expect(stall.lookInterval(look(10, still: [cart], []).scene, enter: 1) == .seconds(20))
        let second = StillRegion(
            box: Box(x: 0.1, y: 0.55, width: 0.15, height: 0.2), area: 0.02, since: MediaTime(seconds: 11),
            edgeRatio: 2)
        #expect(stall.lookInterval(look(14, still: [cart, second], []).scene, enter: 1) == .seconds(5))
    }
}
