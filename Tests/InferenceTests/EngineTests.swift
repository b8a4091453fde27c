import Foundation
import Inference
import Testing

/// What is said where OpenVINO or a network is not there or not right.
@Suite struct EngineTests {
    @Test func `without OpenVINO one sentence says what is missing and how it comes`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "piculet-no-openvino").path
        do {
            _ = try OpenVINO(OpenVINOPlaces(chosen: folder, program: ""))
            Issue.record("there is no OpenVINO in \(folder)")
        } catch {
            #expect(
                error.description == "\(folder): OpenVINO's library is not there. "
                    + "Run `make deps`, or name its folder in PICULET_OPENVINO.")
            #expect(error.words.zh.contains("make deps"))
        }
    }

    @Test func `a file that is no library is named with the loader's reason`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "libopenvino_c.so.\(UUID().uuidString)")
        try Data("no library".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = #expect(throws: InferenceError.self) {
            try OpenVINO(OpenVINOPlaces(chosen: file.path, program: ""))
        }
        #expect(error?.description.contains("cannot be opened") == true)
    }

    @Test func `it is looked for beside the program and in the folders above`() {
        let folders = OpenVINOPlaces(chosen: nil, program: "/opt/piculet/bin/piculet").folders
        #expect(
            folders.prefix(3) == ["/opt/piculet/bin/openvino/libs", "/opt/piculet/openvino/libs", "/opt/openvino/libs"])
    }

    @Test(.enabled(if: Eyes.isHere, "\(Eyes.missing)"))
    func `a file that is no network is named, with OpenVINO's reason`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xml")
        try Data("<net".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let library = try Eyes.library.get()
        let error = #expect(throws: InferenceError.self) { try Network(file.path, precision: .exact, in: library) }
        #expect(
            error?.place == file.path && error?.reason.en.hasPrefix("OpenVINO cannot read it as a network: ") == true)
        #expect(error?.description.contains("\n") == false)
    }
}
