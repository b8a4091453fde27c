/// Why an action is not possible, in words for whoever asked.
package struct CaseRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// Not in this state; `possible` is what is, for anybody.
        case state(CaseState, possible: [CaseAction.Kind])
        /// Not for this person.
        case role(String, needed: Set<CaseActor.Role>)
        /// Only for those of a unit.
        case unit(String, needed: String)
        /// Something else does not hold.
        case unmet(String)
    }

    package let action: CaseAction.Kind
    package let reason: Reason

    package init(action: CaseAction.Kind, reason: Reason) { (self.action, self.reason) = (action, reason) }

    package var description: String {
        switch reason {
        case .state(let state, let possible):
            let choice =
                possible.isEmpty
                ? "nothing can follow, it is at its end"
                : "possible now: \(possible.map(\.rawValue).joined(separator: ", "))"
            return "a case that is '\(state.rawValue)' cannot take '\(action.rawValue)'; \(choice)"
        case .role(let name, let needed):
            let roles = CaseActor.Role.allCases.filter(needed.contains).map { "\($0.rawValue) (\($0.nameZH))" }
            return "'\(action.rawValue)' is not for '\(name)': it takes a \(roles.joined(separator: ", or a "))"
        case .unit(let name, let needed):
            return "'\(action.rawValue)' is not for '\(name)': the case is with '\(needed)'"
        case .unmet(let words): return "'\(action.rawValue)' is not possible: \(words)"
        }
    }
}
