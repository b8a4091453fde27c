/// Finds the connected pieces of a mask (8 neighbours), run by run with union-find.
///
/// Keeps its memory between looks. One thread at a time.
package struct Components {
    /// One piece: its box in pixels and how many pixels it has.
    package struct Piece: Sendable, Equatable {
        package let label: Int32
        package var left: Int
        package var top: Int
        package var right: Int
        package var bottom: Int
        package var area: Int

        package var width: Int { right - left + 1 }
        package var height: Int { bottom - top + 1 }
    }

    /// For each pixel the index of its piece in `pieces`, or -1.
    package let labels: Plane<Int32>
    package private(set) var pieces: [Piece] = []
    private var parents: [Int32] = []
    private var runs: [(row: Int32, from: Int32, to: Int32)] = []
    /// For each run its index in `found`.
    private var names: [Int32] = []
    private var found: [Piece] = []
    private var labelsOfFound: [Int32] = []

    package init(width: Int, height: Int) {
        labels = Plane(width: width, height: height, filledWith: -1)
        // Room for a busy picture, so that a look that is busier than those before allocates nothing.
        runs.reserveCapacity(16 * height)
        parents.reserveCapacity(16 * height)
        names.reserveCapacity(16 * height)
        found.reserveCapacity(8 * height)
        labelsOfFound.reserveCapacity(8 * height)
        pieces.reserveCapacity(1024)
    }

    /// Finds the pieces of at least `smallest` pixels, in the order of their first pixel.
    package mutating func find(in mask: Plane<UInt8>, smallest: Int) {
        collectRuns(mask)
        joinRuns()
        nameRoots(smallest: smallest)
    }

    private mutating func collectRuns(_ mask: Plane<UInt8>) {
        runs.removeAll(keepingCapacity: true)
        let width = mask.width
        for row in 0..<mask.height {
            let line = mask.base + row * width
            var x = 0
            while x < width {
                if x + 8 <= width, UnsafeRawPointer(line + x).loadUnaligned(as: UInt64.self) == 0 {
                    x += 8
                    continue
                }
                if line[x] == 0 {
                    x += 1
                    continue
                }
                let from = x
                while x < width, line[x] != 0 { x += 1 }
                runs.append((Int32(row), Int32(from), Int32(x - 1)))
            }
        }
    }

    private mutating func joinRuns() {
        parents.removeAll(keepingCapacity: true)
        for index in runs.indices { parents.append(Int32(index)) }
        var above = 0
        for index in runs.indices {
            let run = runs[index]
            while above < index,
                runs[above].row < run.row - 1
                    || (runs[above].row == run.row - 1 && runs[above].to < run.from - 1)
            {
                above += 1
            }
            var other = above
            while other < index, runs[other].row == run.row - 1, runs[other].from <= run.to + 1 {
                let (a, b) = (root(Int32(other)), root(Int32(index)))
                if a != b { parents[Int(max(a, b))] = min(a, b) }
                other += 1
            }
        }
    }

    private mutating func root(_ index: Int32) -> Int32 {
        var at = index
        while parents[Int(at)] != at {
            parents[Int(at)] = parents[Int(parents[Int(at)])]
            at = parents[Int(at)]
        }
        return at
    }

    private mutating func nameRoots(smallest: Int) {
        labels.fill(-1)
        found.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        for index in runs.indices {
            let run = runs[index]
            let (from, to, row) = (Int(run.from), Int(run.to), Int(run.row))
            let top = root(Int32(index))
            names.append(-1)
            // A root comes before all runs that it is the root of.
            if Int(top) < index {
                let known = Int(names[Int(top)])
                names[index] = Int32(known)
                found[known].left = min(found[known].left, from)
                found[known].right = max(found[known].right, to)
                found[known].bottom = row
                found[known].area += to - from + 1
            } else {
                names[index] = Int32(found.count)
                found.append(
                    Piece(label: top, left: from, top: row, right: to, bottom: row, area: to - from + 1))
            }
        }
        pieces.removeAll(keepingCapacity: true)
        labelsOfFound.removeAll(keepingCapacity: true)
        for piece in found {
            guard piece.area >= smallest else {
                labelsOfFound.append(-1)
                continue
            }
            let name = Int32(pieces.count)
            labelsOfFound.append(name)
            pieces.append(
                Piece(
                    label: name, left: piece.left, top: piece.top, right: piece.right, bottom: piece.bottom,
                    area: piece.area))
        }
        for index in runs.indices {
            let name = labelsOfFound[Int(names[index])]
            guard name >= 0 else { continue }
            let run = runs[index]
            let line = labels.base + Int(run.row) * labels.width
            for x in Int(run.from)...Int(run.to) { line[x] = name }
        }
    }
}
