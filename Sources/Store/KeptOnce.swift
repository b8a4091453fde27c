import Cases
import Foundation

/// Values as JSON and back that thousands of cases have in common: each is written and read once.
final class KeptOnce<Value: Codable & Hashable & Sendable>: @unchecked Sendable {
    // Sendable: the lock guards both.
    private let lock = NSLock()
    private var texts: [Value: String] = [:]
    private var values: [String: Value] = [:]

    /// More than a district's cameras; beyond it they are learnt anew.
    private static var most: Int { 20_000 }

    func text(_ value: Value) throws -> String {
        if let known = lock.withLock({ texts[value] }) { return known }
        let text = try KeptText.json(value)
        keep(value, text)
        return text
    }

    func value(_ text: String) throws -> Value {
        if let known = lock.withLock({ values[text] }) { return known }
        let value: Value = try KeptText.value(text)
        keep(value, text)
        return value
    }

    private func keep(_ value: Value, _ text: String) {
        lock.withLock {
            if values.count >= Self.most {
                texts.removeAll()
                values.removeAll()
            }
            texts[value] = text
            values[text] = value
        }
    }
}

extension KeptOnce<CasePolicy> {
    static let policies = KeptOnce<CasePolicy>()
}

extension KeptOnce<Dispatcher.Assignment> {
    static let assignments = KeptOnce<Dispatcher.Assignment>()
}
