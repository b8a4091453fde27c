import Media

/// An algorithm as a folder describes it (`models/ID/pack.yaml`, docs/packs.md): what it looks for, by which part of the
/// program, and by what rule it tells.
package struct Pack: Hashable, Sendable {
    package let profile: AlgorithmProfile
    /// Counted up by whoever changes it.
    package let version: Int
    /// What it means to an operator: what is told, and what is not.
    package let meaning: Words
    package let items: [ItemCode]
    package let looksFor: PackPart

    package init(
        _ profile: AlgorithmProfile, version: Int, meaning: Words, items: [ItemCode] = [], looksFor: PackPart
    ) {
        (self.profile, self.version, self.meaning) = (profile, version, meaning)
        (self.items, self.looksFor) = (items, looksFor)
    }

    package var id: String { profile.id }
}

/// What a standard calls such a case.
package struct ItemCode: Hashable, Sendable {
    /// `GB/T 47678.5-2026`.
    package let standard: String
    package let code: String

    package init(standard: String, code: String) { (self.standard, self.code) = (standard, code) }
}

/// The part of the program that a pack uses, with its terms.
package enum PackPart: Hashable, Sendable {
    case stillThing(StillThing.Terms)
    case persons(PersonCount.Terms)
    case cells(CoveredCells.Terms)
    case passage(Passage.Terms)

    /// As `looks_for.part` calls them.
    package enum Name: String, CaseIterable, Sendable {
        case stillThing = "still-thing"
        case persons, cells, passage
    }

    package var name: Name {
        switch self {
        case .stillThing: .stillThing
        case .persons: .persons
        case .cells: .cells
        case .passage: .passage
        }
    }

    /// What its measure says.
    package var measures: AlgorithmProfile.Measure {
        switch self {
        case .stillThing, .passage: .presence
        case .persons: .persons
        case .cells: .share
        }
    }

    /// The networks that it can see with, in the order in which they are preferred. The last is the one that `make deps` brings.
    package var networks: [String] {
        switch self {
        case .stillThing(let terms): terms.networks
        case .persons(let terms): terms.finders.map(\.network)
        case .cells(let terms): [terms.network]
        case .passage(let terms): [terms.network]
        }
    }

    /// The one that it sees with where these are there; nil: it does without, or cannot be used.
    package func network(among there: Set<String>) -> String? { networks.first(where: there.contains) }

    /// Whether each hit is an incident of its own, whatever came before it at its place.
    package var passes: Bool {
        if case .passage = self { true } else { false }
    }

    /// Whether the scene alone is not enough for it.
    package var needsNetwork: Bool {
        switch self {
        case .stillThing(let terms): if case .only = terms.vehicle { true } else { false }
        case .persons: false
        case .cells, .passage: true
        }
    }

    /// - Parameter network: nil: the scene is all.
    fileprivate func made(_ zone: Zone, seeing network: String?) -> any Algorithm {
        switch self {
        case .stillThing(let terms): StillThing(zone: zone, terms, network: network)
        case .persons(let terms): PersonCount(zone: zone, terms, network: network)
        case .cells(let terms): CoveredCells(zone: zone, terms)
        case .passage(let terms): Passage(zone: zone, terms)
        }
    }
}

extension AlgorithmEntry {
    /// - Parameter networks: those that are there. A pack that can do without its network is made without; one that cannot
    ///   cannot be used.
    package init(_ pack: Pack, networks: Set<String>) {
        let part = pack.looksFor
        let network = part.network(among: networks) ?? (part.needsNetwork ? part.networks.last : nil)
        self.init(pack.profile, needs: LookNeeds(networks: Set([network].compactMap(\.self))), pack: pack) {
            part.made($0, seeing: network)
        }
    }
}
