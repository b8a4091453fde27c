import FrameKernels
import Testing

@Suite struct SurroundingsTests {
    private let width = 40
    private let height = 30

    private func plane(_ level: UInt8) -> Plane<UInt8> { Plane(width: width, height: height, filledWith: level) }

    /// A piece of 10 x 8 pixels with a hole, at 15, 10.
    private func likeness(
        now: UInt8, before: UInt8, hole: UInt8, foregroundAround: Bool = false
    ) -> Regions.Likeness? {
        let (look, background, foreground, mask) = (plane(100), plane(100), plane(0), plane(0))
        for row in 10..<18 {
            for column in 15..<25 {
                let isHole = (12..<16).contains(row) && (18..<22).contains(column)
                (look[column, row], background[column, row]) = isHole ? (hole, hole) : (now, before)
                (mask[column, row], foreground[column, row]) = isHole ? (0, 0) : (255, 255)
            }
        }
        if foregroundAround {
            for row in 0..<height { for column in 0..<width { foreground[column, row] = 255 } }
        }
        var pieces = Components(width: width, height: height)
        pieces.find(in: mask, smallest: 4)
        return Regions.likeness(
            of: pieces.pieces[0], in: pieces, look: look, background: background, foreground: foreground, within: 5)
    }

    @Test func `what hides its place is unlike it, what it hides is like it`() throws {
        let thing = try #require(likeness(now: 30, before: 100, hole: 30))
        #expect(thing.now == 0 && thing.before == 1)
        let uncovered = try #require(likeness(now: 100, before: 30, hole: 100))
        #expect(uncovered.now == 1 && uncovered.before == 0)
    }

    @Test func `a hole in a piece is no surroundings`() throws {
        let thing = try #require(likeness(now: 30, before: 100, hole: 100))
        #expect(thing.now == 0)
        let dark = try #require(likeness(now: 30, before: 100, hole: 30))
        #expect(dark.now == 0)
    }

    @Test func `amid foreground there is nothing to compare with`() {
        #expect(likeness(now: 30, before: 100, hole: 30, foregroundAround: true) == nil)
    }

    @Test func `a level counts as often as both have it`() throws {
        // Half of the piece is like its surroundings.
        let (look, background, foreground, mask) = (plane(100), plane(40), plane(0), plane(0))
        for row in 10..<18 {
            for column in 15..<25 {
                if column < 20 { look[column, row] = 30 }
                (mask[column, row], foreground[column, row]) = (255, 255)
            }
        }
        var pieces = Components(width: width, height: height)
        pieces.find(in: mask, smallest: 4)
        let found = Regions.likeness(
            of: pieces.pieces[0], in: pieces, look: look, background: background, foreground: foreground, within: 5)
        let likeness = try #require(found)
        #expect(likeness.now == 0.5 && likeness.before == 0)
    }
}
