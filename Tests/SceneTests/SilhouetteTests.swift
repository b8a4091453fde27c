import Media
import Scene
import Testing

/// Which cells of its box a thing fills.
@Suite struct SilhouetteTests {
    private let box = Box(x: 0.2, y: 0.4, width: 0.32, height: 0.16)
    private let side = Silhouette.side

    @Test func `what a part of its box covers is left out`() {
        var shape = Silhouette.whole
        shape.remove(Box(x: 0.2, y: 0.4, width: 0.16, height: 0.16), of: box)
        #expect(shape.count == side * side / 2)
        #expect(shape == Silhouette { column, _ in column >= side / 2 })
        shape.remove(Box(x: 0, y: 0, width: 1, height: 0.48), of: box)
        #expect(shape == Silhouette { column, row in column >= side / 2 && row >= side / 2 })
        #expect(shape.bounds(in: box).map { ($0.x * 100).rounded() } == 36)
        shape.remove(Box(x: 0, y: 0, width: 1, height: 1), of: box)
        #expect(shape.count == 0 && shape.bounds(in: box) == nil)
    }

    @Test func `a part counts where it covers the middle of a cell`() {
        var shape = Silhouette.whole
        shape.remove(Box(x: 0.2, y: 0.4, width: 0.0099, height: 1), of: box)
        #expect(shape.count == side * side)
        shape.remove(Box(x: 0.2, y: 0.4, width: 0.0101, height: 1), of: box)
        #expect(shape.count == side * (side - 1))
        for far in [Box(x: 0.9, y: 0.9, width: 0.05, height: 0.05), Box(x: 0, y: 0, width: 0.1, height: 0.1)] {
            shape.remove(far, of: box)
        }
        #expect(shape.count == side * (side - 1))
    }

    @Test func `parts that touch by a side are one, by a corner two`() {
        let apart = Silhouette { column, row in
            row < 4 && column < 4 || row >= 4 && row < 9 && column >= 4 && column < 9
        }
        #expect(apart.largestPart == Silhouette { column, row in row >= 4 && row < 9 && column >= 4 && column < 9 })
        // A line that winds through all of the box.
        let snake = Silhouette { column, row in
            row % 2 == 0 || (row % 4 == 1 ? column == side - 1 : column == 0)
        }
        #expect(snake.largestPart == snake)
        #expect(Silhouette { _, _ in false }.largestPart.count == 0)
    }

    @Test func `it stands where its columns end`() {
        // A van, and before it a person, two columns wide.
        let shape = Silhouette { column, row in row < side / 2 || column < 2 }
        let low = shape.standing(in: box) { $0.y > 0.5 }
        #expect(abs(low - 2 / Double(side)) < 1e-9)
        #expect(shape.standing(in: box) { $0.y > 0.4 } == 1)
        #expect(Silhouette { _, _ in false }.standing(in: box) { _ in true } == 0)
    }
}
