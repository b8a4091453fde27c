/// Suggests the name that a misspelt one was meant to be.
package enum NearestName {
    /// The nearest of the candidates by edit distance, if it is near enough to be worth a suggestion.
    package static func of(_ wrong: String, among candidates: some Sequence<String>) -> String? {
        let scored = candidates.map { (name: $0, distance: distance(wrong, $0)) }
        guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
            best.distance <= max(1, wrong.count / 3)
        else { return nil }
        return best.name
    }

    /// How many characters must be inserted, removed, replaced or swapped with their neighbour (optimal string
    /// alignment, after Damerau 1964).
    package static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var before = [Int]()
        var row = Array(0...right.count)
        for i in left.indices {
            var next = [i + 1]
            for j in right.indices {
                var least = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, before[j - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
