import Media

/// The shape of a thing within its box: which of 16 by 16 cells it fills.
package struct Silhouette: Hashable, Sendable {
    package static let side = 16

    /// From the top; the lowest bit is the left cell.
    private var rows: SIMD16<UInt16>

    private init(rows: SIMD16<UInt16>) { self.rows = rows }

    /// It fills its box.
    package static let whole = Silhouette(rows: SIMD16(repeating: .max))

    /// - Parameter isFilled: asked of each cell by column and row, both 0..<`side`.
    package init(_ isFilled: (_ column: Int, _ row: Int) -> Bool) {
        rows = .zero
        for row in 0..<Self.side {
            for column in 0..<Self.side where isFilled(column, row) { rows[row] |= 1 << UInt16(column) }
        }
    }

    /// How many cells it fills.
    package var count: Int {
        var count = 0
        for row in 0..<Self.side { count += rows[row].nonzeroBitCount }
        return count
    }

    /// Leaves out the cells whose middle lies in a part of its box; all in shares of the picture.
    package mutating func remove(_ part: Box, of box: Box) {
        guard box.width > 0, box.height > 0 else { return }
        let columns = Self.cells(from: part.x - box.x, to: part.x + part.width - box.x, of: box.width)
        let down = Self.cells(from: part.y - box.y, to: part.y + part.height - box.y, of: box.height)
        guard !columns.isEmpty else { return }
        let kept = ~(UInt16.max << UInt16(columns.lowerBound) & UInt16.max >> UInt16(Self.side - columns.upperBound))
        for row in down { rows[row] &= kept }
    }

    /// The cells whose middle lies between two places along a side.
    private static func cells(from: Double, to: Double, of length: Double) -> Range<Int> {
        func cell(_ place: Double) -> Int {
            Int((place / length * Double(side) + 0.5).rounded(.down).clamped(0, Double(side)))
        }
        let first = cell(from)
        return first..<max(first, cell(to))
    }

    /// Its largest connected part (4 neighbours).
    package var largestPart: Silhouette {
        var (rest, largest) = (self, Silhouette(rows: .zero))
        while let part = rest.takePart() {
            if part.count > largest.count { largest = part }
        }
        return largest
    }

    /// Takes away the part that holds its first cell.
    private mutating func takePart() -> Silhouette? {
        guard let first = (0..<Self.side).first(where: { rows[$0] != 0 }) else { return nil }
        var part = SIMD16<UInt16>.zero
        part[first] = rows[first] & (~rows[first] &+ 1)
        var before = SIMD16<UInt16>.zero
        while part != before {
            before = part
            part |= (part &<< 1) | (part &>> 1)
            for row in 1..<Self.side { part[row] |= before[row - 1] }
            for row in 0..<Self.side - 1 { part[row] |= before[row + 1] }
            part &= rows
        }
        rows &= ~part
        return Silhouette(rows: part)
    }

    /// The share of its columns whose lowest cell stands at a place, 0..1.
    package func standing(in box: Box, where isPlace: (Point) -> Bool) -> Double {
        var (columns, there) = (0, 0)
        for column in 0..<Self.side {
            guard let row = (0..<Self.side).last(where: { rows[$0] & 1 << UInt16(column) != 0 }) else { continue }
            columns += 1
            let foot = Point(
                x: box.x + (Double(column) + 0.5) * box.width / Double(Self.side),
                y: box.y + (Double(row) + 0.5) * box.height / Double(Self.side))
            there += isPlace(foot) ? 1 : 0
        }
        return Double(there) / Double(max(columns, 1))
    }

    /// The part of its box that it spans; nil: it fills nothing.
    package func bounds(in box: Box) -> Box? {
        var columns: UInt16 = 0
        var (top, bottom) = (Self.side, -1)
        for row in 0..<Self.side where rows[row] != 0 {
            columns |= rows[row]
            (top, bottom) = (min(top, row), row)
        }
        guard columns != 0 else { return nil }
        let (left, right) = (columns.trailingZeroBitCount, Self.side - columns.leadingZeroBitCount)
        let (across, down) = (box.width / Double(Self.side), box.height / Double(Self.side))
        return Box(
            x: box.x + Double(left) * across, y: box.y + Double(top) * down, width: Double(right - left) * across,
            height: Double(bottom + 1 - top) * down)
    }
}

extension Double {
    fileprivate func clamped(_ least: Double, _ most: Double) -> Double { Swift.min(Swift.max(self, least), most) }
}
