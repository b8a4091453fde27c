import Media
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        ([:], Language.zh), (["LANG": "C.UTF-8"], .zh), (["LANG": "POSIX"], .zh), (["LANG": "zh_CN.UTF-8"], .zh),
        (["LANG": "en_US.UTF-8"], .en), (["LANG": "de_DE.UTF-8"], .en), (["LANG": "zh_CN", "LC_ALL": "en_GB"], .en),
        (["LANG": "en_GB", "LC_ALL": "", "LC_MESSAGES": "zh_TW"], .zh),
    ])
    func `the environment says the language, and Chinese is spoken where it says none`(
        environment: [String: String], language: Language
    ) { #expect(LanguageChoice(arguments: ["check"], environment: environment).language == language) }

    @Test func `the command line says it anywhere, and before the environment`() {
        for arguments in [
            ["--lang", "en", "check", "-v"], ["check", "--lang=en", "-v"], ["check", "-v", "--lang", "en"],
        ] {
            let choice = LanguageChoice(arguments: arguments, environment: ["LANG": "zh_CN"])
            #expect(choice.language == .en && choice.rest == ["check", "-v"] && choice.wrong == nil)
        }
        #expect(
            LanguageChoice(arguments: ["a", "--", "--lang", "en"], environment: [:]).rest == [
                "a", "--", "--lang", "en",
            ])
        #expect(LanguageChoice(arguments: ["--lang", "fr"], environment: [:]).wrong == "fr")
        #expect(LanguageChoice(arguments: ["check", "--lang"], environment: [:]).wrong == "")
    }
}
