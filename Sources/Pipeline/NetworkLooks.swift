import CityAlgorithms
import Media

/// When a camera's networks look, and what they found last. A value, on media time: a replay asks in the same looks.
struct NetworkLooks {
    private struct Paced {
        let every: Duration
        /// When it last looked.
        var at: MediaTime?
        /// nil: it gave no answer.
        var objects: [FoundObject]? = []
    }

    /// In the order in which they look.
    let names: [String]
    private var paced: [String: Paced] = [:]

    /// Of several algorithms that need a network the one in the greatest hurry sets its pace.
    init(_ needs: [LookNeeds]) {
        for need in needs {
            for network in need.networks {
                let every = min(paced[network]?.every ?? need.every, need.every)
                paced[network] = Paced(every: every)
            }
        }
        names = paced.keys.sorted()
    }

    func isDue(_ network: String, at now: MediaTime) -> Bool {
        guard let its = paced[network] else { return false }
        guard let last = its.at else { return true }
        return now - last >= its.every
    }

    mutating func keep(_ objects: [FoundObject], of network: String, at now: MediaTime) {
        paced[network]?.at = now
        paced[network]?.objects = objects
    }

    mutating func fail(_ network: String, at now: MediaTime) {
        paced[network]?.at = now
        paced[network]?.objects = nil
    }

    /// What comes next does not continue what was before.
    mutating func forget() {
        for network in names {
            paced[network]?.at = nil
            paced[network]?.objects = []
        }
    }

    /// By network: what it found last, as long as that may stand for a look; a network that gave no answer is left out.
    func found(at now: MediaTime) -> [String: [FoundObject]] {
        paced.compactMapValues { its in
            guard let at = its.at else { return [] }
            guard let objects = its.objects else { return nil }
            return now - at <= its.every * 2 ? objects : []
        }
    }
}
