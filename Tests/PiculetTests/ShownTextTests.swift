import Foundation
import Media
import TestSupport
import Testing

/// Notes and names come from outside: none steers a terminal, breaks a row or forges a line.
@Suite struct ShownTextTests {
    @Test func `a note cannot forge a line of a case's log`() throws {
        let output = try TemporaryFolder.make().path
        let store = output + "/piculet.sqlite"
        let replayed = try Program.run([
            "replay", "samples/stall.mp4", "--config", "samples/piculet.yaml", "--decode", "every 1s", "--output",
            output,
        ])
        #expect(replayed.status == 0)
        let row = try #require(try Program.run(["case", "list", "--store", store]).output.split(separator: "\n").first)
        #expect(row.split(separator: "\t").count == 10)
        let number = String(row.prefix { $0 != "\t" })
        let note = "去看\n  2026-01-01T08:00:00+08:00 closed 李某 \u{1B}[2J\u{202E}\t完"
        let claimed = try Program.run(["case", "claim", number, "--as", "王某", "--note", note, "--store", store])
        #expect(claimed.status == 0, "\(claimed.errors)")
        let shown = try Program.run(["case", "show", number, "--store", store]).output
        #expect(shown.contains("去看\\n  2026-01-01T08:00:00+08:00 closed 李某 \\u{1B}[2J\\u{202E}\\t完\n"))
        #expect(!shown.contains("\u{1B}") && !shown.contains("\u{202E}"))
        let nobody = try Program.run(["case", "claim", number, "--as", "a\n\u{1B}[31m", "--store", store])
        #expect(
            nobody.errors == "piculet: --as: there is nobody called 'a\\n\\u{1B}[31m' in the list of people.\n")
    }

    @Test func `a refusal is read in Chinese too`() throws {
        let output = try TemporaryFolder.make().path
        _ = try Program.run([
            "replay", "samples/stall.mp4", "--config", "samples/piculet.yaml", "--decode", "every 1s", "--output",
            output,
        ])
        let store = output + "/piculet.sqlite"
        let row = try Program.run(["case", "list", "--store", store]).output
        let number = String(row.prefix { $0 != "\t" })
        let refused = ["case", "close", number, "--as", "李某", "--store", store]
        #expect(
            try Program.run(refused).errors.contains(
                "a case that is 'pending_claim' cannot take 'close'; possible now: "))
        #expect(try Program.run(refused + ["--lang", "zh"]).errors.contains("案件状态为“待接单”，不能办理 'close'；现在可以："))
    }
}
