import Media
import Scene
import TestSupport
import Testing

@Suite struct SceneTests {
    /// The size of a cart where a person is 0.19 of the height.
    private let cart = Box(x: 0.4, y: 0.6, width: 0.2, height: 0.2)

    private func run(
        _ looks: DrawnLooks, to seconds: Int, from: Int = 0, rate: Int = 5, _ patches: (Double) -> [DrawnLooks.Patch]
    ) -> [SceneLook] {
        (from * rate..<seconds * rate).map { index in
            let time = Double(index) / Double(rate)
            return looks.look(at: time, patches(time))
        }
    }

    @Test(arguments: [1, 5]) func `a thing that comes and stays is still, since it came`(rate: Int) throws {
        let seen = run(DrawnLooks(), to: 30, rate: rate) { $0 >= 12 ? [.init(cart, level: 60)] : [] }
        let region = try #require(seen.last?.still.first)
        #expect(region.box.intersection(cart) > 0.8 * cart.area)
        #expect(abs(region.since.seconds - 12) <= 1.1)
        #expect(seen.prefix(12 * rate).allSatisfy { $0.still.isEmpty })
    }

    /// It has less texture than what it hides, as what was uncovered may have.
    @Test(arguments: [1, 5]) func `a plain dark thing on paving is still until it leaves`(rate: Int) throws {
        let looks = DrawnLooks(isPlain: true)
        let seen = run(looks, to: 60, rate: rate) { (12..<50).contains($0) ? [.init(cart, level: 60)] : [] }
        for look in seen[17 * rate..<50 * rate] {
            let region = try #require(look.still.first)
            #expect(region.box.intersection(cart) > 0.7 * cart.area)
        }
        #expect(seen[(53 * rate)...].allSatisfy { $0.still.isEmpty })
    }

    @Test(arguments: [1, 5]) func `paving that a plain dark thing leaves is no thing`(rate: Int) {
        let looks = DrawnLooks(isPlain: true)
        let seen = run(looks, to: 40, rate: rate) { $0 < 12 ? [.init(cart, level: 60)] : [] }
        #expect(seen.allSatisfy { $0.still.isEmpty })
    }

    @Test func `a thing that was there at first and leaves is no thing`() {
        let seen = run(DrawnLooks(), to: 40) { $0 < 12 ? [.init(cart, level: 60)] : [] }
        #expect(seen.allSatisfy { $0.still.isEmpty })
    }

    @Test func `a change of light is no thing`() {
        let looks = DrawnLooks()
        var worst = 0
        for index in 0..<200 {
            let time = Double(index) / 5
            worst = max(worst, looks.look(at: time, gain: time < 15 ? 1 : time < 25 ? 0.6 : 1.3).still.count)
        }
        #expect(worst == 0)
    }

    @Test func `a thing that moves is a mass and never still`() {
        let seen = run(DrawnLooks(), to: 30) { time in
            let x = 0.1 + 0.05 * (time.truncatingRemainder(dividingBy: 15))
            return time < 10 ? [] : [.init(Box(x: x, y: 0.6, width: 0.04, height: 0.2), level: 40)]
        }
        #expect(seen.allSatisfy { $0.still.isEmpty })
        #expect(seen.dropFirst(60).filter { !$0.masses.isEmpty }.count > 60)
    }

    @Test func `nothing is seen in an ignored polygon`() {
        let corner = Polygon([
            Point(x: 0.3, y: 0.5), Point(x: 0.7, y: 0.5), Point(x: 0.7, y: 0.9), Point(x: 0.3, y: 0.9),
        ])
        let seen = run(DrawnLooks(ignoring: [corner]), to: 30) { $0 >= 12 ? [.init(cart, level: 60)] : [] }
        #expect(seen.allSatisfy { $0.still.isEmpty && $0.masses.isEmpty })
    }
}
