/// A sentence for people, in both languages of the house.
package struct Words: Hashable, Sendable, Codable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) { (self.zh, self.en) = (zh, en) }

    package static let none = Words(zh: "", en: "")

    package var isEmpty: Bool { en.isEmpty }
}
