import Media

/// How a zone usually looks to a network while nothing is the matter, spot by spot: a road's own dry days. It is learned by
/// itself, and only ever makes less of what is seen: where the road always shines, shining says little.
package struct UsualLook: Hashable, Sendable {
    /// What was looked for, and by which network: what another says is something else.
    package let subject: String
    /// How likely each spot usually shows what is looked for, 0...1.
    package private(set) var likelihoods: [Float]
    /// What was learned in sum: a look weighs as much as it shows. Fair weather does not thin out what rain taught.
    package private(set) var weight = 0.0
    /// Over how long it was learned.
    package private(set) var learnedFor = Duration.zero

    /// Day and night, at least.
    private static let enough = Duration.seconds(24 * 3600)
    /// From then on the old fades: some days of a road that shines half of the time.
    private static let heaviest = 2000.0
    /// A longer pause between two looks counts as this.
    private static let longestPause = Duration.seconds(600)

    package init(of subject: String, spots: Int) {
        (self.subject, likelihoods) = (subject, [Float](repeating: 0, count: spots))
    }

    /// Whether it says something.
    package var isEnough: Bool { learnedFor >= Self.enough }

    /// - Parameters:
    ///   - seen: of each spot, 0...1.
    ///   - share: of the zone that is covered, 0...1: how much the look weighs.
    ///   - pause: since the look that was learned before.
    package mutating func learn(_ seen: [Float], share: Double, after pause: Duration) {
        precondition(seen.count == likelihoods.count, "a look has the spots of its zone")
        learnedFor += min(max(pause, .zero), Self.longestPause)
        guard share > 0 else { return }
        weight = min(weight + share, Self.heaviest)
        let part = Float(share / weight)
        for spot in likelihoods.indices { likelihoods[spot] += part * (seen[spot] - likelihoods[spot]) }
    }

    /// How much more likely than usual the spots show it, on the average, 0...1.
    package func news(in seen: [Float]) -> Double {
        precondition(seen.count == likelihoods.count, "a look has the spots of its zone")
        guard !seen.isEmpty else { return 0 }
        let more = zip(seen, likelihoods).reduce(Float(0)) { $0 + max($1.0 - $1.1, 0) }
        return Double(more) / Double(seen.count)
    }
}

/// Kept in steps of 1/255, times in seconds.
extension UsualLook: Codable {
    private enum Key: String, CodingKey { case subject, levels, weight, seconds }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        subject = try values.decode(String.self, forKey: .subject)
        likelihoods = try values.decode([UInt8].self, forKey: .levels).map { Float($0) / 255 }
        weight = min(max(try values.decode(Double.self, forKey: .weight), 0), Self.heaviest)
        learnedFor = .seconds(min(max(try values.decode(Int.self, forKey: .seconds), 0), 100 * 366 * 86_400))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(subject, forKey: .subject)
        try values.encode(likelihoods.map { UInt8(($0 * 255).rounded()) }, forKey: .levels)
        try values.encode(weight, forKey: .weight)
        try values.encode(Int(learnedFor / .seconds(1)), forKey: .seconds)
    }
}
