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

    /// - Parameters:
    ///   - packs: each with an id of its own.
    ///   - networks: those that are there. With its network a pack that can do without sees more.
    package init(packs: [Pack], networks: Set<String>) {
        self.init(packs.map { AlgorithmEntry($0, networks: networks) }, networks: networks)
    }

    /// What is part of the program, by the scene alone.
    package static let builtIn = AlgorithmCatalog(packs: Pack.builtIn, networks: [])

    package var ids: [String] { entries.map(\.id) }

    package subscript(id: String) -> AlgorithmEntry? { entries.first { $0.id == id } }

    /// Those that can be used: the program supplies what they need.
    package var usable: [AlgorithmEntry] { entries.filter { missing(for: $0) == nil } }

    /// Those that can be used anywhere, and are where nobody says what is to be watched: they watch `watch` zones.
    package var general: [AlgorithmEntry] { usable.filter { $0.profile.watches(.watch) } }

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
    /// What it was made of; nil: of code alone.
    package let pack: Pack?
    /// Makes the algorithm for a zone. The same zone gives the same algorithm.
    package let make: @Sendable (Zone) -> any Algorithm

    package init(
        _ profile: AlgorithmProfile, needs: LookNeeds = .scene, pack: Pack? = nil,
        make: @escaping @Sendable (Zone) -> any Algorithm
    ) {
        (self.profile, self.needs, self.pack, self.make) = (profile, needs, pack, make)
    }

    package var id: String { profile.id }

    /// Whether another sees the same: an algorithm that is code alone is known by its id.
    package func isSame(as other: AlgorithmEntry) -> Bool {
        id == other.id && pack == other.pack && needs == other.needs
    }
}
