import Foundation
import TestSupport
import Testing

extension Together {
    @Suite struct Demo {
        /// What `make demo` starts, on another port and with a store of its own.
        @Test(
            .takesLongest,
            .enabled(if: Machine.canSee, "OpenVINO or the networks are not there; `make deps` brings them"))
        func `within 90 s there are a stall, a crowd, water and a muck truck with pictures in their leaf grids`()
            async throws
        {
            let folder = try TemporaryFolder.make()
            let demo = try Machine.demo(networks: true)
            let daemon = try RunningDaemon(demo, environment: Machine.seeing, folder: folder)
            #expect(try daemon.get("/").status == 200)
            try await daemon.wait(within: .seconds(90), for: "cases of every kind") {
                try lasting(daemon).count >= 4 && lasting(daemon).count < daemon.cases.count
            }
            let passage = try #require(try daemon.cases.first { $0["camera"] as? String == "muck-trucks" })
            #expect((passage["type"] as? [String: Any])?["en"] as? String == "Muck truck")
            let cases = try lasting(daemon)
            let owners = cases.map {
                "\($0["camera"] ?? "") \(($0["type"] as? [String: Any])?["en"] ?? "") \($0["grid"] ?? "")"
            }.sorted()
            #expect(
                owners == [
                    "crowd Crowd leaf-088", "flooded-road Waterlogging leaf-045", "stall Street stall leaf-007",
                    "stall-grey Street stall leaf-003",
                ])
            for one in cases + [passage] {
                for picture in ["original", "marked"] {
                    let answer = try daemon.get("/api/cases/\(one["number"] ?? "")/\(picture).jpg")
                    #expect(
                        answer.status == 200 && answer.body.starts(with: [0xFF, 0xD8]) && answer.body.count > 10_000)
                }
            }
            for camera in ["stall", "stall-grey", "crowd", "passers", "muck-trucks", "flooded-road"] {
                #expect(try daemon.state(camera) == "live")
                #expect(try daemon.get("/api/cameras/\(camera)/look.jpg").body.starts(with: [0xFF, 0xD8]))
            }
            // Once around: the seam opens no case.
            try await daemon.wait(within: .seconds(120), for: "a second round") {
                try daemon.metric("packets_total{camera=\"passers\"}") > 750 + 250
            }
            #expect(try lasting(daemon).count == 4)
            #expect(try daemon.get("/readyz").status == 200)
            // What a person does beside the running daemon shows at once.
            let number = "\(cases[0]["number"] ?? "")"
            let voided = try Machine.run([
                Machine.program, "case", "void", number, "--as", "李某", "--witness", "赵某", "--note", "误报", "--store",
                daemon.storePath,
            ])
            #expect(voided.status == 0, "\(voided.errors)")
            try await daemon.wait(within: .seconds(5), for: "three open cases") { try lasting(daemon).count == 3 }
            #expect(daemon.end() == 0)
            // Pictures that are older than they are to be kept go at the next start; open cases keep theirs.
            try daemon.write("evidence: {keep: 1s}\n" + demo)
            try daemon.start()
            try await daemon.wait(within: .seconds(10), for: "the end of two pictures") {
                try daemon.get("/api/cases/\(number)/original.jpg").status == 404
            }
            for one in cases.dropFirst() {
                #expect(try daemon.get("/api/cases/\(one["number"] ?? "")/original.jpg").status == 200)
            }
            let shown = try Machine.run([Machine.program, "case", "show", number, "--store", daemon.storePath])
            #expect(shown.status == 0, "the case itself stays: \(shown.errors)")
            #expect(daemon.end() == 0)
        }

        /// Those that are opened once, however often the films go round; each passage of a muck truck opens one more.
        private func lasting(_ daemon: RunningDaemon) throws -> [[String: Any]] {
            try daemon.cases.filter { $0["camera"] as? String != "muck-trucks" }
        }
    }
}
