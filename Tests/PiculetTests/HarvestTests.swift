import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

/// `piculet labels harvest`: a dataset of what people said of hits.
@Suite struct HarvestTests {
    private let folder: URL
    private let store: CaseStore

    init() throws {
        folder = try TemporaryFolder.make()
        store = try CaseStore(path: folder.appending(path: "piculet.sqlite").path, create: true)
    }

    private var path: String { folder.appending(path: "piculet.sqlite").path }
    private var output: URL { folder.appending(path: "dataset") }

    /// A case with a picture of its own, and a verdict with a name and a note.
    private func judged(_ second: Int64, _ verdict: CaseVerdict?, hasPicture: Bool = true) throws -> CaseNumber {
        let picture = "evidence/\(second).jpg"
        if hasPicture {
            try FileManager.default.createDirectory(
                at: folder.appending(path: "evidence"), withIntermediateDirectories: true)
            try Data("picture \(second)".utf8).write(to: folder.appending(path: picture))
        }
        let sample = SampleCase(second, evidence: Evidence(original: picture, sha256: "0", marked: nil))
        let number = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number
        guard let verdict else { return number }
        _ = try store.act(
            .judge(verdict), on: number, by: .anybody("李大明"), note: "电话 13800000000",
            at: WallTime(milliseconds: second * 1000 + 60_000), under: SampleCase.scheme)
        return number
    }

    private func harvest(_ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["labels", "harvest", "--output", output.path] + more)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: output.appending(path: name), encoding: .utf8)
    }

    @Test func `pictures, labels and zones are one folder, without a name, a note or an address`() throws {
        let configuration = folder.appending(path: "p.yaml")
        try Data(
            """
            store: piculet.sqlite
            cameras:
              - id: gate
                name: 王家门口
                source: rtsp://viewer:secret@10.1.2.3/stream
                zones: [{id: kerb, kind: pavement, polygon: [[0, 0.5], [1, 0.5], [1, 1]]}]
                algorithms: [{use: street-stall}]
              - {id: unseen, zones: [{id: z, kind: road, polygon: [[0, 0], [1, 0], [1, 1]]}]}

            """.utf8
        ).write(to: configuration)
        let (right, wrong) = (try judged(0, .correct), try judged(1000, .wrong))
        _ = try judged(2000, nil)
        let outcome = try harvest(["--config", configuration.path])
        #expect(
            outcome.output == "2 picture(s) of 1 camera(s), 0 of them for judging -> \(output.path)\n",
            "\(outcome.errors)")
        let lines = try text("labels.csv").split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
        #expect(lines[0] == LabelTable.columns && lines.count == 3)
        #expect(lines.dropFirst().map { $0[4] } == ["true", "false"])
        #expect(lines.dropFirst().map { $0[5] } == ["\(right)", "\(wrong)"])
        for (line, second) in zip(lines.dropFirst(), [0, 1000]) { #expect(try text(line[0]) == "picture \(second)") }
        let check = try Program.run(["labels", "check", output.path])
        #expect(check.status == 0, "what is harvested are labels: \(check.errors)")
        let cameras = try text("cameras.json")
        #expect(cameras.contains("\"kerb\"") && cameras.contains("\"development\"") && !cameras.contains("unseen"))
        for name in ["labels.csv", "cameras.json"] {
            for secret in ["李大明", "13800000000", "王家", "secret", "10.1.2.3"] {
                #expect(try !text(name).contains(secret), "\(name): \(secret)")
            }
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        #expect(files.filter { $0.hasPrefix("pictures/") }.count == 2)
    }

    @Test func `what was swept is left out and counted, and hits of before are not asked for`() throws {
        _ = try judged(0, .correct)
        _ = try judged(1000, .wrong, hasPicture: false)
        let outcome = try harvest(["--store", path])
        #expect(
            outcome.output.hasPrefix(
                "note: 1 case(s) with a verdict have no picture any more and are left out\n1 picture(s)"))
        try FileManager.default.removeItem(at: output)
        let later = try harvest(["--store", path, "--since", "2026-01-01"])
        #expect(later.status == 1 && later.errors == "piculet: there is no case with a verdict and a picture.\n")
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test func `a folder that holds something is not written to`() throws {
        _ = try judged(0, .correct)
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: output.appending(path: "labels.csv"))
        let outcome = try harvest(["--store", path])
        #expect(
            outcome.status == 1
                && outcome.errors
                    == "piculet: --output: '\(output.path)' is there and not empty. Give another folder.\n"
        )
        #expect(try text("labels.csv") == "mine")
    }
}
