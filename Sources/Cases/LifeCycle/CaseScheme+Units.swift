import Media

/// The units that cases go to, and whether they exist and have people.
extension CaseScheme {
    /// How a case comes to a unit.
    package enum Way: Hashable, Sendable {
        /// By id: the grid's own unit.
        case grid(String)
        /// By id: the row's lead.
        case row(String)
        /// By id: helps with what the row is about.
        case coHandler(String)
        /// What no grid owns goes to the duty desk.
        case fallback
        /// By hand: `dispatch --to`, `whistle --call`.
        case byHand
    }

    /// A unit that cases go to and for which nobody works.
    package struct Unstaffed: Hashable, Sendable {
        package let unit: String
        package let ways: [Way]
    }

    /// Every unit that a grid, a row or the fallback leads to, or that may be named by hand, and that has no people; by name.
    ///
    /// The duty desk counts as staffed where somebody is a dispatcher or a shift head: they take what nobody has claimed.
    /// Where no people are configured everybody may act, and no unit is unstaffed.
    package func unstaffed(_ grids: [Grid]) -> [Unstaffed] {
        guard !people.isEmpty else { return [] }
        var staffed = Set(people.compactMap(\.unit))
        if people.contains(where: { !$0.roles.isDisjoint(with: [.dispatcher, .shiftHead]) }) {
            staffed.insert(Dispatcher.dutyDesk)
        }
        let ways: [(unit: String?, way: Way)] =
            grids.map { ($0.unit, .grid($0.id)) } + dispatch.rules.map { ($0.lead, .row($0.id)) }
            + dispatch.rules.flatMap { rule in rule.coUnits.map { ($0, .coHandler(rule.id)) } }
            + [(Dispatcher.dutyDesk, .fallback)] + units.map { ($0, .byHand) }
        let led = ways.compactMap { one in one.unit.map { (unit: $0, way: one.way) } }
        return Dictionary(grouping: led, by: \.unit).filter { !staffed.contains($0.key) }
            .map { Unstaffed(unit: $0.key, ways: $0.value.map(\.way)) }.sorted { $0.unit < $1.unit }
    }

    /// Why an action cannot be meant: it names a unit that does not exist; nil: it names none, or no units are configured.
    package func refusal(of action: CaseAction) -> CaseRefusal? {
        let named: [String] =
            switch action {
            case .dispatch(let order): [order.lead] + order.coUnits
            case .whistle(_, let units), .involve(let units): units
            default: []
            }
        let known = Set(units + [Dispatcher.dutyDesk])
        guard !units.isEmpty, let wrong = named.first(where: { !$0.isEmpty && !known.contains($0) }) else { return nil }
        let nearest = NearestName.of(wrong, among: known.sorted())
        return CaseRefusal(action: action.kind, reason: .unmet(RefusalWords.noUnit(wrong, nearest)))
    }
}
