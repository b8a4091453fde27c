import Cases
import Foundation

/// Policies as JSON and back. Thousands of cases have the same: each is read and written once.
enum Policies {
    private static let known = Known()

    static func text(_ policy: CasePolicy) throws -> String {
        if let text = known.text(of: policy) { return text }
        let text = try KeptText.json(policy)
        known.keep(policy, text)
        return text
    }

    static func policy(_ text: String) throws -> CasePolicy {
        if let policy = known.policy(of: text) { return policy }
        let policy: CasePolicy = try KeptText.value(text)
        known.keep(policy, text)
        return policy
    }

    private final class Known: @unchecked Sendable {
        // Sendable: the lock guards both.
        private let lock = NSLock()
        private var texts: [CasePolicy: String] = [:]
        private var policies: [String: CasePolicy] = [:]

        func text(of policy: CasePolicy) -> String? { lock.withLock { texts[policy] } }

        func policy(of text: String) -> CasePolicy? { lock.withLock { policies[text] } }

        func keep(_ policy: CasePolicy, _ text: String) {
            lock.withLock {
                texts[policy] = text
                policies[text] = policy
            }
        }
    }
}
