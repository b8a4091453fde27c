import Cases
import Media

/// Why what was asked of a ledger was not done; nothing of it was kept.
package struct StoreError: Error, Worded, Sendable, CustomStringConvertible {
    /// Whether it is worth asking again.
    package enum Outlook: Sendable, Hashable {
        /// It passes by itself (no room, somebody else writes, a disk that fails now and then): ask again.
        case passes
        /// It can never be done, however often it is asked: what was asked is at odds with what is kept.
        case never
        /// The store itself is no good (damaged, not to be written): nothing can be kept in it until somebody sees to it.
        case storeFails
    }

    package let reason: Words
    /// The store's path, or what it is about.
    package let place: String
    /// What somebody can do.
    package let advice: Words
    package let outlook: Outlook
    /// There was no room: a reserve may help.
    package let isDiskFull: Bool

    package init(
        reason: Words, place: String, advice: Words, outlook: Outlook = .never, isDiskFull: Bool = false
    ) {
        (self.reason, self.place, self.advice) = (reason, place, advice)
        (self.outlook, self.isDiskFull) = (outlook, isDiskFull)
    }

    package init(_ refusal: CaseRefusal) {
        self.init(
            reason: refusal.words, place: "case",
            advice: Words(zh: "见 'piculet case show'", en: "See 'piculet case show'"))
    }

    package init(_ refusal: ModeRefusal) {
        self.init(
            reason: refusal.words, place: "mode",
            advice: Words(zh: "见 'piculet accuracy modes'", en: "See 'piculet accuracy modes'"))
    }

    package var description: String { words.en }

    package var words: Words {
        Words(
            zh: Self.line([place, "："], reason.zh, advice.zh, stop: "。"),
            en: Self.line([place, ": "], reason.en, advice.en, stop: ".", space: " "))
    }

    /// A reason may end in a question, did you mean ...?, and then has no stop.
    private static func line(
        _ place: [String], _ reason: String, _ advice: String, stop: String, space: String = ""
    ) -> String {
        let isQuestion = reason.last.map { "?？".contains($0) } ?? false
        return place.joined() + reason + (isQuestion ? "" : stop) + space + advice + stop
    }
}

extension StoreError {
    static func noCase(_ number: CaseNumber) -> StoreError {
        StoreError(
            reason: Words(zh: "没有案件 \(number)", en: "there is no case \(number)"), place: "store",
            advice: Words(zh: "见 'piculet case list'", en: "See 'piculet case list'"))
    }
}
