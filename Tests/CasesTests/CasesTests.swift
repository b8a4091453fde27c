import Cases
import Testing

@Suite struct CaseNumberTests {
    @Test func `the same incident has the same number, another has another`() {
        let number = CaseNumber(incident: "a/b/c/1", date: "2026-03-01")
        #expect(number == CaseNumber(incident: "a/b/c/1", date: "2026-03-01"))
        #expect(number.description.hasPrefix("20260301-") && number.description.count == 16)
        #expect(Set((0..<20_000).map { CaseNumber(incident: "cam/x/z/\($0)", date: "2026-03-01") }).count == 20_000)
    }
}
