/// Which language a command line and an environment ask for.
package struct LanguageChoice: Sendable {
    package let language: Language
    /// The command line without it.
    package let rest: [String]
    /// What was asked for and is no language of the house.
    package let wrong: String?

    /// - Parameters:
    ///   - arguments: `--lang en` or `--lang=en` counts wherever it stands, but not behind `--`.
    ///   - environment: LC_ALL, LC_MESSAGES, LANG: the first that is set.
    package init(arguments: [String], environment: [String: String]) {
        var (asked, rest) = (String?.none, [String]())
        var next = arguments[...]
        while let argument = next.popFirst() {
            if argument == "--" {
                rest += [argument] + next
                break
            } else if argument == "--lang" {
                asked = next.popFirst() ?? ""
            } else if argument.hasPrefix("--lang=") {
                asked = String(argument.dropFirst("--lang=".count))
            } else {
                rest.append(argument)
            }
        }
        self.rest = rest
        wrong = asked.flatMap { Language(rawValue: $0) == nil ? $0 : nil }
        language = asked.flatMap(Language.init(rawValue:)) ?? Self.spoken(environment)
    }

    /// Chinese where nothing is said, or a locale of no language (C, POSIX): so a console on a server is set, and operators
    /// read it. English where another language than Chinese is said.
    private static func spoken(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.prefix { $0 != "." && $0 != "@" }
        return ["", "C", "POSIX"].contains(name) || name.hasPrefix("zh") ? .zh : .en
    }
}
