/// Does a piece belong to where it is? Its levels beside those of the place around it.
extension Regions {
    /// What two sets of pixels share of their levels, 0 (none) ... 1 (as often one as the other), in sixteenths of the range.
    package struct Likeness: Sendable {
        /// Of the piece as it looks now, with what is around it.
        package var now: Float
        /// Of what it hides, or of what was there: the background inside.
        package var before: Float
    }

    /// How far a piece, and the background that it hides, look like what is around it within some pixels of its box.
    ///
    /// - Returns: nil where there is next to nothing around it but foreground.
    package static func likeness(
        of piece: Components.Piece, in components: Components, look: Plane<UInt8>, background: Plane<UInt8>,
        foreground: Plane<UInt8>, within reach: Int
    ) -> Likeness? {
        var now = Levels()
        var before = Levels()
        var around = Levels()
        let width = look.width
        for row in max(piece.top - reach, 0)...min(piece.bottom + reach, look.height - 1) {
            let (first, last) = ends(of: piece, in: components, row: row)
            for column in max(piece.left - reach, 0)...min(piece.right + reach, width - 1) {
                let at = row * width + column
                if components.labels.base[at] == piece.label {
                    now.count(look.base[at])
                    before.count(background.base[at])
                } else if foreground.base[at] == 0, column < first || column > last {
                    around.count(look.base[at])
                }
            }
        }
        guard around.total * 4 >= now.total else { return nil }
        return Likeness(now: now.shared(with: around), before: before.shared(with: around))
    }

    /// The first and the last column of a piece in a row; what lies between is inside, holes too. None: an empty range.
    private static func ends(of piece: Components.Piece, in components: Components, row: Int) -> (Int, Int) {
        guard row >= piece.top, row <= piece.bottom else { return (Int.max, Int.min) }
        let line = components.labels.base + row * components.labels.width
        var (first, last) = (piece.left, piece.right)
        while first <= last, line[first] != piece.label { first += 1 }
        while last >= first, line[last] != piece.label { last -= 1 }
        return (first, last)
    }

    /// How many pixels have a level, in sixteenths of the range.
    private struct Levels {
        private var counts: InlineArray<16, Int32> = .init(repeating: 0)
        private(set) var total: Int32 = 0

        mutating func count(_ level: UInt8) {
            counts[Int(level >> 4)] += 1
            total += 1
        }

        func shared(with other: Levels) -> Float {
            var shared: Float = 0
            for bin in 0..<16 {
                shared += min(
                    Float(counts[bin]) / Float(max(total, 1)), Float(other.counts[bin]) / Float(max(other.total, 1)))
            }
            return shared
        }
    }
}
