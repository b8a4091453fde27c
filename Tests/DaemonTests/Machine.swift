import Foundation
import FoundationNetworking
import TestSupport

/// This machine: its programs, folders, ports.
enum Machine {
    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let samples = root.appending(path: "samples").path

    /// Whether the networks of the program's own packs are here.
    static let canSee = FileManager.default.fileExists(
        atPath: root.appending(path: "models/networks/lite0-muck/made").path)

    /// Networks are on where `make deps` has brought them; else the scene is all, as on any machine without them.
    static let seeing: [String: String] = {
        let libraries = root.appending(path: ".build/openvino/libs").path
        return FileManager.default.fileExists(atPath: libraries) ? ["PICULET_OPENVINO": libraries] : [:]
    }()

    /// Beside the test bundle that runs now.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "piculet").path

    /// What `make demo` runs, but for where it keeps its things and where its console listens.
    ///
    /// - Parameter networks: whether it has the cameras that cannot do without them.
    static func demo(networks: Bool = false) throws -> String {
        let whole = try String(contentsOfFile: "\(samples)/demo.yaml", encoding: .utf8)
        return (networks ? whole : whole.replacing(/(?s)  - id: muck-trucks.*/, with: ""))
            .replacing(/(?m)^(store|console|evidence):.*$/, with: "")
            .replacing("grids: grids.yaml", with: "grids: \(samples)/grids.yaml")
            .replacing("dispatch: dispatch.yaml", with: "dispatch: \(samples)/dispatch.yaml")
            .replacing(/source: (\S+\.mp4)/) { "source: \(samples)/\($0.1)" }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    @discardableResult
    static func run(_ arguments: [String], input: Data? = nil) throws -> (status: Int32, output: String, errors: String)
    {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "LC_ALL": "en_US.UTF-8", "PICULET_OPENVINO": "",
        ]) { $1 }
        process.currentDirectoryURL = root
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let file = folder.appending(path: "input")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self),
            String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }

    static func ffmpeg(_ arguments: [String]) throws {
        let outcome = try run(["ffmpeg", "-v", "error", "-y"] + arguments)
        if outcome.status != 0 { throw Failure(description: "ffmpeg: \(outcome.errors)") }
    }

    static func get(_ url: URL) throws -> (status: Int, body: Data) {
        let answered = DispatchSemaphore(value: 0)
        let box = Box()
        var request = URLRequest(url: url)
        request.timeoutInterval = 10
        URLSession.shared.dataTask(with: request) { data, response, error in
            box.put(status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: data ?? Data(), error: error)
            answered.signal()
        }.resume()
        answered.wait()
        if let error = box.error { throw Failure(description: "\(url.path): \(error.localizedDescription)") }
        return (box.status, box.body)
    }

    /// A UDP port that nobody uses.
    static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard found else { throw Failure(description: "no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Memory of a process, in bytes.
    static func residentBytes(of process: Int32) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    /// The most memory that a process ever had, in bytes.
    static func peakBytes(of process: Int32) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        return text.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 * 1024 } ?? .max
    }

    private final class Box: @unchecked Sendable {
        // Sendable: written before the semaphore is signalled, read after.
        private(set) var status = 0
        private(set) var body = Data()
        private(set) var error: (any Error)?

        func put(status: Int, body: Data, error: (any Error)?) {
            (self.status, self.body, self.error) = (status, body, error)
        }
    }
}
