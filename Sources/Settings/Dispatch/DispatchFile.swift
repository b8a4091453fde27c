import Cases
import CityAlgorithms
import Foundation
import Media
import Yams

/// Reads `dispatch.yaml`: units, people, shifts, zones and the list of responsibilities.
struct DispatchFile {
    /// What the file says; lines for what can only be found wrong later.
    struct Contents {
        let table: DispatchTable
        let units: [String]
        let people: [Person]
        /// Where the first shift of each unit stands.
        let shiftLines: [String: Int]
    }

    let reader: Reader
    private let grids: GridTree?
    private let catalog: AlgorithmCatalog
    /// The types whose cases somebody must be there for.
    private let used: Set<String>

    /// - Parameters:
    ///   - grids: nil where they could not be read: then nothing is held against them.
    ///   - used: the algorithms that cameras use: each needs a row.
    static func load(
        _ path: String, grids: GridTree?, catalog: AlgorithmCatalog, used: Set<String>
    ) throws(SettingsFaults) -> Contents {
        let (node, reader) = try YAMLFile.load(path)
        let file = DispatchFile(reader: reader, grids: grids, catalog: catalog, used: used)
        let contents = file.contents(node)
        guard let contents, reader.isClean else { throw reader.all }
        return contents
    }

    private func contents(_ node: Node) -> Contents? {
        let fields = reader.fields(
            node, "", allowed: ["version", "units", "people", "shifts", "zones", "rules"],
            required: ["version", "units", "rules"])
        let units = units(fields["units"])
        unitsOfGrids(fields["units"], units)
        let names = Set(units.map(\.name))
        let people = people(fields["people"], units)
        let shifts = shifts(fields["shifts"], names, people)
        let zones = reader.list(fields["zones"], "zones").enumerated().compactMap { zone($1, "zones[\($0)]") }
        for (id, same) in Dictionary(grouping: zones, by: \.id) where same.count > 1 {
            reader.note(fields["zones"], "zones", SettingsWords.idTwice(id, same.count))
        }
        let rules = rules(fields["rules"], names)
        guard let version = reader.text(fields["version"], "version") else { return nil }
        let duty = Dictionary(units.compactMap { unit in unit.duty.map { (unit.name, $0) } }) { first, _ in first }
        let table = DispatchTable(
            version: version, rules: rules, zones: zones, roster: Roster(shifts: shifts.map(\.shift), duty: duty))
        let lines = shifts.compactMap { one in one.line.map { (one.shift.unit, $0) } }
        return Contents(
            table: table, units: units.map(\.name), people: people, shiftLines: Dictionary(lines) { first, _ in first })
    }

    private struct Unit {
        let name: String
        let grid: String?
        let duty: DailyWindow?
    }

    private func units(_ node: Node?) -> [Unit] {
        let units = reader.list(node, "units", atMost: 10_000).enumerated().compactMap { index, item -> Unit? in
            let key = "units[\(index)]"
            let fields = reader.fields(item, key, allowed: ["name", "grid", "duty"], required: ["name"])
            guard let name = reader.text(fields["name"], "\(key).name") else { return nil }
            return Unit(
                name: name, grid: grid(fields["grid"], "\(key).grid"),
                duty: reader.window(fields["duty"], "\(key).duty"))
        }
        for (name, same) in Dictionary(grouping: units, by: \.name) where same.count > 1 {
            reader.note(node, "units", DispatchWords.unitTwice(name, same.count))
        }
        return units
    }

    private func unitsOfGrids(_ node: Node?, _ units: [Unit]) {
        let known = Set(units.map(\.name))
        var told: Set<String> = []
        for grid in grids?.grids ?? [] {
            guard let unit = grid.unit, !known.contains(unit), told.insert(unit).inserted else { continue }
            let nearest = reader.nearest(unit, among: known)
            reader.note(node, "units", DispatchWords.unknownUnitOfGrid(grid.id, unit, nearest))
        }
    }

    private func grid(_ node: Node?, _ key: String) -> String? {
        guard let id = reader.text(node, key) else { return nil }
        if let grids, grids[id] == nil {
            reader.note(node, key, DispatchWords.noGrid(id, reader.nearest(id, among: grids.grids.lazy.map(\.id))))
        }
        return id
    }

    private func unit(_ node: Node?, _ key: String, _ units: Set<String>) -> String? {
        guard let name = reader.text(node, key) else { return nil }
        if !units.contains(name) {
            reader.note(node, key, DispatchWords.noUnit(name, reader.nearest(name, among: units)))
        }
        return name
    }

    private func people(_ node: Node?, _ units: [Unit]) -> [Person] {
        let grids = Dictionary(units.map { ($0.name, $0.grid) }) { first, _ in first }
        let names = Set(units.map(\.name))
        let roles = CaseActor.Role.allCases.filter { $0 != .system }.map { (name: $0.rawValue, value: $0) }
        let people = reader.list(node, "people", atMost: 50_000).enumerated().compactMap { index, item -> Person? in
            let key = "people[\(index)]"
            let fields = reader.fields(
                item, key, allowed: ["name", "unit", "grid", "roles", "part_time"], required: ["name", "unit", "roles"])
            let own = grid(fields["grid"], "\(key).grid")
            let its = reader.list(fields["roles"], "\(key).roles").compactMap {
                reader.choice($0, "\(key).roles", roles)
            }
            guard let name = reader.text(fields["name"], "\(key).name"),
                let unit = unit(fields["unit"], "\(key).unit", names)
            else { return nil }
            if let known = grids[unit], own == nil, known == nil {
                reader.note(item, key, DispatchWords.personWithoutGrid(name, unit))
            }
            return Person(
                name: name, unit: unit, roles: Set(its), grid: own,
                isPartTime: reader.flag(fields["part_time"], "\(key).part_time") ?? false)
        }
        for (name, same) in Dictionary(grouping: people, by: \.name) where same.count > 1 {
            reader.note(node, "people", DispatchWords.personTwice(name, same.count))
        }
        return people
    }

    private func shifts(
        _ node: Node?, _ units: Set<String>, _ people: [Person]
    ) -> [(shift: Roster.Shift, line: Int?)] {
        let known = Set(people.map(\.name))
        return reader.list(node, "shifts", atMost: 5000).enumerated().compactMap { index, item in
            let key = "shifts[\(index)]"
            let fields = reader.fields(
                item, key, allowed: ["unit", "days", "time", "people"], required: ["unit", "people"])
            let window = fields["time"].map { reader.window($0, "\(key).time") } ?? .wholeDay
            let names = reader.list(fields["people"], "\(key).people").compactMap { item -> String? in
                if let name = item.scalar?.string, known.contains(name) { return name }
                return reader.choice(item, "\(key).people", people.map { ($0.name, $0.name) })
            }
            if let list = fields["people"], list.sequence?.isEmpty ?? false {
                reader.note(list, "\(key).people", DispatchWords.emptyShift)
            }
            let days = days(fields["days"], "\(key).days")
            guard let unit = unit(fields["unit"], "\(key).unit", units), let window else { return nil }
            return (Roster.Shift(unit: unit, days: days, window: window, people: names), item.mark?.line)
        }
    }

    private func days(_ node: Node?, _ key: String) -> Roster.Days {
        guard let node else { return .all }
        var (weekdays, kinds) = (Set<CalendarDate.Weekday>(), Set<Roster.Days.Kind>())
        var dates: Set<CalendarDate> = []
        let names = CalendarDate.Weekday.allCases.map { "\($0)" } + Roster.Days.Kind.allCases.map(\.rawValue)
        for item in reader.list(node, key) {
            let text = item.scalar?.string ?? ""
            if let weekday = CalendarDate.Weekday.allCases.first(where: { "\($0)" == text }) {
                weekdays.insert(weekday)
            } else if let kind = Roster.Days.Kind(rawValue: text) {
                kinds.insert(kind)
            } else if let date = CalendarDate(text) {
                dates.insert(date)
            } else {
                reader.note(
                    item, key, DispatchWords.noDay(Reader.shown(item), reader.nearest(text, among: names), names))
            }
        }
        return Roster.Days(weekdays: weekdays, kinds: kinds, dates: dates)
    }

    private func zone(_ node: Node, _ key: String) -> GroundZone? {
        let fields = reader.fields(
            node, key, allowed: ["id", "polygon", "types", "effect", "when", "from", "until"],
            required: ["id", "polygon", "effect"])
        let effects = GroundZone.Effect.allCases.map { (name: $0.rawValue, value: $0) }
        guard let id = reader.text(fields["id"], "\(key).id"),
            let polygon = reader.polygon(fields["polygon"], "\(key).polygon", x: Point.longitudes, y: Point.latitudes),
            let effect = reader.choice(fields["effect"], "\(key).effect", effects)
        else { return nil }
        return GroundZone(
            id: id, polygon: polygon, types: types(fields["types"], "\(key).types"), effect: effect,
            window: reader.window(fields["when"], "\(key).when"),
            validity: Validity(
                from: reader.date(fields["from"], "\(key).from"), until: reader.date(fields["until"], "\(key).until")))
    }

    private func types(_ node: Node?, _ key: String) -> Set<String> {
        Set(reader.list(node, key).compactMap { reader.choice($0, key, catalog.ids.map { ($0, $0) }) })
    }

    private func rules(_ node: Node?, _ units: Set<String>) -> [Responsibility] {
        let kinds = grids.map {
            Set($0.grids.map(\.kind)).filter { !$0.isEmpty }.sorted().map { (name: $0, value: $0) }
        }
        var rules: [Responsibility] = []
        for (index, item) in reader.list(node, "rules").enumerated() {
            let key = "rules[\(index)]"
            let fields = reader.fields(
                item, key, allowed: ["id", "types", "kinds", "when", "lead", "with", "limit"], required: ["id"])
            guard let id = reader.text(fields["id"], "\(key).id") else { continue }
            let rule = Responsibility(
                id: id, types: types(fields["types"], "\(key).types"),
                kinds: Set(
                    reader.list(fields["kinds"], "\(key).kinds").compactMap { item in
                        kinds.map { reader.choice(item, "\(key).kinds", $0) } ?? reader.text(item, "\(key).kinds")
                    }), window: reader.window(fields["when"], "\(key).when"),
                lead: unit(fields["lead"], "\(key).lead", units),
                coUnits: reader.list(fields["with"], "\(key).with").compactMap { unit($0, "\(key).with", units) },
                limit: reader.limit(fields["limit"], "\(key).limit"))
            if rules.contains(where: { $0.id == id }) { reader.note(item, key, DispatchWords.idTwice(id)) }
            if let other = rules.first(where: { $0.collides(with: rule) }) {
                reader.note(item, key, DispatchWords.rulesCollide(id, other.id))
            }
            rules.append(rule)
        }
        for id in used.sorted() where !rules.contains(where: { $0.types.isEmpty || $0.types.contains(id) }) {
            reader.note(node, "rules", DispatchWords.typeWithoutRule(id))
        }
        return rules
    }
}
