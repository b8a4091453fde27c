import Testing
import Watching

@Suite struct LogLinesTests {
    @Test func `a line of the log stays one line, whatever is in it`() {
        #expect(
            LogLines.line(
                at: "t", "warning", "fixed",
                ["camera": "a", "note": "x\n2026 info \"forged\"\u{1B}[0m", "k\n": "\u{9B}"])
                == #"t warning fixed camera=a k\n=\u{9B} note="x\n2026 info \"forged\"\u{1B}[0m""#)
    }
}
