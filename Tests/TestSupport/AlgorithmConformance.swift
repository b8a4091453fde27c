import CityAlgorithms
import Media
import Scene

/// What every algorithm must keep; a failure is a sentence.
package enum AlgorithmConformance {
    package static func faults(of entry: AlgorithmEntry, seed: UInt64) -> [String] {
        var faults: [String] = []
        let profile = entry.profile
        if profile.id.contains(where: { !($0.isLowercase || $0 == "-" || $0.isNumber) }) || profile.id.isEmpty {
            faults.append("the id '\(profile.id)' is not lower-case words joined by '-'")
        }
        if profile.nameZH.isEmpty || profile.nameEN.isEmpty { faults.append("a name is missing in one language") }
        if profile.zoneKinds.isEmpty { faults.append("it watches no zones") }
        if profile.zoneKinds.contains(.ignore) { faults.append("it watches 'ignore' zones") }
        if profile.lasting < .zero || profile.lasting == .zero && !profile.passes || profile.gap < .zero { faults.append("its times are not positive") }
        let zone = Zone(id: "z", kind: .watch, polygon: .wholePicture)
        if !quietScene(entry).isEmpty { faults.append("it sees something where nothing is") }
        let (first, second) = (walk(entry, zone, seed), walk(entry, zone, seed))
        if first.map(\.1) != second.map(\.1) { faults.append("the same looks gave other observations") }
        for (at, seen) in first {
            for observation in seen {
                let box = observation.box
                if box.x < -1e-9 || box.y < -1e-9 || box.x + box.width > 1 + 1e-9 || box.y + box.height > 1 + 1e-9 {
                    faults.append("a box lies outside the picture: \(box)")
                }
                if observation.since > at { faults.append("something is seen since the future") }
                if !(0...1).contains(observation.score) { faults.append("a score is not within 0...1") }
                if !observation.measure.isFinite || observation.measure < 0 { faults.append("a measure is no amount") }
            }
        }
        let empty = Zone(id: "none", kind: .watch, polygon: Polygon([]))
        if walk(entry, empty, seed).contains(where: { !$0.1.isEmpty }) {
            faults.append("it sees something outside its zone")
        }
        return Array(Set(faults)).sorted()
    }

    private static func quietScene(_ entry: AlgorithmEntry) -> [Observation] {
        var algorithm = entry.make(Zone(id: "z", kind: .watch, polygon: .wholePicture))
        return (0..<50).flatMap { index in
            let scene = SceneLook(
                at: MediaTime(seconds: Double(index)), aspect: 16 / 9, personScale: .streetCamera, still: [],
                masses: [])
            return algorithm.judge(look(scene, entry.needs) { [] })
        }
    }

    /// A look has what the entry names, and no more.
    private static func look(_ scene: SceneLook, _ needs: LookNeeds, _ objects: () -> [FoundObject]) -> Look {
        Look(scene, found: Dictionary(uniqueKeysWithValues: needs.networks.sorted().map { ($0, objects()) }))
    }

    /// Random looks, some with the extremes: whole-picture regions, points, edges.
    private static func walk(
        _ entry: AlgorithmEntry, _ zone: Zone, _ seed: UInt64
    ) -> [(MediaTime, [Observation])] {
        var algorithm = entry.make(zone)
        var random = SeededRandom(seed: seed)
        func box() -> Box {
            if Int.random(in: 0..<8, using: &random) == 0 { return Box(x: 0, y: 0, width: 1, height: 1) }
            let (x, y) = (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
            return Box(
                x: x, y: y, width: Double.random(in: 0...(1 - x), using: &random),
                height: Double.random(in: 0...(1 - y), using: &random))
        }
        func objects() -> [FoundObject] {
            (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                let label = ["person", "cart", "dog", "water"].randomElement(using: &random) ?? "person"
                return FoundObject(label: label, box: box(), score: Double.random(in: 0...1, using: &random))
            }
        }
        return (0..<300).map { index in
            let at = MediaTime(seconds: Double(index) * 0.5)
            let still = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                let box = box()
                return StillRegion(box: box, area: box.area * 0.7, since: at - .seconds(1), edgeRatio: 2)
            }
            let masses = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                let box = box()
                let area = box.area * Double.random(in: 0.1...1, using: &random)
                return Mass(box: box, area: area, active: area, established: area / 2, sudden: 0.2)
            }
            let scene = SceneLook(
                at: at, aspect: 16 / 9, personScale: .streetCamera, still: still, masses: masses)
            return (at, algorithm.judge(look(scene, entry.needs, objects)))
        }
    }
}
