import CityAlgorithms
import Media
import Scene

/// When a camera's networks look, and what they found last. A value, on media time: a replay asks in the same looks.
struct NetworkLooks {
    private struct Answer {
        let at: MediaTime
        /// nil: it gave none.
        let objects: [FoundObject]?
        /// How long it stands.
        var lasting: Duration
    }

    /// In the order in which they look.
    let names: [String]
    private var answers: [String: Answer] = [:]
    /// Since when each was wanted, before its first look.
    private var wantedAt: [String: MediaTime] = [:]
    /// The share of the interval that a network waits before its first look, 0..<1.
    private let wait: Double

    init(_ needs: [LookNeeds], wait: Double = 0) {
        self.wait = wait
        names = needs.reduce(into: Set()) { $0.formUnion($1.networks) }.sorted()
    }

    /// - Parameter interval: how often it should look now; nil: there is nothing to look at.
    mutating func isDue(_ network: String, every interval: Duration?, at now: MediaTime) -> Bool {
        guard let interval else { return false }
        if let answer = answers[network] {
            // Where things have calmed down the next look comes later than was thought.
            answers[network]?.lasting = max(answer.lasting, interval * 2)
            return now - answer.at >= interval
        }
        let wanted = wantedAt[network] ?? now
        wantedAt[network] = wanted
        return now - wanted >= interval * wait
    }

    /// - Parameters:
    ///   - objects: nil: it gave no answer.
    ///   - interval: how often it is to look; what it found stands twice as long.
    mutating func keep(_ objects: [FoundObject]?, of network: String, every interval: Duration, at now: MediaTime) {
        answers[network] = Answer(at: now, objects: objects, lasting: interval * 2)
    }

    /// What comes next does not continue what was before.
    mutating func forget() {
        answers.removeAll(keepingCapacity: true)
        wantedAt.removeAll(keepingCapacity: true)
    }

    /// What the networks found last, as long as that may stand for a look; a network that gave no answer is left out.
    func look(_ scene: SceneLook) -> Look {
        var found: [String: [FoundObject]] = [:]
        var lookedAt: [String: MediaTime] = [:]
        for name in names {
            guard let answer = answers[name], scene.at - answer.at <= answer.lasting else {
                found[name] = []
                continue
            }
            found[name] = answer.objects
            lookedAt[name] = answer.at
        }
        return Look(scene, found: found, lookedAt: lookedAt)
    }
}
