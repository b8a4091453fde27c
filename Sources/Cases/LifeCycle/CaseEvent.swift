import Media

/// One line of a case's append-only log.
package struct CaseEvent: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case opened(CaseCourse.Opening)
        case took(CaseAction)
        /// A case of a store that kept less: what it came to then.
        case takenOver(CaseCourse)
        /// What changes nothing of its course, such as pictures that went; and what such a store called what was done.
        case noted(String)
    }

    package let sequence: Int
    package let at: WallTime
    /// A person, or `system`.
    package let actor: String
    package let content: Content
    package let note: String

    package init(sequence: Int, at: WallTime, actor: String, content: Content, note: String) {
        (self.sequence, self.at, self.actor, self.content, self.note) = (sequence, at, actor, content, note)
    }

    /// `opened`, `taken-over`, or what `CaseAction.Kind` calls it.
    package var kind: String {
        switch content {
        case .opened: "opened"
        case .took(let action): action.kind.rawValue
        case .takenOver: "taken-over"
        case .noted(let name): name
        }
    }
}

extension CaseCourse {
    /// What a log comes to; nil: it has no beginning.
    package init?(replaying log: [CaseEvent], _ calendars: CalendarBook) {
        var course: CaseCourse?
        for event in log {
            switch event.content {
            case .opened(let opening): course = CaseCourse(opening, calendars: calendars)
            case .takenOver(let taken): course = taken
            case .took(let action):
                course?.apply(action, by: event.actor, note: event.note, at: event.at, calendars)
            case .noted: break
            }
        }
        guard let course else { return nil }
        self = course
    }
}
