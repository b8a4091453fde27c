/// Suggests the name that a misspelt one was meant to be.
package enum NearestName {
    /// Of longer names, and of more than so many, none is suggested: it would take longer than a person waits.
    private static let longest = 64
    private static let most = 10_000

    /// The nearest of the candidates by edit distance, if it is near enough to be worth a suggestion; of equals the first by
    /// name.
    package static func of(_ wrong: String, among candidates: some Sequence<String>) -> String? {
        let scalars = Array(wrong.unicodeScalars.prefix(longest + 1))
        guard scalars.count <= longest else { return nil }
        var (best, least) = (String?.none, max(1, scalars.count / 3))
        for name in candidates.prefix(most) {
            let other = Array(name.unicodeScalars.prefix(longest + 1))
            guard abs(other.count - scalars.count) <= least, let distance = distance(scalars, other, atMost: least),
                distance < least || best.map({ name < $0 }) ?? true
            else { continue }
            (best, least) = (name, distance)
        }
        return best
    }

    /// How many characters must be inserted, removed, replaced or swapped with their neighbour (optimal string
    /// alignment, after Damerau 1964).
    package static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: .max) ?? 0
    }

    /// nil: it is more than `most`.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost most: Int) -> Int? {
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
            if next.allSatisfy({ $0 > most }) { return nil }
            (before, row) = (row, next)
        }
        return row[right.count] <= most ? row[right.count] : nil
    }
}
