import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

/// `piculet case` on a store alone, without a configuration.
@Suite struct CaseCommandTests {
    private let folder: URL
    private let store: CaseStore

    init() throws {
        folder = try TemporaryFolder.make()
        store = try CaseStore(path: folder.appending(path: "piculet.sqlite").path, create: true)
    }

    private var path: String { folder.appending(path: "piculet.sqlite").path }

    /// A case that somebody claimed a while ago.
    private func claimed() throws -> CaseNumber {
        let sample = SampleCase()
        let number = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number
        return try act(.claim, number, second: 60).number
    }

    private func act(_ action: CaseAction, _ number: CaseNumber, second: Int64) throws -> CaseRecord {
        try store.act(
            action, on: number, by: .anybody("王某"), note: "", at: WallTime(milliseconds: second * 1000),
            under: SampleCase.scheme)
    }

    private func feedBack(_ number: CaseNumber, _ picture: URL, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(
            ["case", "feedback", "\(number)", "--as", "王某", "--picture", picture.path, "--store", path] + more)
    }

    private func picture(_ name: String) throws -> URL {
        let url = folder.appending(path: name)
        try Program.ffmpeg(["-f", "lavfi", "-i", "testsrc2=size=320x240", "-frames:v", "1", url.path])
        return url
    }

    private func files(_ name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? []).sorted()
    }

    @Test func `an after-picture goes where evidence goes, and is swept with it`() throws {
        try store.keepEvidenceFolder(folder.appending(path: "pictures"))
        let number = try claimed()
        let outcome = try feedBack(number, try picture("after.png"))
        #expect(outcome.status == 0 && outcome.output == "\(number) 待核查 fed back, pending check\n", "\(outcome.errors)")
        let kept = try store.keptEvidence()
        #expect(kept.map(\.number) == [number] && kept.map(\.isOpen) == [true])
        let name = try #require(files("pictures").first)
        #expect(name.hasPrefix("\(number)-") && name.hasSuffix(".png") && files("pictures").count == 1)
        #expect(kept.first?.paths == ["pictures/\(name)"] && files("evidence").isEmpty)
        try store.noteEvidenceGone([(number, "older than evidence.keep")], at: WallTime(Date()))
        #expect(try store.keptEvidence().isEmpty)
        // What is done afterwards does not bring it back.
        _ = try store.act(
            .check(isPassed: false), on: number, by: .anybody("张某"), note: "", at: WallTime(Date()),
            under: SampleCase.scheme)
        #expect(try store.keptEvidence().isEmpty)
    }

    @Test func `an after-picture of an action that is not allowed is not kept`() throws {
        let sample = SampleCase()
        let number = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number
        let outcome = try feedBack(number, try picture("after.jpg"))
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.hasPrefix(
                "piculet: case: a case that is 'pending_claim' cannot take 'feedback'; possible now:"))
        #expect(files("evidence").isEmpty)
        #expect(try store.keptEvidence().isEmpty)
    }

    @Test func `what is no picture, too large or taken in the future is refused`() throws {
        let number = try claimed()
        let letter = folder.appending(path: "letter.jpg")
        try Data([0xff, 0xd8, 0xff] + Array("a letter that begins as a picture does".utf8)).write(to: letter)
        let large = folder.appending(path: "large.jpg")
        try Data(repeating: 0, count: 21 * 1024 * 1024).write(to: large)
        let whole = try picture("after.jpg")
        let refusals = [
            try feedBack(number, letter), try feedBack(number, large), try feedBack(number, folder),
            try feedBack(number, whole, ["--taken", "9999-12-31T23:59:59+08:00"]),
        ]
        #expect(refusals.allSatisfy { $0.status != 0 })
        #expect(
            refusals.map(\.errors) == [
                "piculet: --picture: '\(letter.path)' is no picture that can be shown. Give a JPEG or PNG file.\n",
                "piculet: --picture: '\(large.path)' has 21 MB; 20 MB are allowed. Send a smaller one.\n",
                "piculet: --picture: '\(folder.path)' cannot be read. Check the path.\n",
                "piculet: case: 'feedback' is not possible: the picture was taken in the future. "
                    + "See 'piculet case show'.\n",
            ])
        #expect(files("evidence").isEmpty)
        #expect(try store.find(number)?.record.state == .handling)
    }

    @Test func `a store alone is shown by its own calendar and zone`() throws {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        _ = try store.adopt(CaseScheme(calendars: CalendarBook(current: .usual(in: zone))))
        let number = try claimed()
        let outcome = try Program.run(["case", "show", "\(number)", "--store", path])
        #expect(outcome.output.contains("since 1969-12-31T19:00:00-05:00"), "\(outcome.output)\(outcome.errors)")
    }

    @Test func `a case that cannot be read is named beside the list of all others`() throws {
        let number = try claimed()
        _ = try Program.run(
            "/usr/bin/env",
            [
                "sqlite3", path,
                "INSERT INTO case_file SELECT 'broken', 'x', algorithm, camera, camera_name, zone, "
                    + "assignment, started_at, hit_at, NULL, x, y, width, height, measure, score, state, NULL, NULL, NULL, "
                    + "NULL, '{', policy, NULL, NULL, NULL, '', NULL, NULL, NULL FROM case_file",
            ])
        let outcome = try Program.run(["case", "list", "--store", path])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("\(number)\t"))
        #expect(outcome.errors.hasPrefix("piculet: case broken cannot be read: store: what is kept cannot be read ("))
    }
}
