import Foundation

/// A table of comma-separated values (RFC 4180): a row of names, then rows of fields, quoted where they have commas, quotes
/// or line ends in them.
struct CSVTable {
    struct Row {
        /// From 1, where it begins.
        let line: Int
        let fields: [String]
    }

    let names: [String]
    let rows: [Row]

    /// - Returns: nil where a quote is not closed.
    init?(_ text: String) {
        var rows: [Row] = []
        var (fields, field) = ([String](), "")
        var (line, began) = (1, 1)
        var (isQuoted, wasQuoted) = (false, false)
        func isEmptyRow() -> Bool { fields.isEmpty && field.isEmpty && !wasQuoted }
        var characters = Array(text.unicodeScalars)[...]
        if characters.first == "\u{FEFF}" { characters = characters.dropFirst() }
        while let character = characters.popFirst() {
            if isQuoted {
                if character == "\"", characters.first == "\"" {
                    field.unicodeScalars.append("\"")
                    characters = characters.dropFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    if character == "\n" { line += 1 }
                    field.unicodeScalars.append(character)
                }
                continue
            }
            switch character {
            case "\"" where field.isEmpty: (isQuoted, wasQuoted) = (true, true)
            case ",":
                fields.append(field)
                (field, wasQuoted) = ("", false)
            case "\r": break
            case "\n":
                if !isEmptyRow() { rows.append(Row(line: began, fields: fields + [field])) }
                line += 1
                (fields, field, wasQuoted, began) = ([], "", false, line)
            default: field.unicodeScalars.append(character)
            }
        }
        guard !isQuoted else { return nil }
        if !isEmptyRow() { rows.append(Row(line: began, fields: fields + [field])) }
        names = rows.first?.fields.map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        self.rows = Array(rows.dropFirst())
    }
}
