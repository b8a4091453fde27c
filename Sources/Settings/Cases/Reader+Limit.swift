import Cases
import Media
import Yams

extension Reader {
    /// A limit: `15m` or `2h` on end, or an amount with its class, `4 work_hour`.
    func limit(_ node: Node?, _ key: String) -> Limit? {
        guard let text = text(node, key) else { return nil }
        if let limit = Limit(configured: text) { return limit }
        let isZero = Duration(configured: text) == .zero || text.split(separator: " ").first.flatMap { Double($0) } == 0
        let classes = Limit.Class.allCases.map(\.rawValue).joined(separator: ", ")
        note(node, key, SettingsWords.noLimit(text, isZero: isZero, classes))
        return nil
    }
}
