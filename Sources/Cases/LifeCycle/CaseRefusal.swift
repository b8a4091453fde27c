import Media

/// Why an action is not possible, in words for whoever asked.
package struct CaseRefusal: Error, Worded, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// Not in this state; `possible` is what is, for anybody.
        case state(CaseState, possible: [CaseAction.Kind])
        /// Not for this person.
        case role(String, needed: Set<CaseActor.Role>)
        /// Only for those of a unit.
        case unit(String, needed: String)
        /// Something else does not hold.
        case unmet(Words)
    }

    package let action: CaseAction.Kind
    package let reason: Reason

    package init(action: CaseAction.Kind, reason: Reason) { (self.action, self.reason) = (action, reason) }

    package var words: Words {
        switch reason {
        case .state(let state, let possible): RefusalWords.state(state, action, possible: possible)
        case .role(let name, let needed):
            RefusalWords.role(name, action, needed: CaseActor.Role.allCases.filter(needed.contains))
        case .unit(let name, let needed): RefusalWords.unit(name, action, needed: needed)
        case .unmet(let why): RefusalWords.unmet(action, why)
        }
    }

    package var description: String { words.en }
}
