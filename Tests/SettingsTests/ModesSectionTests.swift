import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

/// `cases.modes` and the `mode` of a use: what they mean, and what is said of mistakes.
@Suite struct ModesSectionTests {
    private func load(_ text: String) throws -> Result<Settings, SettingsFaults> {
        let file = try TemporaryFolder.make().appending(path: "p.yaml")
        try Data(text.utf8).write(to: file)
        do { return .success(try Settings.load(file.path)) } catch { return .failure(error) }
    }

    private func faults(_ text: String) throws -> [String] {
        guard case .failure(let faults) = try load(text) else { return [] }
        return faults.faults.map { "\($0)" }
    }

    private static let cameras = """
        cameras:
          - id: gate
            algorithms:
              - {use: street-stall, mode: shadow}
              - {use: crowd, mode: review}
          - id: yard
            algorithms: [{use: crowd}]

        """

    @Test func `a use says its highest mode, and none is all`() throws {
        let plan = try load(Self.cameras).get().scheme.modes
        func cap(_ camera: String, _ algorithm: String) -> HitMode {
            plan.cap(of: ModePair(camera: camera, algorithm: algorithm))
        }
        #expect(cap("gate", "street-stall") == .shadow && cap("gate", "crowd") == .review)
        #expect(cap("yard", "crowd") == .auto && cap("nowhere", "crowd") == .auto)
        #expect(plan.rule == .usual && plan.rule.start == .auto)
    }

    @Test func `the rule is as it is written, and what is not written as usual`() throws {
        let text = """
            cases:
              modes:
                start: shadow
                latest: 300
                promote: {reviewed: 100, lower: 0.95}
                demote: {upper: 0.9}
            cameras: []

            """
        let rule = try load(text).get().scheme.modes.rule
        #expect(rule.start == .shadow && rule.latest == 300)
        #expect(rule.promotion == .init(reviewed: 100, precision: 0.95))
        #expect(rule.demotion == .init(reviewed: 50, precision: 0.9) && rule.silencing == ModeRule.usual.silencing)
    }

    @Test func `the sample configuration writes the defaults`() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "samples/piculet.yaml").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("\n  modes:") && text.contains("mode: auto"))
        let settings = try Settings.load(path)
        #expect(settings.scheme.modes == .usual)
    }

    @Test(
        arguments: [
            (
                "cases: {modes: {start: automatic}}\ncameras: []",
                "p.yaml:1: cases.modes.start: 'automatic' is not known here; Known: shadow, review, auto"
            ),
            (
                "cases: {modes: {promote: {reviewed: 500}}}\ncameras: []",
                "p.yaml:1: cases.modes.promote.reviewed: only the 400 latest verdicts count (latest); no more can be asked for"
            ),
            (
                "cases: {modes: {demote: {upper: 0.9}}}\ncameras: []",
                "p.yaml:1: cases.modes.demote.upper: it lies below promote.lower, 0.9, or the mode would swing"
            ),
            (
                "cases: {modes: {silence: {upper: 1.5}}}\ncameras: []",
                "p.yaml:1: cases.modes.silence.upper: a number from 0 to 1 is needed, not '1.5'"
            ),
            (
                "cases: {modes: {promote: {upper: 0.9}}}\ncameras: []",
                "p.yaml:1: cases.modes.promote.upper: this key is not known here; Known: reviewed, lower"
            ),
            (
                "cameras:\n  - id: gate\n    algorithms: [{use: crowd, mode: autoo}]",
                "p.yaml:3: cameras[0].algorithms[0].mode: 'autoo' is not known here; did you mean 'auto'? "
                    + "Known: shadow, review, auto"
            ),
            (
                "cameras:\n  - id: gate\n    algorithms: [{use: crowd, mode: auto}, {use: crowd, mode: review}]",
                "p.yaml:2: cameras: 'crowd' has several modes on camera 'gate'; an algorithm has one on a camera"
            ),
        ])
    func `a mistake is explained`(text: String, words: String) throws { #expect(try faults(text) == [words]) }
}
