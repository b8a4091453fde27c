/// Decides what may happen to a case: a value that knows no store and no clock.
package enum CaseStateMachine {
    /// What a person does to a case.
    package enum Action: String, CaseIterable, Sendable, Codable {
        case claim, feedback, close, void
    }

    /// Why an action is not possible.
    package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        package let state: CaseState
        package let action: Action

        package init(state: CaseState, action: Action) { (self.state, self.action) = (state, action) }

        package var description: String {
            let possible = Action.allCases.filter { (try? next(from: state, action: $0)) != nil }
            let choice =
                possible.isEmpty
                ? "nothing can follow, it is at its end"
                : "possible now: \(possible.map(\.rawValue).joined(separator: ", "))"
            return "a case that is '\(state.rawValue)' cannot take '\(action.rawValue)'; \(choice)"
        }
    }

    /// The state after an action.
    package static func next(from state: CaseState, action: Action) throws(Refusal) -> CaseState {
        switch (state, action) {
        case (.dispatched, .claim): .claimed
        case (.claimed, .feedback): .handled
        case (.handled, .close): .closed
        case (.dispatched, .void), (.claimed, .void), (.handled, .void): .void
        default: throw Refusal(state: state, action: action)
        }
    }
}
