/// A value of JSON whose keys stand in the order that was given.
indirect enum JSONText {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONText])
    case fields([(key: String, value: JSONText)])

    /// Its text with a line for each key of the outermost mapping and for each item of a list of mappings there, so that
    /// people can read it and differences stay small.
    var lines: String {
        guard case .fields(let fields) = self else { return line + "\n" }
        let inner = fields.map { key, value -> String in
            guard case .list(let items) = value, case .fields = items.first else {
                return "  \(key.doubleQuoted): \(value.line)"
            }
            let rows = items.map { "    " + $0.line }.joined(separator: ",\n")
            return "  \(key.doubleQuoted): [\n\(rows)\n  ]"
        }
        return "{\n" + inner.joined(separator: ",\n") + "\n}\n"
    }

    /// Its text on one line.
    var line: String {
        switch self {
        case .text(let text): text.doubleQuoted
        case .number(let number): number.plain
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .fields(let fields):
            "{" + fields.map { "\($0.key.doubleQuoted): \($0.value.line)" }.joined(separator: ", ") + "}"
        }
    }
}

extension Double {
    /// As files have it: `12`, `0.5`. JSON has no word for what is no number: `null`, which every reader refuses in its place.
    var plain: String {
        guard isFinite else { return "null" }
        return self == rounded() && abs(self) < 1e15 ? "\(Int64(self))" : "\(self)"
    }

    /// To so many parts of one, as files have it.
    func plain(to parts: Double) -> String { ((self * parts).rounded() / parts).plain }
}
