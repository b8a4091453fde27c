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
        /// When the rule watches; nil is always.
        package let schedule: DailyWindow?

        package init(lasting: Duration, gap: Duration, enter: Double, leave: Double, schedule: DailyWindow?) {
            (self.lasting, self.gap, self.enter, self.leave) = (lasting, gap, enter, leave)
            self.schedule = schedule
        }

        /// The terms of an algorithm's own, with a hysteresis of 20 %.
        package init(
            _ profile: AlgorithmProfile, lasting: Duration? = nil, threshold: Double? = nil,
            schedule: DailyWindow? = nil
        ) {
            let enter = threshold ?? profile.threshold ?? 1
            self.init(
                lasting: lasting ?? profile.lasting, gap: profile.gap, enter: enter, leave: enter * 0.8,
                schedule: schedule)
        }
    }

    package enum Outcome: Sendable, Equatable {
        /// The rule is satisfied, for the first time in this run.
        case hit(startedAt: MediaTime, box: Box, measure: Double, score: Double)
        /// A run that was a hit goes on.
        case sustained(box: Box)
        /// It would have been a hit, but a permit allows it here now.
        case permitted(zone: String, box: Box)
    }

    private struct Run: Sendable {
        var startedAt: MediaTime
        var seenAt: MediaTime
        /// Where it was first seen, and where lately: parts of it may be hidden for a while.
        let home: Box
        var box: Box
        var hit = false

        func shares(_ other: Box) -> Double {
            max(
                box.intersection(other) / min(box.area, other.area),
                home.intersection(other) / min(home.area, other.area))
        }

        var permitted = false
    }

    package let terms: Terms
    private let permits: [Zone]
    private var runs: [Run] = []
    /// How many runs there were so far.
    package private(set) var runsBegun = 0

    /// - Parameter permits: the camera's permit zones that allow this algorithm.
    package init(terms: Terms, permits: [Zone]) {
        self.terms = terms
        self.permits = permits
    }

    /// Takes the observations of one look.
    ///
    /// - Parameter minuteOfDay: 0..<1440, local, for schedules and permits.
    package mutating func take(
        _ observations: [Observation], at now: MediaTime, minuteOfDay: Int
    ) -> [Outcome] {
        guard terms.schedule?.contains(minuteOfDay: minuteOfDay) ?? true else {
            runs.removeAll()
            return []
        }
        var outcomes: [Outcome] = []
        var claimed: Set<Int> = []
        for observation in observations where observation.measure >= terms.leave {
            let index: Int
            if let known = matching(observation, except: claimed) {
                index = known
                runs[index].seenAt = now
                runs[index].box = observation.box
            } else if observation.measure >= terms.enter {
                index = runs.count
                runsBegun += 1
                runs.append(
                    Run(
                        startedAt: min(observation.since, now), seenAt: now, home: observation.box,
                        box: observation.box))
            } else {
                continue
            }
            claimed.insert(index)
            if let outcome = judge(&runs[index], observation, at: now, minuteOfDay: minuteOfDay) {
                outcomes.append(outcome)
            }
        }
        runs.removeAll { now - $0.seenAt > terms.gap }
        return outcomes
    }

    /// Whether something is under way.
    package var hasRuns: Bool { !runs.isEmpty }

    /// What was under way does not go on.
    package mutating func forgetRuns() { runs.removeAll() }

    private func matching(_ observation: Observation, except claimed: Set<Int>) -> Int? {
        runs.indices
            .filter { !claimed.contains($0) }
            .map { (index: $0, shared: runs[$0].shares(observation.box)) }
            .filter { $0.shared > 0.2 }
            .max { $0.shared < $1.shared }?.index
    }

    private func judge(
        _ run: inout Run, _ observation: Observation, at now: MediaTime, minuteOfDay: Int
    ) -> Outcome? {
        guard now - run.startedAt >= terms.lasting else { return nil }
        if let permit = permits.first(where: { holds($0, observation.box, minuteOfDay) }) {
            defer { run.permitted = true }
            return run.permitted ? nil : .permitted(zone: permit.id, box: observation.box)
        }
        if run.hit { return .sustained(box: observation.box) }
        run.hit = true
        return .hit(
            startedAt: run.startedAt, box: observation.box, measure: observation.measure, score: observation.score)
    }

    /// A permit allows what lies wholly inside it: all four corners and the foot.
    private func holds(_ permit: Zone, _ box: Box, _ minuteOfDay: Int) -> Bool {
        guard permit.when?.contains(minuteOfDay: minuteOfDay) ?? true else { return false }
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        let corners = [
            Point(x: box.x, y: box.y), Point(x: right, y: box.y), Point(x: box.x, y: bottom),
            Point(x: right, y: bottom), box.foot,
        ]
        return corners.allSatisfy { permit.polygon.contains($0.insidePicture) }
    }
}
