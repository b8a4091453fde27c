import Media

/// The algorithms that a program knows, by id. A value: whoever asks for an algorithm asks the catalog that it was given.
package struct AlgorithmCatalog: Sendable {
    /// In the order in which they are listed and run.
    package let entries: [AlgorithmEntry]
    /// The networks that the program can run. An algorithm that needs another cannot be used.
    package let networks: Set<String>

    /// - Parameters:
    ///   - entries: each with an id of its own.
    ///   - networks: by name.
    package init(_ entries: [AlgorithmEntry], networks: Set<String> = []) {
        precondition(Set(entries.map(\.id)).count == entries.count, "the ids of a catalog are unique")
        (self.entries, self.networks) = (entries, networks)
    }

    /// What is part of the program.
    package static let builtIn = seeing(with: [])

    /// The network that finds persons and vehicles, and the one that says where water is.
    package static let (street, water) = ("lite0-street", "lite0-water")

    /// The same algorithms with the networks that are there. With `street` those that can do without know what they see;
    /// what needs a network that is not there cannot be used.
    package static func seeing(with networks: Set<String>) -> AlgorithmCatalog {
        let seesStreet = networks.contains(street)
        return AlgorithmCatalog(
            [
                seesStreet ? StreetStall.entry(seeing: street) : StreetStall.entry,
                seesStreet ? Crowd.entry(seeing: street) : Crowd.entry, Waterlogging.entry(seeing: water),
            ], networks: networks)
    }

    package var ids: [String] { entries.map(\.id) }

    package subscript(id: String) -> AlgorithmEntry? { entries.first { $0.id == id } }

    /// Those that can be used: the program supplies what they need.
    package var usable: [AlgorithmEntry] { entries.filter { missing(for: $0) == nil } }

    /// By id, the kinds of zones that an algorithm watches.
    package var watchedKinds: [String: [ZoneKind]] {
        Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.profile.watchedKinds) })
    }

    /// The first network, by name, that an algorithm needs and the program cannot run; nil: it can be used.
    package func missing(for entry: AlgorithmEntry) -> String? {
        entry.needs.networks.subtracting(networks).sorted().first
    }

    /// What people call a type of case; its id where no algorithm of this catalog finds it.
    package func name(of type: String) -> Words {
        self[type].map { Words(zh: $0.profile.nameZH, en: $0.profile.nameEN) } ?? Words(zh: type, en: type)
    }
}

/// One algorithm of a catalog: what it is, what it needs, and how it is made.
package struct AlgorithmEntry: Sendable {
    package let profile: AlgorithmProfile
    package let needs: LookNeeds
    /// Makes the algorithm for a zone. The same zone gives the same algorithm.
    package let make: @Sendable (Zone) -> any Algorithm

    package init(
        _ profile: AlgorithmProfile, needs: LookNeeds = .scene, make: @escaping @Sendable (Zone) -> any Algorithm
    ) {
        (self.profile, self.needs, self.make) = (profile, needs, make)
    }

    package var id: String { profile.id }
}
