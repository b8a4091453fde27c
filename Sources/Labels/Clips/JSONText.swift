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
                return "  \(Self.quoted(key)): \(value.line)"
            }
            let rows = items.map { "    " + $0.line }.joined(separator: ",\n")
            return "  \(Self.quoted(key)): [\n\(rows)\n  ]"
        }
        return "{\n" + inner.joined(separator: ",\n") + "\n}\n"
    }

    /// Its text on one line.
    var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): number.plain
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .fields(let fields):
            "{" + fields.map { "\(Self.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
        }
    }

    /// Characters that JSON or YAML do not take as they are become numbers.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\"": quoted += "\\\""
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                switch scalar.value {
                case ..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF:
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
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
