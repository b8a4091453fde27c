/// In which of the house's two languages somebody reads.
package enum Language: String, CaseIterable, Sendable {
    case zh, en
}

/// What can say what it is about to people: errors above all.
package protocol Worded {
    /// One sentence or two, without secrets.
    var words: Words { get }
}

/// A sentence for people, in both languages of the house.
package struct Words: Hashable, Sendable, Codable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) { (self.zh, self.en) = (zh, en) }

    /// Of what is the same in both: a name, a number, an address.
    package init(name: String) { (zh, en) = (name, name) }

    package static let none = Words(zh: "", en: "")

    package var isEmpty: Bool { en.isEmpty }

    package subscript(language: Language) -> String { language == .zh ? zh : en }

    /// The same change to both.
    package func map(_ change: (String) -> String) -> Words { Words(zh: change(zh), en: change(en)) }

    package static func + (left: Words, right: Words) -> Words { Words(zh: left.zh + right.zh, en: left.en + right.en) }

    package static func + (left: Words, right: String) -> Words { left.map { $0 + right } }
}
