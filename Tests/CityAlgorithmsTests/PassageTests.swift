import CityAlgorithms
import Media
import Scene
import TestSupport
import Testing

/// A vehicle of a kind passes: what looks together make of it.
@Suite struct PassageTests {
    private static let pack = Pack.muckTruck
    private static let network = "lite0-muck"
    private let road = Zone(id: "road", kind: .road, polygon: .wholePicture)

    /// A vehicle at a place along the road, and how sure the network is of it; the foreground covers it.
    private struct Vehicle {
        let x: Double
        var y = 0.4
        var width = 0.3
        let score: Double
        var moves = true

        var box: Box { Box(x: x, y: y, width: width, height: 0.3) }
    }

    private func look(_ seconds: Double, _ vehicles: [Vehicle]) -> Look {
        let at = MediaTime(seconds: seconds)
        let masses = vehicles.filter(\.moves).map {
            Mass(box: $0.box, area: 0.08, active: 0.08, established: 0.08, sudden: 0)
        }
        return Look(
            SceneLook(at: at, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: masses),
            found: [
                Self.network: vehicles.map { FoundObject(label: "muck-truck", box: $0.box, score: $0.score) }
            ], lookedAt: [Self.network: at])
    }

    private func made() -> any Algorithm {
        AlgorithmEntry(Self.pack, networks: [Self.network]).make(road)
    }

    /// What is told at each of some looks a second apart, of one vehicle that drives to the right.
    private func told(_ scores: [Double]) -> [Int] {
        var passage = made()
        return scores.enumerated().map { second, score in
            passage.judge(look(Double(second), [Vehicle(x: 0.05 + 0.12 * Double(second), score: score)])).count
        }
    }

    @Test func `one look that is sure enough tells it, less sure ones do together`() {
        #expect(told([0.71]) == [1])
        #expect(told([0.61, 0.61]) == [0, 1])
        #expect(told([0.58, 0.58, 0.58]) == [0, 0, 1])
        #expect(told([0.55, 0.55, 0.55, 0.55, 0.55, 0.55]) == [0, 0, 0, 0, 0, 0], "however often")
        #expect(told([0.1, 0.9, 0.6, 0.6]) == [0, 0, 0, 0], "a look that says no counts too")
        #expect(told([0.01, 0.01, 0.9, 0.9]) == [0, 0, 0, 0])
    }

    @Test func `a look at a part, or from afar, does not count once there is a better one`() {
        var passage = made()
        #expect(passage.judge(look(0, [Vehicle(x: 0, width: 0.1, score: 0.05)])).isEmpty)
        #expect(passage.judge(look(1, [Vehicle(x: 0.05, width: 0.3, score: 0.75)])).count == 1)
    }

    @Test
    func `it is told where it was when it was sure, as long as it passes, and its box is drawn in that picture alone`()
    {
        var passage = made()
        let first = passage.judge(look(0, [Vehicle(x: 0.1, score: 0.9)]))
        let second = passage.judge(look(1, [Vehicle(x: 0.3, score: 0.9)]))
        #expect(first.first?.box == second.first?.box && first.first?.number == second.first?.number)
        #expect(first.first?.parts == [Vehicle(x: 0.1, score: 0.9).box] && second.first?.parts == [])
        #expect(passage.judge(look(6, [])).count == 1, "it may be behind another for five seconds")
        #expect(passage.judge(look(7, [])).isEmpty)
    }

    @Test func `what comes where another passed long ago is told of since it came`() {
        var passage = made()
        #expect(passage.judge(look(0, [Vehicle(x: 0.3, score: 0.05)])).isEmpty)
        let came = passage.judge(look(6, [Vehicle(x: 0.3, score: 0.9)]))
        #expect(came.map(\.since) == [MediaTime(seconds: 6)])
    }

    @Test func `of two that follow each other each is told`() {
        var passage = made()
        var numbers: Set<Int?> = []
        for second in 0..<9 {
            let drives = [0.0, 0.45].map { Vehicle(x: 0.02 + 0.06 * Double(second) + $0, score: 0.9) }
            numbers.formUnion(passage.judge(look(Double(second), drives.filter { $0.x < 0.7 })).map(\.number))
        }
        #expect(numbers.count == 2)
    }

    @Test
    func `a part of a vehicle is no other, what stands does not pass, and what is outside the zone is not asked about`()
    {
        var passage = made()
        let whole = Vehicle(x: 0.2, score: 0.95)
        let part = Vehicle(x: 0.22, y: 0.41, width: 0.1, score: 0.9)
        #expect(passage.judge(look(0, [part, whole])).map(\.box) == [whole.box])
        var still = made()
        #expect(still.judge(look(0, [Vehicle(x: 0.2, score: 0.95, moves: false)])).isEmpty)
        let corner = Zone(
            id: "corner", kind: .road,
            polygon: Polygon([Point(x: 0.8, y: 0.8), Point(x: 1, y: 0.8), Point(x: 1, y: 1), Point(x: 0.8, y: 1)]))
        let road = Zone(
            id: "far", kind: .road,
            polygon: Polygon([Point(x: 0, y: 0.3), Point(x: 1, y: 0.3), Point(x: 1, y: 0.65), Point(x: 0, y: 0.65)]))
        var before = AlgorithmEntry(Self.pack, networks: [Self.network]).make(road)
        #expect(before.judge(look(0, [whole])).count == 1, "a passer-by before it makes the box reach beyond the road")
        var elsewhere = AlgorithmEntry(Self.pack, networks: [Self.network]).make(corner)
        #expect(elsewhere.judge(look(0, [whole])).isEmpty)
    }

    @Test func `the network looks each second while something as large as a lorry moves, and seldom once it is known`()
    {
        var passage = made()
        #expect(passage.lookInterval(look(0, []).scene, enter: 1) == nil)
        let person = Mass(
            box: Box(x: 0.5, y: 0.4, width: 0.04, height: 0.2), area: 0.005, active: 0, established: 0, sudden: 0)
        let walks = SceneLook(at: .zero, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: [person])
        #expect(passage.lookInterval(walks, enter: 1) == nil)
        for second in 0..<3 {
            let now = look(Double(second), [Vehicle(x: 0.1 + 0.1 * Double(second), score: 0.3)])
            #expect(passage.lookInterval(now.scene, enter: 1) == .milliseconds(800))
            #expect(passage.judge(now).isEmpty)
            #expect(passage.asksForEveryPicture == (second < 2), "until it is known")
        }
        let later = look(3, [Vehicle(x: 0.4, score: 0.3)])
        #expect(passage.lookInterval(later.scene, enter: 1) == .seconds(2))
    }

    @Test func `one that is surely another is known after two looks; one that comes behind it is looked at in a hurry`()
    {
        var passage = made()
        let other = Vehicle(x: 0.6, score: 0.02)
        #expect(passage.judge(look(0, [other])).isEmpty)
        #expect(passage.asksForEveryPicture, "it may come nearer")
        #expect(passage.judge(look(1, [other])).isEmpty)
        #expect(!passage.asksForEveryPicture)
        func interval(_ seconds: Double, _ vehicles: Vehicle...) -> Duration? {
            passage.lookInterval(look(seconds, vehicles).scene, enter: 1)
        }
        #expect(interval(2, other) == .seconds(2))
        #expect(interval(2, other, Vehicle(x: 0.1, score: 0.9)) == .milliseconds(800))
        #expect(interval(2, other, Vehicle(x: 0, score: 0.9)) == .seconds(2), "it is not all in sight")
    }

    @Test func `one that may be it is looked at twice as often, for a while`() {
        var passage = made()
        let maybe = Vehicle(x: 0.3, score: 0.55)
        var asked: [Duration?] = []
        for second in 0..<10 {
            _ = passage.judge(look(Double(second), [maybe]))
            asked.append(passage.lookInterval(look(Double(second), [maybe]).scene, enter: 1))
        }
        #expect(asked == Array(repeating: .milliseconds(400), count: 7) + Array(repeating: .seconds(2), count: 3))
    }

    @Test func `what the network says nothing of is asked about again at leisure, until it is larger or elsewhere`() {
        var passage = made()
        func scene(_ box: Box) -> SceneLook {
            let mass = Mass(box: box, area: 0.08, active: 0.08, established: 0.08, sudden: 0)
            return SceneLook(at: .zero, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: [mass])
        }
        let people = Box(x: 0.3, y: 0.4, width: 0.2, height: 0.3)
        _ = passage.judge(Look(scene(people), found: [Self.network: []], lookedAt: [Self.network: .zero]))
        #expect(passage.lookInterval(scene(people), enter: 1) == .seconds(2))
        let grown = Box(x: 0.2, y: 0.35, width: 0.35, height: 0.35)
        #expect(passage.lookInterval(scene(grown), enter: 1) == .milliseconds(800))
        let elsewhere = Box(x: 0.6, y: 0.4, width: 0.2, height: 0.3)
        #expect(passage.lookInterval(scene(elsewhere), enter: 1) == .milliseconds(800))
    }

    @Test func `what comes in when the one before must have left is another`() {
        var passage = made()
        var numbers: Set<Int> = []
        func see(_ seconds: Double, _ x: Double) {
            for told in passage.judge(look(seconds, [Vehicle(x: x, score: 0.8)])) {
                if let number = told.number { numbers.insert(number) }
            }
        }
        // A third of the picture each second: by 2.5 s it is out of it, and the next one comes in behind.
        for second in 0..<3 { see(Double(second), 0.05 + 0.33 * Double(second)) }
        #expect(numbers.count == 1)
        see(3.2, 0.02)
        see(3.6, 0.15)
        #expect(numbers.count == 2)
    }

    /// A look in which the network did not look.
    private func glance(_ seconds: Double, _ moving: [Box]) -> Look {
        let masses = moving.map { Mass(box: $0, area: 0.08, active: 0.08, established: 0.08, sudden: 0) }
        return Look(
            SceneLook(
                at: MediaTime(seconds: seconds), aspect: 16 / 9, personScale: .streetCamera, still: [], masses: masses),
            found: [Self.network: []], lookedAt: [:])
    }

    /// How many are told where one is seen once, drives off between the network's looks, and another comes in behind it.
    private func toldOfTwo(moving: (_ x: Double) -> Box) -> Int {
        var passage = made()
        var numbers: Set<Int?> = []
        numbers.formUnion(passage.judge(look(0, [Vehicle(x: 0.2, score: 0.9)])).map(\.number))
        for tenth in 1...30 {
            let (seconds, x) = (Double(tenth) / 10, 0.2 + 0.03 * Double(tenth))
            let box = moving(x)
            let end = min(box.x + box.width, 1)
            let inSight = Box(x: box.x, y: box.y, width: max(end - box.x, 0.01), height: box.height)
            numbers.formUnion(passage.judge(glance(seconds, x < 0.95 ? [inSight] : [])).map(\.number))
        }
        numbers.formUnion(passage.judge(look(3.1, [Vehicle(x: 0.2, score: 0.9)])).map(\.number))
        return numbers.count
    }

    @Test func `a vehicle is followed by what moves while the network does not look`() {
        #expect(toldOfTwo { Vehicle(x: $0, score: 0).box } == 2)
        #expect(toldOfTwo { _ in Vehicle(x: 0.2, score: 0).box } == 1, "it never left")
        // People walk before it for a while, and move as one with it.
        let withPeople = toldOfTwo { x in
            (0.4..<0.6).contains(x) ? Box(x: x - 0.15, y: 0.4, width: 0.45, height: 0.5) : Vehicle(x: x, score: 0).box
        }
        #expect(withPeople == 2)
    }

    @Test func `the end of one that leaves is no other`() {
        var passage = made()
        var numbers: Set<Int?> = []
        for second in 0..<3 {
            let drives = Vehicle(x: 0.1 + 0.25 * Double(second), score: 0.9)
            numbers.formUnion(passage.judge(look(Double(second), [drives])).map(\.number))
        }
        // By 3.2 s its middle would be out of the picture.
        let end = Vehicle(x: 0.9, width: 0.1, score: 0.9)
        numbers.formUnion(passage.judge(look(3.2, [end])).map(\.number))
        #expect(numbers == [1])
        numbers.formUnion(passage.judge(look(3.4, [Vehicle(x: 0.02, score: 0.9)])).map(\.number))
        #expect(numbers == [1, 2])
    }

    @Test func `what moves as one with a vehicle that is known is a part of it`() {
        var passage = made()
        let lorry = Box(x: 0.1, y: 0.3, width: 0.5, height: 0.4)
        func judge(_ seconds: Double, _ found: [(Box, Double)], moved: Double, others: [Box] = []) -> [Int?] {
            let objects = found.map { FoundObject(label: "muck-truck", box: $0.0, score: $0.1) }
            let masses = glance(seconds, [Box(x: lorry.x + moved, y: 0.3, width: 0.5, height: 0.4)] + others).scene
            return passage.judge(
                Look(masses, found: [Self.network: objects], lookedAt: [Self.network: masses.at])
            ).map(\.number)
        }
        let bed = Box(x: 0.1, y: 0.32, width: 0.2, height: 0.3)
        let cab = Box(x: 0.46, y: 0.35, width: 0.13, height: 0.3)
        #expect(judge(0, [(bed, 0.9)], moved: 0) == [1])
        #expect(judge(0.4, [(Box(x: 0.12, y: 0.32, width: 0.2, height: 0.3), 0.9), (cab, 0.95)], moved: 0.02) == [1])
        let beside = Box(x: 0.75, y: 0.35, width: 0.2, height: 0.3)
        #expect(judge(0.8, [(beside, 0.95)], moved: 0.04, others: [beside]) == [1, 2])
    }

    @Test func `what the edge cuts is waited for, until it is long`() {
        let passage = made()
        func interval(_ width: Double) -> Duration? {
            passage.lookInterval(look(0, [Vehicle(x: 0, width: width, score: 0.9)]).scene, enter: 1)
        }
        #expect(interval(0.4) == nil)
        #expect(interval(0.6) == .milliseconds(800))
    }

    @Test func `a lorry that moves as one with people before it is looked at`() {
        let road = Zone(
            id: "far", kind: .road,
            polygon: Polygon([Point(x: 0, y: 0.3), Point(x: 1, y: 0.3), Point(x: 1, y: 0.6), Point(x: 0, y: 0.6)]))
        let passage = AlgorithmEntry(Self.pack, networks: [Self.network]).make(road)
        func interval(_ box: Box) -> Duration? { passage.lookInterval(glance(0, [box]).scene, enter: 1) }
        #expect(interval(Box(x: 0.2, y: 0.25, width: 0.4, height: 0.65)) == .milliseconds(800))
        #expect(interval(Box(x: 0.2, y: 0.5, width: 0.4, height: 0.4)) == nil, "they walk on the pavement")
    }

    @Test func `one close behind another is not taken for it`() {
        var passage = made()
        _ = passage.judge(look(0, [Vehicle(x: 0.5, score: 0.6), Vehicle(x: 0.15, score: 0.05)]))
        // The first has driven off; this is the one behind.
        #expect(passage.judge(look(1, [Vehicle(x: 0.3, score: 0.65)])).isEmpty)
    }

    @Test func `one whose box holds its shadow, then not, is the same`() {
        var passage = made()
        let looks = [Vehicle(x: 0.03, width: 0.49, score: 0.9), Vehicle(x: 0.59, width: 0.26, score: 0.9)]
        let numbers = looks.enumerated().map { passage.judge(look(Double($0), [$1])).map(\.number) }
        #expect(numbers == [[1], [1]])
    }

    @Test func `one that queues in sight for a minute is told once, at the pace that it asks for`() {
        var passage = made()
        var rule = HitRule(terms: .init(Self.pack.profile), permits: [])
        var (hits, asked) = (0, -10.0)
        for tenth in 0..<600 {
            let seconds = Double(tenth) / 10
            let now = look(seconds, [Vehicle(x: 0.3 + 0.001 * seconds, score: 0.9)])
            let interval = passage.lookInterval(now.scene, enter: 1)?.inSeconds ?? .infinity
            let isDue = seconds - asked >= interval
            if isDue { asked = seconds }
            let answered =
                isDue
                ? now
                : Look(
                    now.scene, found: [Self.network: []], lookedAt: [Self.network: MediaTime(seconds: asked)])
            let outcomes = rule.take(passage.judge(answered), at: now.at, timeOfDay: .zero)
            hits += outcomes.count { if case .hit = $0 { true } else { false } }
        }
        #expect(hits == 1)
    }

    @Test func `each passage is a hit, at whatever place`() {
        var passage = made()
        var rule = HitRule(terms: .init(Self.pack.profile), permits: [])
        var hits = 0
        for second in 0..<60 {
            // Every ten seconds one drives by within four.
            let since = second % 10
            let vehicles = since < 4 ? [Vehicle(x: 0.05 + 0.2 * Double(since), score: 0.9)] : []
            let now = look(Double(second), vehicles)
            let outcomes = rule.take(passage.judge(now), at: now.at, timeOfDay: .zero)
            hits += outcomes.count { if case .hit = $0 { true } else { false } }
        }
        #expect(hits == 6)
    }
}
