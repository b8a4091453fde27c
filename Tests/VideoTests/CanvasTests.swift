import Testing
import Video

@Suite struct CanvasTests {
    private static let white = Colour(255, 255, 255)
    private static let red = Colour(235, 40, 40)

    private func canvas(_ width: Int = 64, _ height: Int = 32, _ matrix: Colour.Matrix = .bt709) throws -> Canvas {
        try Canvas(width: width, height: height, matrix: matrix)
    }

    /// Whether two colours are the same but for the rounding of their levels.
    private func isNear(_ one: Colour, _ other: Colour, by most: Int = 4) -> Bool {
        [(one.red, other.red), (one.green, other.green), (one.blue, other.blue)]
            .allSatisfy { abs(Int($0) - Int($1)) <= most }
    }

    /// Where a canvas is not black, in rows of `#` and `.`.
    private func picture(_ canvas: Canvas) -> [String] {
        (0..<canvas.height).map { y in
            String((0..<canvas.width).map { canvas.colour($0, y).green > 60 ? "#" : "." })
        }
    }

    @Test(arguments: [Colour.Matrix.bt601, .bt709])
    func `a colour comes back as it was painted`(matrix: Colour.Matrix) throws {
        let canvas = try canvas(64, 32, matrix)
        for colour in [
            Self.white, Self.red, Colour(0, 0, 0), Colour(20, 200, 90), Colour(40, 90, 240), Colour(255, 214, 10),
        ] {
            canvas.fill(PixelArea(left: 8, top: 8, width: 16, height: 8), colour)
            for (x, y) in [(8, 8), (23, 8), (8, 15), (23, 15), (15, 11)] {
                #expect(isNear(canvas.colour(x, y), colour), "\(canvas.colour(x, y)) is not \(colour)")
            }
        }
        #expect(canvas.colour(7, 8) == Colour(0, 0, 0) && canvas.colour(24, 15) == Colour(0, 0, 0))
    }

    @Test func `half an opacity goes half the way`() throws {
        let canvas = try canvas()
        canvas.fill(PixelArea(left: 0, top: 0, width: 32, height: 32), Self.white, opacity: 0.5)
        #expect(isNear(canvas.colour(10, 10), Colour(128, 128, 128)))
        canvas.fill(PixelArea(left: 0, top: 0, width: 32, height: 32), Self.red, opacity: 0)
        #expect(isNear(canvas.colour(10, 10), Colour(128, 128, 128)))
    }

    @Test func `a frame lies inside its area and leaves the middle free`() throws {
        let canvas = try canvas(24, 16)
        canvas.draw([.frame(PixelArea(left: 2, top: 2, width: 12, height: 8), Self.white, thickness: 2)])
        #expect(
            picture(canvas).prefix(11).map { $0.prefix(16) } == [
                "................", "................", "..############..", "..############..", "..##........##..",
                "..##........##..", "..##........##..", "..##........##..", "..############..", "..############..",
                "................",
            ])
    }

    @Test func `letters are their dots`() throws {
        let canvas = try canvas(32, 16)
        canvas.draw([.text("Ag街", PixelPoint(x: 1, y: 1), Self.white, dot: 1)])
        #expect(
            picture(canvas).prefix(10).map { $0.prefix(19) } == [
                "...................", "...#.........#####.", "..#.#........#...#.", ".#...#..####.#...#.",
                ".#...#.#...#.#...#.", ".#####.#...#.#...#.", ".#...#..####.#...#.", ".#...#.....#.#####.",
                "........###........", "...................",
            ])
    }

    @Test func `each character of ASCII has a shape of its own`() throws {
        var shapes: Set<[String]> = []
        for code in UInt8(32)...126 {
            let canvas = try canvas(16, 16)
            canvas.draw([.text(String(UnicodeScalar(code)), PixelPoint(x: 0, y: 0), Self.white, dot: 2)])
            shapes.insert(picture(canvas))
            #expect((picture(canvas).joined().contains("#")) == (code != 32))
        }
        #expect(shapes.count == 95)
    }

    @Test func `the room for a text is the room that it takes`() {
        #expect(Canvas.size(of: "Ag", dot: 2) == (22, 16))
        #expect(Canvas.size(of: "", dot: 3) == (0, 24))
    }

    @Test(arguments: [(16, 16), (18, 64), (7680, 4320)])
    func `what lies beyond the edges is not drawn`(width: Int, height: Int) throws {
        let canvas = try canvas(width, height)
        func far(_ length: Int) -> [Int] { [-100_000, -3, 0, length - 3, length + 5, 100_000] }
        for x in far(width) {
            for y in far(height) {
                let area = PixelArea(left: x, top: y, width: 9, height: 7)
                canvas.draw([
                    .fill(area, Self.red, opacity: 0.7), .frame(area, Self.white, thickness: 2),
                    .corners(area.grown(by: 40), Self.white, thickness: 3),
                    .text("edge", PixelPoint(x: x, y: y), Self.white, dot: 3),
                ])
            }
        }
        canvas.draw([
            .polygon(
                [PixelPoint(x: -50, y: 5), PixelPoint(x: width + 50, y: -9), PixelPoint(x: 3, y: height + 70)],
                Self.white, thickness: 3),
            .polygon([], Self.white, thickness: 2),
            .fill(PixelArea(left: 5, top: 5, width: -3, height: 2), Self.white, opacity: 1),
        ])
        #expect(canvas.colour(0, 0).red > 200 && canvas.colour(width - 2, height - 2).red > 200)
    }

    @Test func `a polygon is closed`() throws {
        let canvas = try canvas(32, 32)
        let corners = [PixelPoint(x: 4, y: 4), PixelPoint(x: 26, y: 4), PixelPoint(x: 26, y: 26)]
        canvas.draw([.polygon(corners, Self.white, thickness: 2)])
        for (x, y) in [(4, 4), (15, 4), (26, 15), (15, 15), (26, 26)] {
            #expect(canvas.colour(x, y).green > 200, "\(x), \(y)")
        }
        #expect(canvas.colour(20, 10) == Colour(0, 0, 0))
    }
}
