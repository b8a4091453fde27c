import Cases
import Foundation
import Media
import Testing

/// The units of a scheme: whether they exist, and whether they have people.
@Suite struct UnitTests {
    private func scheme(people: [Person] = [], units: [String] = [], rules: [Responsibility] = []) -> CaseScheme {
        CaseScheme(
            calendars: Bench.calendars, people: people, dispatch: DispatchTable(version: "1", rules: rules),
            units: units)
    }

    @Test func `a unit that does not exist is refused with the nearest name`() throws {
        let scheme = scheme(units: ["城管中队", "市场监管所"])
        func words(_ action: CaseAction) -> String? { scheme.refusal(of: action).map { "\($0)" } }
        #expect(
            words(.dispatch(.init(lead: "城管中对", rule: "by hand")))
                == "'dispatch' is not possible: there is no unit '城管中对'; did you mean '城管中队'?")
        #expect(
            words(.dispatch(.init(lead: "城管中队", coUnits: ["水务"], rule: "by hand")))
                == "'dispatch' is not possible: there is no unit '水务'")
        #expect(
            words(.whistle(item: "1", units: ["市场监管"]))
                == "'whistle' is not possible: there is no unit '市场监管'; did you mean '市场监管所'?")
        #expect(words(.dispatch(.init(lead: "城管中队", coUnits: ["市场监管所"], rule: "r"))) == nil)
        #expect(words(.dispatch(.init(lead: Dispatcher.dutyDesk, rule: "r"))) == nil)
        #expect(words(.claim) == nil)
    }

    @Test func `where no units are configured any is`() {
        #expect(scheme().refusal(of: .dispatch(.init(lead: "谁", rule: "r"))) == nil)
    }

    @Test func `units that lead nowhere are named with the ways that lead to them`() {
        let rules = [
            Responsibility(id: "stall", coUnits: ["派出所"]),
            Responsibility(id: "night", types: ["street-stall"], lead: "城管中队"),
        ]
        let grids = [
            Grid(id: "town", name: "镇", level: 1, unit: "镇城运中心"), Grid(id: "a", name: "一", level: 2, unit: "北湖站"),
            Grid(id: "b", name: "二", level: 2, unit: "北湖站"), Grid(id: "c", name: "三", level: 2),
        ]
        let inspector = Person(name: "张某", unit: "镇城运中心", roles: [.inspector])
        let found = scheme(people: [inspector], units: ["城管中队", "镇城运中心"], rules: rules).unstaffed(grids)
        #expect(
            found.map(\.unit).sorted() == [Dispatcher.dutyDesk, "北湖站", "城管中队", "派出所"].sorted())
        let ways = Dictionary(uniqueKeysWithValues: found.map { ($0.unit, $0.ways) })
        #expect(ways["北湖站"] == [.grid("a"), .grid("b")] && ways["派出所"] == [.coHandler("stall")])
        #expect(ways["城管中队"] == [.row("night"), .byHand] && ways[Dispatcher.dutyDesk] == [.fallback])
        // A dispatcher takes what the desk has; without people everybody acts.
        let dispatcher = Person(name: "赵某", unit: "镇城运中心", roles: [.dispatcher])
        #expect(!scheme(people: [dispatcher]).unstaffed([]).contains { $0.unit == Dispatcher.dutyDesk })
        #expect(scheme(units: ["城管中队"], rules: rules).unstaffed(grids).isEmpty)
    }

    @Test func `a scheme that was kept before units were known is read`() throws {
        let kept = try JSONEncoder().encode(scheme())
        var fields = try #require(try JSONSerialization.jsonObject(with: kept) as? [String: Any])
        fields["knownUnits"] = nil
        let old = try JSONDecoder().decode(CaseScheme.self, from: JSONSerialization.data(withJSONObject: fields))
        #expect(old.units.isEmpty)
    }
}
