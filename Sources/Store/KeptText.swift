import CaseBook
import Cases
import Foundation

/// What is kept as JSON.
enum KeptText {
    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch {
            throw StoreError.notRead("\(error)")
        }
    }

    /// What stands with a line of a log.
    static func data(of event: CaseEvent) throws -> String? {
        switch event.content {
        case .opened(let opening): try json(opening)
        case .took(let action): try json(action)
        case .takenOver(let course): try json(course)
        case .noted: nil
        }
    }

    static func content(kind: String, data: String?) throws -> CaseEvent.Content {
        guard let data else { return .noted(kind) }
        switch kind {
        case "opened": return .opened(try value(data))
        case "taken-over": return .takenOver(try value(data))
        default: return .took(try value(data))
        }
    }
}
