import Foundation
import TestSupport
import Testing

extension Together {
    @Suite struct Demo {
        /// What `make demo` starts, on another port and with a store of its own.
        @Test(.takesLongest)
        func `within 90 s there are a stall and a crowd with pictures in their leaf grids`() async throws {
            let folder = try TemporaryFolder.make()
            let demo = try Machine.demo()
            let daemon = try RunningDaemon(demo, environment: Machine.seeing, folder: folder)
            #expect(try daemon.get("/").status == 200)
            try await daemon.wait(within: .seconds(90), for: "three cases") { try daemon.cases.count >= 3 }
            let cases = try daemon.cases
            let owners = cases.map {
                "\($0["camera"] ?? "") \(($0["type"] as? [String: Any])?["en"] ?? "") \($0["grid"] ?? "")"
            }.sorted()
            #expect(
                owners == ["crowd Crowd leaf-088", "stall Street stall leaf-007", "stall-grey Street stall leaf-003"])
            for one in cases {
                for picture in ["original", "marked"] {
                    let answer = try daemon.get("/api/cases/\(one["number"] ?? "")/\(picture).jpg")
                    #expect(
                        answer.status == 200 && answer.body.starts(with: [0xFF, 0xD8]) && answer.body.count > 10_000)
                }
            }
            for camera in ["stall", "stall-grey", "crowd", "passers"] {
                #expect(try daemon.state(camera) == "live")
                #expect(try daemon.get("/api/cameras/\(camera)/look.jpg").body.starts(with: [0xFF, 0xD8]))
            }
            // Once around: the seam opens no case.
            try await daemon.wait(within: .seconds(120), for: "a second round") {
                try daemon.metric("packets_total{camera=\"passers\"}") > 750 + 250
            }
            #expect(try daemon.cases.count == 3)
            #expect(try daemon.get("/readyz").status == 200)
            // What a person does beside the running daemon shows at once.
            let number = "\(cases[0]["number"] ?? "")"
            let voided = try Machine.run([
                Machine.program, "case", "void", number, "--as", "李某", "--witness", "赵某", "--note", "误报", "--store",
                daemon.storePath,
            ])
            #expect(voided.status == 0, "\(voided.errors)")
            try await daemon.wait(within: .seconds(5), for: "two open cases") { try daemon.cases.count == 2 }
            #expect(daemon.end() == 0)
            // Pictures that are older than they are to be kept go at the next start; open cases keep theirs.
            #expect(try pictures(folder).count == 6)
            try daemon.write("evidence: {keep: 1s}\n" + demo)
            try daemon.start()
            try await daemon.wait(within: .seconds(10), for: "the end of two pictures") {
                try pictures(folder).count == 4
            }
            #expect(try daemon.get("/api/cases/\(number)/original.jpg").status == 404)
            let shown = try Machine.run([Machine.program, "case", "show", number, "--store", daemon.storePath])
            #expect(shown.status == 0, "the case itself stays: \(shown.errors)")
            #expect(daemon.end() == 0)
        }

        private func pictures(_ folder: URL) throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jpg") }
        }
    }
}
