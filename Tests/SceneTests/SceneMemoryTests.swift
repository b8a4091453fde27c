import Media
import Scene
import TestSupport
import Testing

@Suite struct SceneMemoryTests {
    private let cart = Box(x: 0.4, y: 0.6, width: 0.2, height: 0.2)

    private func stillAtTheEnd(recalling: Bool) throws -> Int {
        let looks = DrawnLooks()
        for index in 0..<60 { _ = looks.look(at: Double(index) / 5) }
        let memory = try #require(looks.scene.memory)
        #expect(memory.background.count == 320 * 180 && memory.u.count == 160 * 90)
        looks.restart(recalling: recalling ? memory : nil)
        // The cart came while nobody watched.
        return (0..<60).map { looks.look(at: Double($0) / 5, [.init(cart, level: 60)]).still.count }.last ?? 0
    }

    @Test func `what came while nobody watched is a thing when the place is remembered`() throws {
        #expect(try stillAtTheEnd(recalling: true) == 1)
    }

    @Test func `without memory it is taken for the place`() throws {
        #expect(try stillAtTheEnd(recalling: false) == 0)
    }

    @Test func `a place that is still being learnt has no memory`() {
        let looks = DrawnLooks()
        for index in 0..<20 { _ = looks.look(at: Double(index) / 5) }
        #expect(looks.scene.memory == nil)
        #expect(SceneMemory(width: 320, height: 180, background: [1, 2, 3], u: [], v: []) == nil)
    }
}
