/// The keys of a file whose values are none: what else the file says is judged all the same, and nothing is told twice.
package struct UnreadKeys: Sendable {
    package static let none = UnreadKeys([], places: [:])

    private let keys: Set<String>
    /// The keys, and all that they are parts of.
    private let owners: Set<String>
    /// By list of which some items could not be read: the places of those that could.
    private let places: [String: [Int]]

    package init(_ keys: [String], places: [String: [Int]]) {
        self.keys = Set(keys)
        self.places = places
        owners = Set(keys.flatMap(\.withOwners))
    }

    func place(_ list: String, _ index: Int) -> Int { places[list]?[index] ?? index }
    func lacksItems(of list: String) -> Bool { places[list] != nil }

    /// Whether it is one of the keys, a part of one, or what one is part of.
    func holds(_ key: String) -> Bool { owners.contains(key) || key.withOwners.contains(where: keys.contains) }
}

extension String {
    /// A key and what it is part of, from the inside out: `zones[1].polygon`, `zones[1]`, `zones`.
    var withOwners: [String] {
        var (all, rest) = ([self], self[...])
        while let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }) {
            rest = rest[..<cut]
            all.append(String(rest))
        }
        return all
    }
}
