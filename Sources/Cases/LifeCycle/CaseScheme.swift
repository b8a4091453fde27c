import Media

/// How what was seen becomes a case: under which policy, on which calendars, with how much time for each algorithm.
package struct CaseScheme: Sendable, Hashable, Codable {
    package let policy: CasePolicy
    package let calendars: CalendarBook
    /// Who deals with cases; empty: anybody may.
    package let people: [Person]
    /// By algorithm.
    private let registrations: [String: CaseAction.Registration]

    /// For what no table names.
    package static let usualLimit = Limit(2, .urgentHour)

    package init(
        policy: CasePolicy = .usual, calendars: CalendarBook, people: [Person] = [],
        registrations: [String: CaseAction.Registration] = [:]
    ) {
        (self.policy, self.calendars) = (policy, calendars)
        (self.people, self.registrations) = (people, registrations)
    }

    /// The same with the calendars of running clocks at hand.
    package func keeping(_ earlier: [WorkCalendar]) -> CaseScheme {
        CaseScheme(
            policy: policy, calendars: CalendarBook(current: calendars.current, earlier: earlier), people: people,
            registrations: registrations)
    }

    package func registration(of algorithm: String) -> CaseAction.Registration {
        registrations[algorithm] ?? CaseAction.Registration(standard: algorithm, limit: Self.usualLimit)
    }

    /// Opens the case of an incident's first hit, and lets it through to its owner: rows 1, 2 and 7.
    ///
    /// - Returns: the case with the log that led to it.
    package func open(
        _ incident: IncidentTracker.Incident, cameraName: String, assignment: Dispatcher.Assignment, place: Point?,
        evidence: Evidence, number: CaseNumber
    ) -> (record: CaseRecord, log: [CaseEvent]) {
        let hit = incident.firstHit
        let opening = CaseCourse.Opening(startedAt: hit.startedAt, hitAt: hit.hitAt, policy: policy, place: place)
        var course = CaseCourse(opening, calendars: calendars)
        var log = [
            CaseEvent(
                sequence: 1, at: opening.hitAt, actor: CaseActor.system.name, content: .opened(opening),
                note: "\(hit.algorithm) \(hit.camera)/\(hit.zone)")
        ]
        let order = CaseAction.Order(lead: assignment.unit, rule: assignment.reason.rawValue)
        let registration = registration(of: hit.algorithm)
        let path = (assignment.path + [assignment.unit]).joined(separator: " > ")
        for (action, note) in [
            (CaseAction.autoRegister(registration), registration.standard),
            (.dispatch(order), "\(path) (\(assignment.reason.rawValue))"),
        ] {
            do throws(CaseRefusal) {
                let at = try course.take(action, by: .system, at: opening.hitAt, calendars)
                log.append(
                    CaseEvent(
                        sequence: log.count + 1, at: at, actor: CaseActor.system.name, content: .took(action),
                        note: note))
            } catch {
                preconditionFailure("a case that begins can be registered and dispatched: \(error)")
            }
        }
        let record = CaseRecord(
            number: number, incident: incident.key, algorithm: hit.algorithm, camera: hit.camera,
            cameraName: cameraName, zone: hit.zone, assignment: assignment, startedAt: hit.startedAt,
            hitAt: hit.hitAt, box: hit.box, measure: hit.measure, score: hit.score, evidence: evidence, course: course)
        return (record, log)
    }
}
