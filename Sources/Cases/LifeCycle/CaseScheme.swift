import Media

/// How what was seen becomes a case: under which policy, on which calendars, with how much time for each algorithm.
package struct CaseScheme: Sendable, Hashable, Codable {
    package let policy: CasePolicy
    package let calendars: CalendarBook
    /// Who deals with cases; empty: anybody may.
    package let people: [Person]
    package let dispatch: DispatchTable
    /// By algorithm.
    private let registrations: [String: CaseAction.Registration]
    /// nil in schemes that were kept before units were known.
    private let knownUnits: [String]?
    /// nil in schemes that were kept before modes were known.
    private let knownModes: ModePlan?

    /// For what no table names.
    package static let usualLimit = Limit(2, .urgentHour)

    package init(
        policy: CasePolicy = .usual, calendars: CalendarBook, people: [Person] = [], dispatch: DispatchTable = .none,
        registrations: [String: CaseAction.Registration] = [:], units: [String] = [], modes: ModePlan = .usual
    ) {
        (self.policy, self.calendars, self.dispatch) = (policy, calendars, dispatch)
        (self.people, self.registrations, knownUnits) = (people, registrations, units)
        knownModes = modes
    }

    /// Every unit that a case may go to, and that may be called to one; empty: any.
    package var units: [String] { knownUnits ?? [] }

    /// In which modes algorithms may run.
    package var modes: ModePlan { knownModes ?? .usual }

    /// The same with the calendars of running clocks at hand.
    package func keeping(_ earlier: [WorkCalendar]) -> CaseScheme {
        CaseScheme(
            policy: policy, calendars: CalendarBook(current: calendars.current, earlier: earlier), people: people,
            dispatch: dispatch, registrations: registrations, units: units, modes: modes)
    }

    package func registration(of algorithm: String) -> CaseAction.Registration {
        registrations[algorithm] ?? CaseAction.Registration(standard: algorithm, limit: Self.usualLimit)
    }

    /// Opens the case of an incident's first hit, and lets it through to its owner: rows 1, 2 and 7. What a permit allows
    /// is kept as well, but ends at once: nothing is passed over in silence. In review it waits for whoever accepts it; in
    /// shadow it ends at once, and only reviewers ask for it.
    ///
    /// - Parameters:
    ///   - recurrenceOf: the case that was closed at its place a while ago.
    ///   - mode: that of its algorithm on its camera.
    /// - Returns: the case with the log that led to it.
    package func open(
        _ intake: CaseIntake, evidence: Evidence, recurrenceOf: CaseNumber? = nil, mode: HitMode = .auto
    ) -> (record: CaseRecord, log: [CaseEvent]) {
        let (incident, assignment, place) = (intake.incident, intake.assignment, intake.place)
        let hit = incident.firstHit
        let opening = CaseCourse.Opening(
            startedAt: hit.startedAt, hitAt: hit.hitAt, policy: policy, place: place,
            recurrenceOf: recurrenceOf?.description, mode: mode)
        let decision = dispatch.decide(
            hit.algorithm, on: assignment, place: place, at: hit.hitAt, calendars.current)
        var course = CaseCourse(opening, calendars: calendars)
        var log = [
            CaseEvent(
                sequence: 1, at: opening.hitAt, actor: CaseActor.system.name, content: .opened(opening),
                note: "\(hit.algorithm) \(hit.camera)/\(hit.zone)")
        ]
        for (action, note) in steps(hit.algorithm, assignment, decision, mode) {
            do throws(CaseRefusal) {
                let at = try course.take(action, by: .system, note: note, at: opening.hitAt, calendars)
                log.append(
                    CaseEvent(
                        sequence: log.count + 1, at: at, actor: CaseActor.system.name, content: .took(action),
                        note: note))
            } catch {
                preconditionFailure("a case that begins can be registered and dispatched: \(error)")
            }
        }
        let record = CaseRecord(
            number: intake.number, incident: incident.key, algorithm: hit.algorithm, camera: hit.camera,
            cameraName: intake.cameraName, zone: hit.zone, assignment: assignment, box: hit.box, measure: hit.measure,
            score: hit.score, extent: hit.extent, evidence: evidence, course: course)
        return (record, log)
    }

    private func steps(
        _ algorithm: String, _ assignment: Dispatcher.Assignment, _ decision: Decision, _ mode: HitMode
    ) -> [(CaseAction, note: String)] {
        let zones = decision.zones.joined(separator: ", ")
        if decision.effect == .suppress { return [(.reject(.permitted), zones)] }
        if mode == .shadow { return [(.shadow, algorithm)] }
        let usual = registration(of: algorithm)
        let limit = (decision.limit ?? usual.limit).scaled(by: decision.effect?.timeFactor ?? 1)
        let registration = CaseAction.Registration(standard: usual.standard, text: usual.text, limit: limit)
        let urgent: [(CaseAction, note: String)] = decision.effect == .raise ? [(.mark(.urgent, true), zones)] : []
        if mode == .review { return urgent }
        return urgent + [
            (.autoRegister(registration), registration.standard), Self.dispatching(decision, assignment),
        ]
    }

    /// 7: to whom a decision sends it.
    static func dispatching(
        _ decision: Decision, _ assignment: Dispatcher.Assignment
    ) -> (CaseAction, note: String) {
        let order = CaseAction.Order(
            lead: decision.lead, coUnits: decision.coUnits, person: decision.person,
            rule: decision.rule ?? assignment.reason.rawValue, decision: decision)
        let way = (assignment.path + [decision.lead]).joined(separator: " > ")
        return (.dispatch(order), "\(way) (\(order.rule))")
    }
}
