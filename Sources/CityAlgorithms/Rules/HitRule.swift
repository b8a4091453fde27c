import Media

/// Turns observations into hits: what lasts long enough, is dense enough and is not allowed here now.
///
/// One value per camera, algorithm and zone. Serves all algorithms; knows no queue, clock or file.
package struct HitRule: Sendable {
    package struct Terms: Hashable, Sendable {
        /// How long it must last (dwell, hold).
        package let lasting: Duration
        /// How long it may be out of sight meanwhile.
        package let gap: Duration
        /// The measure that begins a run.
        package let enter: Double
        /// The measure below which a run is over: the hysteresis.
        package let leave: Double
        /// The share of the most that a run came to, below which it is going away and not yet a hit: no hit begins with it.
        /// nil: how it goes does not matter.
        package var steady: Double?
        /// When the rule watches; nil is always.
        package let schedule: DailyWindow?

        /// `leave` as a share of `enter`, where nothing else is said: a hysteresis of 20 %.
        package static let usualLeave = 0.8

        package init(
            lasting: Duration, gap: Duration, enter: Double, leave: Double, steady: Double? = nil,
            schedule: DailyWindow?
        ) {
            (self.lasting, self.gap, self.enter, self.leave) = (lasting, gap, enter, leave)
            (self.steady, self.schedule) = (steady, schedule)
        }

        /// The terms of an algorithm's own.
        package init(
            _ profile: AlgorithmProfile, lasting: Duration? = nil, threshold: Double? = nil,
            schedule: DailyWindow? = nil
        ) {
            let enter = threshold ?? profile.threshold ?? 1
            self.init(
                lasting: lasting ?? profile.lasting, gap: profile.gap, enter: enter, leave: enter * Self.usualLeave,
                steady: profile.steady, schedule: schedule)
        }
    }

    package enum Outcome: Sendable, Equatable {
        /// The rule is satisfied, for the first time in this run.
        case hit(startedAt: MediaTime, box: Box, measure: Double, score: Double, extent: Extent? = nil)
        /// A run that was a hit goes on.
        case sustained(box: Box)
        /// It would have been a hit, but a permit allows it here now.
        case permitted(zone: String, box: Box)
        /// A run that was a hit is allowed by a permit from now on: the cause of its hit is over. Other runs that are
        /// hits go on at other places.
        case ended(box: Box, others: [Box])
    }

    /// So many places that began anew are remembered: a zone has few a day.
    private static let mostFresh = 64

    package let terms: Terms
    private let permits: [Zone]
    private var runs: [Run] = []
    private var last: MediaTime?
    /// Places where what is seen counts from a moment on, however long it had been there; the latest is the last.
    private var fresh: [(place: Box, from: MediaTime)] = []

    /// - Parameter permits: the camera's permit zones that allow this algorithm.
    package init(terms: Terms, permits: [Zone]) {
        self.terms = terms
        self.permits = permits
    }

    /// Takes the observations of one look.
    ///
    /// - Parameter timeOfDay: since local midnight, 0..<24 h, for schedules and permits.
    package mutating func take(
        _ observations: [Observation], at now: MediaTime, timeOfDay: Duration
    ) -> [Outcome] {
        defer { last = now }
        guard terms.schedule?.contains(minuteOfDay: Int(timeOfDay / .seconds(60))) ?? true else {
            runs.removeAll()
            return []
        }
        let opened = terms.schedule?.sinceStart(timeOfDay).map { now - $0 }
        // It was closed for a while since the last look.
        if let opened, let last, opened > last { runs.removeAll() }
        var outcomes: [Outcome] = []
        var claimed: Set<Int> = []
        for observation in observations where observation.measure >= terms.leave {
            let index: Int
            if let known = matching(observation, except: claimed) {
                index = known
                // It is over when the gap is; what is left of it then begins anew, where it is enough.
                if isGoingAway(runs[index], at: observation.measure) {
                    claimed.insert(index)
                    continue
                }
                runs[index].see(observation, at: now)
            } else if observation.measure >= terms.enter {
                index = runs.count
                let since = start(of: observation, at: now)
                runs.append(
                    Run(since: max(since, opened ?? since), seenAt: now, observation))
            } else {
                continue
            }
            claimed.insert(index)
            judge(index, observation, at: now, timeOfDay, into: &outcomes)
        }
        runs.removeAll { now - $0.seenAt > terms.gap }
        return outcomes
    }

    /// How long what no permit allows has lasted, of several the longest; nil: there is nothing of the kind.
    package func longest(at now: MediaTime) -> Duration? { runs.compactMap(\.offence).map { now - $0.startedAt }.max() }

    /// Whether something has lasted long enough, and is a hit if it is still there now.
    package func isAboutToHit(at now: MediaTime) -> Bool {
        runs.contains { run in
            run.offence.map { !$0.isHit && now - $0.startedAt >= terms.lasting } ?? false
        }
    }

    /// Whether something is under way.
    package var hasRuns: Bool { !runs.isEmpty }

    /// What was under way does not go on.
    package mutating func forgetRuns() { runs.removeAll() }

    /// What stands at these places counts from now on, as if it had just come.
    package mutating func startAnew(at places: [Box], now: MediaTime) {
        for index in runs.indices where places.contains(where: { runs[index].shares($0) > 0.1 }) {
            runs[index].startAnew(at: now)
        }
        fresh += places.map { ($0, now) }
        fresh.removeFirst(max(fresh.count - Self.mostFresh, 0))
    }

    /// Water that runs off, once it was a hit, is still water.
    private func isGoingAway(_ run: Run, at measure: Double) -> Bool {
        guard let steady = terms.steady, !(run.offence?.isHit ?? false) else { return false }
        return measure < steady * run.most
    }

    private func start(of observation: Observation, at now: MediaTime) -> MediaTime {
        let since = min(observation.since, now)
        let from = fresh.last { $0.place.overlap(observation.box) > 0.1 }?.from
        return max(since, from ?? since)
    }

    private func matching(_ observation: Observation, except claimed: Set<Int>) -> Int? {
        if let number = observation.number { return runs.firstIndex { $0.number == number } }
        return matchingByPlace(observation, except: claimed)
    }

    private func matchingByPlace(_ observation: Observation, except claimed: Set<Int>) -> Int? {
        runs.indices
            .filter { !claimed.contains($0) }
            .map { (index: $0, shared: runs[$0].shares(observation.box)) }
            .filter { $0.shared > 0.2 }
            .max { $0.shared < $1.shared }?.index
    }

    private mutating func judge(
        _ index: Int, _ observation: Observation, at now: MediaTime, _ timeOfDay: Duration,
        into outcomes: inout [Outcome]
    ) {
        if let permit = permits.first(where: { $0.permits(observation.box, at: timeOfDay) }) {
            runs[index].permittedAt = now
            // As a thing may be out of sight for a moment, it may be under a permit for a moment.
            endOffence(of: index, before: now, into: &outcomes)
            guard now - runs[index].since >= terms.lasting, !runs[index].isPermitTold else { return }
            runs[index].isPermitTold = true
            outcomes.append(.permitted(zone: permit.id, box: observation.box))
            return
        }
        let ended = permits.compactMap { $0.sincePermitted(observation.box, at: timeOfDay) }.min().map { now - $0 }
        // It was permitted for a while since the last look.
        if let ended { endOffence(of: index, before: ended, into: &outcomes) }
        let start = start(of: runs[index], permitEndedAt: ended, at: now)
        var offence = runs[index].offence ?? Run.Offence(startedAt: start, seenAt: now)
        offence.seenAt = now
        defer { runs[index].offence = offence }
        guard now - offence.startedAt >= terms.lasting else { return }
        if offence.isHit { return outcomes.append(.sustained(box: observation.box)) }
        offence.isHit = true
        runs[index].isPermitTold = false
        var extent = observation.extent
        if terms.steady != nil { extent?.trend = runs[index].trend }
        outcomes.append(
            .hit(
                startedAt: offence.startedAt, box: observation.box, measure: observation.measure,
                score: observation.score, extent: extent))
    }

    private mutating func endOffence(of index: Int, before now: MediaTime, into outcomes: inout [Outcome]) {
        guard let offence = runs[index].offence, now - offence.seenAt > terms.gap else { return }
        runs[index].offence = nil
        guard offence.isHit else { return }
        let others = runs.filter { $0.offence?.isHit ?? false }.map(\.box)
        outcomes.append(.ended(box: runs[index].box, others: others))
    }

    /// - Parameter ended: when the last permit ended for it; nil: there was none.
    private func start(of run: Run, permitEndedAt ended: MediaTime?, at now: MediaTime) -> MediaTime {
        guard let permittedAt = run.permittedAt else { return max(run.since, ended ?? run.since) }
        // Its permit ended, or it left the permit's zone.
        guard let ended, ended >= permittedAt else { return now }
        return ended
    }
}
