import CaseBook
import Cases
import GRDB
import Media

/// Cases by what is asked of them; every question has an index.
extension StoreUnit {
    func list(_ query: CaseQuery) throws -> CaseListing {
        let (condition, arguments) = Self.condition(query)
        var sql = "SELECT * FROM case_file"
        if !condition.isEmpty { sql += " WHERE \(condition)" }
        sql += " ORDER BY started_at, number"
        if let limit = query.limit { sql += " LIMIT \(limit)" }
        return CaseListing(
            try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map { KeptCase($0) }.read())
    }

    private static func condition(_ query: CaseQuery) -> (String, StatementArguments) {
        var (parts, arguments) = ([String](), StatementArguments())
        func ask(_ part: String, _ values: (any DatabaseValueConvertible)?...) {
            parts.append(part)
            arguments += StatementArguments(values)
        }
        if let isOpen = query.isOpen { ask("ended_at IS \(isOpen ? "" : "NOT ")NULL") }
        if let states = query.states {
            let names = states.map(\.rawValue).sorted()
            parts.append("state IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(names)
        }
        if let lead = query.lead { ask("lead = ?", lead) }
        if let person = query.person { ask("person = ?", person) }
        if let within = query.within, !within.isEmpty {
            // All paths that begin with it: '0' is the character after '/'.
            let path = CaseColumns.gridPath(within)
            ask("grid_path >= ? AND grid_path < ?", path, path.dropLast() + "0")
        }
        if let type = query.type { ask("algorithm = ?", type) }
        if let camera = query.camera { ask("camera = ?", camera) }
        if let zone = query.zone { ask("zone = ?", zone) }
        if let verdict = query.verdict { ask("verdict = ?", verdict.rawValue) }
        if let isReviewed = query.isReviewed { ask("verdict IS \(isReviewed ? "NOT " : "")NULL") }
        if let isShadow = query.isShadow { ask("state \(isShadow ? "=" : "<>") ?", CaseState.shadow.rawValue) }
        if let from = query.hitFrom { ask("hit_at >= ?", from.milliseconds) }
        if let from = query.startedFrom { ask("started_at >= ?", from.milliseconds) }
        if let before = query.startedBefore { ask("started_at < ?", before.milliseconds) }
        if let from = query.endedFrom { ask("ended_at >= ?", from.milliseconds) }
        if let after = query.after {
            ask("(started_at, number) > (?, ?)", after.startedAt.milliseconds, after.number.description)
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}
