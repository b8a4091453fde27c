import CityAlgorithms
import Media
import Scene
import TestSupport
import Testing

/// Things at rest with persons in, before and beside them.
@Suite struct StillThingTests {
    private static let network = "street"
    private static let terms = StillThing.Terms(
        width: 0.6...8, height: 0.25...3, area: 0.2, slimmest: 0.7, joinedWithin: 0.25, networks: [network],
        vehicle: .never(0.6), people: 0.6)
    /// The lower half; a person there is a fifth of the picture high, on the average.
    private let pavement = Zone(
        id: "pavement", kind: .pavement,
        polygon: Polygon([Point(x: 0, y: 0.5), Point(x: 1, y: 0.5), Point(x: 1, y: 1), Point(x: 0, y: 1)]))

    private func look(
        _ second: Double, _ still: [StillRegion], _ persons: [Box] = [], lookedAt: Double?
    ) -> Look {
        let found = persons.map { FoundObject(label: "person", box: $0, score: 0.9) }
        return Look(
            SceneLook(at: MediaTime(seconds: second), aspect: 1, personScale: .streetCamera, still: still, masses: []),
            found: [Self.network: found],
            lookedAt: lookedAt.map { [Self.network: MediaTime(seconds: $0)] } ?? [:])
    }

    private func region(_ box: Box, _ shape: Silhouette = .whole) -> StillRegion {
        StillRegion(box: box, area: box.area * 0.8, since: .zero, edgeRatio: 2, shape: shape)
    }

    private func thing() -> StillThing { StillThing(zone: pavement, Self.terms, network: Self.network) }

    /// What is told after ten seconds in which the network looked each second.
    private func told(_ still: [StillRegion], _ persons: (Int) -> [Box]) -> [Observation] {
        var thing = thing()
        var told: [Observation] = []
        for second in 0...10 {
            told = thing.judge(look(Double(second), still, persons(second), lookedAt: Double(second)))
        }
        return told
    }

    private let cart = Box(x: 0.4, y: 0.6, width: 0.3, height: 0.2)

    @Test func `a cart is told with its customers before it, and persons alone are not`() {
        let customer = Box(x: 0.42, y: 0.6, width: 0.07, height: 0.25)
        #expect(told([region(cart)]) { _ in [customer] }.count == 1)
        let persons = (0..<4).map { Box(x: 0.4 + 0.08 * Double($0), y: 0.58, width: 0.07, height: 0.25) }
        #expect(told([region(cart)]) { _ in persons }.isEmpty)
        // The network misses one here, one there: no two looks leave as much as a stall.
        #expect(
            told([region(cart)]) { second in persons.indices.filter { $0 != second % 4 }.map { persons[$0] } }.isEmpty)
    }

    @Test func `what persons leave has to be a stall, not what their boxes share`() {
        // 0.45 of it is persons; what is left lies to both sides and is too narrow for a stall.
        let between = Box(x: 0.4825, y: 0.5, width: 0.135, height: 0.4)
        #expect(told([region(cart)]) { _ in [between] }.isEmpty)
        // As much, at one side: a stall.
        let beside = Box(x: 0.3, y: 0.5, width: 0.235, height: 0.4)
        #expect(told([region(cart)]) { _ in [beside] }.count == 1)
    }

    @Test func `a van in the road is no stall for somebody who stands before it on the pavement`() {
        let box = Box(x: 0.3, y: 0.25, width: 0.4, height: 0.4)
        let van = region(box, Silhouette { column, row in row < 9 || column < 2 })
        #expect(told([van]) { _ in [] }.isEmpty)
        let onPavement = region(box, Silhouette { column, row in row < 9 || column < 8 })
        #expect(told([onPavement]) { _ in [] }.count == 1)
    }

    @Test func `a piece of what was persons is nobody's stall until it has stood alone for a while`() {
        var thing = thing()
        let group = Box(x: 0.2, y: 0.55, width: 0.6, height: 0.25)
        for second in 0...5 {
            _ = thing.judge(look(Double(second), [region(group)], [group], lookedAt: Double(second)))
        }
        func toldAlone(_ seconds: ClosedRange<Int>) -> Int {
            var told: [Observation] = []
            for second in seconds {
                told = thing.judge(look(Double(second), [region(cart)], lookedAt: Double(second)))
            }
            return told.count
        }
        #expect(toldAlone(6...30) == 0)
        #expect(toldAlone(31...40) == 1)
    }

    @Test func `what the network has not looked at counts, and is looked at soon`() {
        var thing = thing()
        for second in 0...20 {
            let told = thing.judge(look(Double(second), [region(cart)], lookedAt: second < 1 ? nil : -1))
            #expect(told.count == (second < 3 ? 0 : 1))
        }
        #expect(thing.lookInterval(look(21, [region(cart)], lookedAt: -1).scene, enter: 1) == .seconds(5))
        #expect(thing.judge(look(21, [region(cart)], lookedAt: 21)).count == 1)
        #expect(thing.lookInterval(look(22, [region(cart)], lookedAt: 21).scene, enter: 1) == .seconds(20))
    }

    @Test func `where it is not clear how much of it is persons the network looks again soon`() {
        var thing = thing()
        let half = Box(x: 0.4, y: 0.5, width: 0.15, height: 0.4)
        _ = thing.judge(look(0, [region(cart)], [half], lookedAt: 0))
        #expect(thing.lookInterval(look(1, [region(cart)], lookedAt: 0).scene, enter: 1) == .seconds(5))
    }
}
