import CityAlgorithms
import Media
import Scene
import TestSupport
import Testing

/// What a pack comes to: rules over the program's parts that nobody wrote Swift for.
@Suite struct PackTests {
    private static let parking = Pack(
        AlgorithmProfile(
            id: "parking", nameZH: "违停", nameEN: "Parking", zoneKinds: [.noStopping], lastingKey: .dwell,
            lasting: .seconds(60), threshold: nil, gap: .seconds(6), quietAfter: .seconds(60), handlingHours: 2),
        version: 1, meaning: Words(zh: "车", en: "a vehicle"),
        looksFor: .stillThing(
            .init(width: 0.5...12, height: 0.2...4, area: 0, networks: ["street"], vehicle: .only(0.5))))

    private let thing = StillRegion(
        box: Box(x: 0.4, y: 0.55, width: 0.2, height: 0.15), area: 0.02, since: .zero, edgeRatio: 2)

    /// What is told of a look; one four seconds before showed the same things.
    private func told(_ made: some Algorithm, _ things: [StillRegion], _ objects: [FoundObject]?) -> [Observation] {
        var algorithm = made
        _ = algorithm.judge(look(things, objects, at: 5))
        return algorithm.judge(look(things, objects))
    }

    private func look(_ things: [StillRegion], _ objects: [FoundObject]?, at seconds: Double = 9) -> Look {
        Look(
            SceneLook(
                at: MediaTime(seconds: seconds), aspect: 16 / 9, personScale: .streetCamera, still: things, masses: []),
            found: objects.map { ["street": $0] } ?? [:],
            lookedAt: objects == nil ? [:] : ["street": MediaTime(seconds: seconds)])
    }

    private func vehicle(_ score: Double) -> FoundObject {
        FoundObject(label: "vehicle", box: thing.box, score: score)
    }

    @Test func `a pack that only vehicles are for sees a vehicle that stands, as sure as the network is`() {
        let entry = AlgorithmEntry(Self.parking, networks: ["street"])
        for (score, count) in [(0.8, 1), (0.4, 0)] {
            let zone = Zone(id: "z", kind: .noStopping, polygon: .wholePicture)
            let other = FoundObject(label: "two-wheeler", box: thing.box, score: score)
            #expect(told(entry.make(zone), [thing], [other]).isEmpty)
            let seen = told(entry.make(zone), [thing], [vehicle(score)])
            #expect(seen.count == count)
            #expect(seen.first.map { $0.score == score && $0.box == thing.box && $0.parts == [thing.box] } ?? true)
        }
    }

    @Test func `it cannot be used without its network, one that the scene is enough for can`() {
        let without = AlgorithmCatalog(packs: Pack.builtIn + [Self.parking], networks: [])
        #expect(without.usable.map(\.id) == ["street-stall", "crowd"])
        let with = AlgorithmCatalog(packs: Pack.builtIn + [Self.parking], networks: ["street"])
        #expect(with.usable.map(\.id) == ["street-stall", "crowd", "parking"])
        #expect(
            with.general.map(\.id) == ["street-stall", "crowd"],
            "nobody stops in a place that anything may be watched in")
    }

    @Test func `sizes are in heights of a person who stands there, ends included`() {
        // A person is 0.15 high at the foot of the thing, so it is 2.37 wide and 1 high.
        let height = look([thing], nil).scene.personHeight(at: thing.box)
        let (wide, high) = (0.2 * 16 / 9 / height, 0.15 / height)
        let cases: [(StillThing.Terms, Int)] = [
            (.init(width: wide...9, height: 0...high, area: 0), 1),
            (.init(width: wide + 0.01...9, height: 0...high, area: 0), 0),
            (.init(width: 0...9, height: 0...high - 0.01, area: 0), 0),
            (.init(width: 0...9, height: 0...9, area: 0.02 * 16 / 9 / (height * height) + 0.01), 0),
            (.init(width: 0...9, height: 0...9, area: 0, slimmest: wide / high + 0.01), 0),
        ]
        for (terms, count) in cases {
            #expect(told(StillThing(zone: .wholePicture, terms), [thing], nil).count == count, "\(terms)")
        }
    }

    @Test func `what nearly touches is one where a pack says so`() {
        let height = look([thing], nil).scene.personHeight(at: thing.box)
        let gap = 0.2 * height / (16.0 / 9)
        let beside = StillRegion(
            box: Box(x: 0.6 + gap, y: 0.55, width: 0.1, height: 0.15), area: 0.01, since: .zero, edgeRatio: 2)
        for (reach, count) in [(0.0, 2), (0.25, 1)] {
            let still = StillThing(
                zone: .wholePicture, .init(width: 0...9, height: 0...9, area: 0, joinedWithin: reach))
            #expect(told(still, [thing, beside], nil).count == count)
        }
    }

    @Test func `a thing is told once it has been in sight for three seconds, whatever its pixels say of when it came`()
    {
        func told(at seconds: [Double]) -> [Int] {
            var still = StillThing(zone: .wholePicture, .init(width: 0...9, height: 0...9, area: 0))
            return (0..<20).map { second in
                still.judge(look(seconds.contains(Double(second)) ? [thing] : [], nil, at: Double(second))).count
            }
        }
        #expect(told(at: [9, 10]).allSatisfy { $0 == 0 }, "a shadow that goes")
        #expect(told(at: [9, 10, 11, 12]).firstIndex(of: 1) == 12)
        #expect(told(at: [2, 9, 16]).allSatisfy { $0 == 0 }, "three times for a moment")
        #expect(told(at: [2, 3, 4, 9, 10]).firstIndex(of: 1) == 10, "somebody stood before it")
        var seldom = StillThing(zone: .wholePicture, .init(width: 0...9, height: 0...9, area: 0))
        for second in [0.0, 8] { _ = seldom.judge(look([], nil, at: second)) }
        #expect(seldom.judge(look([thing], nil, at: 16)).count == 1, "who looks each 8 s cannot wait for another look")
        var stopped = StillThing(zone: .wholePicture, .init(width: 0...9, height: 0...9, area: 0))
        for second in [0.0, 1] { _ = stopped.judge(look([], nil, at: second)) }
        #expect(stopped.judge(look([thing], nil, at: 9)).isEmpty, "the stream stood still once")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `they keep the contract of algorithms`(seed: UInt64) {
        let entry = AlgorithmEntry(Self.parking, networks: ["street"])
        #expect(AlgorithmConformance.faults(of: entry, seed: seed) == [])
    }

    @Test func `a pack that changed is another algorithm`() {
        let now = AlgorithmEntry(Self.parking, networks: ["street"])
        let newer = Pack(
            Self.parking.profile, version: 2, meaning: Self.parking.meaning, looksFor: Self.parking.looksFor)
        #expect(now.isSame(as: AlgorithmEntry(Self.parking, networks: ["street"])))
        #expect(!now.isSame(as: AlgorithmEntry(newer, networks: ["street"])))
        // Its network came.
        #expect(!AlgorithmEntry(.crowd, networks: []).isSame(as: AlgorithmEntry(.crowd, networks: ["lite0-street"])))
    }
}
