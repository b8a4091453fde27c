import CaseBook
import Cases
import Foundation
import Store
import TestSupport
import Testing

extension Together {
    /// The data folder lies on a small disk of its own that something else fills to the brim.
    @Suite(.enabled(if: SmallDisk.canBeMounted, "a small disk cannot be mounted here: not root"))
    struct FullDisk {
        @Test(.takesLongest)
        func `a full disk loses no case, marks pictures missing, and is over when there is room again`()
            async throws
        {
            let disk = try SmallDisk(megabytes: 64)
            let folder = try TemporaryFolder.make()
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "data"), withDestinationURL: URL(fileURLWithPath: disk.path))
            let demo = try Machine.demo() + RunningDaemon.away
            let daemon = try RunningDaemon(demo, folder: folder)
            try await daemon.wait(within: .seconds(20), for: "the first looks") {
                try ["stall", "stall-grey", "crowd"].allSatisfy { try daemon.looked($0) > 1 }
            }
            #expect(try daemon.cases.isEmpty, "the disk is full before the first case")
            disk.fill()
            // The store's own reserve holds the cases; then that is taken too, and they wait in memory.
            try await daemon.wait(within: .seconds(60), for: "two cases without pictures") {
                disk.fill()
                return try daemon.metric("cases_total{camera=\"stall\"}")
                    + daemon.metric("cases_total{camera=\"crowd\"}") >= 2
            }
            try await daemon.wait(within: .seconds(10), for: "the alarm") {
                try daemon.metric("alarm{alarm=\"disk-full\"}") == 1
            }
            let alarms = try daemon.json("/api/state")["alarms"] as? [[String: Any]] ?? []
            #expect(alarms.contains { ($0["words"] as? [String: String])?["zh"]?.contains("磁盘已满") ?? false })
            #expect(try daemon.get("/healthz").status == 200, "a full disk is no reason to restart")
            try await daemon.wait(within: .seconds(60), for: "the third case") {
                disk.fill()
                return try daemon.metric("cases_total{camera=\"stall-grey\"}") >= 1
            }
            print(
                "waiting at the brim: \(try daemon.metric("store_waiting")) writes, \(try daemon.cases.count) cases kept"
            )

            disk.empty()
            try await daemon.wait(within: .seconds(20), for: "three cases and no alarm") {
                try daemon.cases.count == 3 && daemon.metric("alarm{alarm=\"disk-full\"}") == 0
                    && daemon.metric("store_waiting") == 0
            }
            #expect(
                try daemon.cases.allSatisfy { $0["missing"] is [String: Any] }, "their pictures are said to be missing")
            // What comes now has pictures again.
            try daemon.write(demo + late)
            daemon.signal(SIGHUP)
            try await daemon.wait(within: .seconds(60), for: "a case with pictures") {
                try daemon.cases.contains { $0["camera"] as? String == "late" && !($0["missing"] is [String: Any]) }
            }
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
            try daemon.expectNoSecret()
            let kept = try CaseStore(path: daemon.storePath, create: false).list().cases
            #expect(kept.count == 4 && kept.count { $0.evidence.original == nil && $0.evidence.missing != nil } == 3)
            #expect(FileManager.default.fileExists(atPath: disk.path + "/reserve"), "the reserve is taken again")
        }

        @Test func `it starts on a full disk and goes on with its cases`() async throws {
            let disk = try SmallDisk(megabytes: 64)
            let folder = try TemporaryFolder.make()
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "data"), withDestinationURL: URL(fileURLWithPath: disk.path))
            let daemon = try RunningDaemon(try Machine.demo(), folder: folder)
            try await daemon.wait(within: .seconds(10), for: "the reserve") {
                FileManager.default.fileExists(atPath: disk.path + "/reserve")
            }
            #expect(daemon.end(SIGKILL) == SIGKILL)
            disk.fill()
            try daemon.start()
            try await daemon.wait(within: .seconds(60), for: "three cases") { try daemon.cases.count == 3 }
            #expect(try daemon.metric("alarm{alarm=\"disk-full\"}") == 1)
            #expect(daemon.end() == 0)
            #expect(try CaseStore(path: daemon.storePath, create: false).list().cases.count == 3)
        }

        @Test func `a disk that is too small for a reserve is said to be so`() throws {
            for (megabytes, isTooSmall) in [(4, true), (32, false)] {
                let disk = try SmallDisk(megabytes: megabytes)
                let file = try TemporaryFolder.make().appending(path: "p.yaml")
                try Data("store: \(disk.path)/p.sqlite\ncameras: []\n".utf8).write(to: file)
                let outcome = try Machine.run([Machine.program, "check", "--config", file.path])
                #expect(
                    outcome.output.contains(
                        "note: the disk of \(disk.path) is too small for a reserve; when it is full, cases wait in memory "
                            + "alone\n") == isTooSmall, "\(outcome.output)")
            }
        }

        private var late: String {
            "  - {id: late, source: \(Machine.samples)/stall.mp4, grid: leaf-007, decode: every 1s, zones: *street, algorithms: *short}\n"
        }
    }
}

/// A file system in memory, of a size of its own.
final class SmallDisk {
    let path: String
    private var fillers = 0

    static let canBeMounted: Bool = (try? SmallDisk(megabytes: 1)) != nil

    init(megabytes: Int) throws {
        path = try TemporaryFolder.make().path
        let outcome = try Machine.run(["mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
        guard outcome.status == 0 else { throw Machine.Failure(description: outcome.errors) }
    }

    deinit { _ = try? Machine.run(["umount", "-l", path]) }

    /// Takes all that is left, to the last page.
    func fill() {
        fillers += 1
        let file = open("\(path)/filler-\(fillers)", O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        for size in [1 << 20, 4096] {
            let block = [UInt8](repeating: 0x5A, count: size)
            while write(file, block, size) == size {}
        }
    }

    func empty() {
        for number in 1...max(fillers, 1) { unlink("\(path)/filler-\(number)") }
    }
}
