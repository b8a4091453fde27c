import Foundation

/// One JSON object on one line, its keys in the order they are given, so that two runs compare byte by byte.
struct JSONLine {
    enum Value {
        case text(String)
        case whole(Int)
        case flag(Bool)
        /// Printed with three digits after the point.
        case number(Double)
        case numbers([Double])
        case texts([String])
        case object(JSONLine)
        case objects([JSONLine])
        case null
    }

    private(set) var text: String

    init(_ pairs: KeyValuePairs<String, Value>) {
        text = "{" + pairs.map { "\(Self.quoted($0.key)):\(Self.print($0.value))" }.joined(separator: ",") + "}"
    }

    private static func print(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .whole(let number): "\(number)"
        case .flag(let isSo): "\(isSo)"
        case .number(let number): rounded(number)
        case .numbers(let numbers): "[" + numbers.map(rounded).joined(separator: ",") + "]"
        case .object(let object): object.text
        case .objects(let objects): "[" + objects.map(\.text).joined(separator: ",") + "]"
        case .texts(let texts): "[" + texts.map(quoted).joined(separator: ",") + "]"
        case .null: "null"
        }
    }

    private static func rounded(_ number: Double) -> String {
        let thousandths = (number * 1000).rounded() / 1000
        return "\(thousandths == 0 ? 0 : thousandths)"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default:
                if scalar.isTreacherous {
                    for unit in String(scalar).utf16 {
                        let code = String(unit, radix: 16)
                        out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
                    }
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
