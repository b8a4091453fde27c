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

    /// Levenshtein's edit distance over characters.
    package static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = corner + (a == b ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
