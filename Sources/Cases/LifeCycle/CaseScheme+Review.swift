import Media

/// How a hit that waited for a person becomes a case that goes its way.
extension CaseScheme {
    /// By which a person registers a case where they say nothing else: as it would have been by itself.
    package func registration(of record: CaseRecord) -> CaseAction.Registration {
        let usual = registration(of: record.algorithm)
        guard record.course.mode == .review else { return usual }
        let decision = decision(on: record, at: record.hitAt)
        let limit = (decision.limit ?? usual.limit).scaled(by: decision.effect?.timeFactor ?? 1)
        return CaseAction.Registration(standard: usual.standard, text: usual.text, limit: limit)
    }

    /// The dispatch that follows the registration by hand of a case that waited for its review: to its owner as of now, as it
    /// would have gone by itself; nil: it did not wait, or it was dispatched before and a dispatcher sees to it.
    ///
    /// - Parameter record: as it is after the registration.
    package func dispatchAfterReview(
        _ record: CaseRecord, at now: WallTime
    ) -> (action: CaseAction, note: String)? {
        let course = record.course
        guard course.mode == .review, course.state == .pendingDispatch, course.order == nil else { return nil }
        return Self.dispatching(decision(on: record, at: now), record.assignment)
    }

    private func decision(on record: CaseRecord, at now: WallTime) -> Decision {
        dispatch.decide(
            record.algorithm, on: record.assignment, place: record.course.place, at: now, calendars.current)
    }
}
