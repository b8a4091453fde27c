import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// `piculet run` as an operator starts it, on a folder of its own, watched through its log, its metrics and its console.
final class RunningDaemon {
    struct TimedOut: Error, CustomStringConvertible {
        let description: String
    }

    /// A camera that never answers, with a password of its own: for tests of other things, which must not show it either.
    static let away = "  - {id: away, source: \"rtsp://viewer:${AWAY_PASSWORD}@127.0.0.1:1/stream\"}\n"
    private static let awayPassword = ["AWAY_PASSWORD": "Never-5:hown@8/7"]

    let folder: URL
    private var process: Process
    private var address = ""
    private let environment: [String: String]
    private let secrets: [String]
    private let isOwnFolder: Bool
    private let descriptors: Int?

    var configuration: URL { folder.appending(path: "piculet.yaml") }
    var storePath: String { folder.appending(path: "data/piculet.sqlite").path }
    var identifier: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// - Parameters:
    ///   - yaml: the configuration; its console listens on a port that the system chooses.
    ///   - secrets: variables of the environment whose values must never show.
    ///   - environment: other variables.
    ///   - descriptors: so many files and sockets it may have open at most; nil: as many as this process may.
    init(
        _ yaml: String, secrets: [String: String] = [:], environment others: [String: String] = [:],
        folder: URL? = nil, descriptors: Int? = nil
    ) throws {
        self.folder = try folder ?? TemporaryFolder.make()
        let secrets = secrets.merging(Self.awayPassword) { old, _ in old }
        environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "en_US.UTF-8", "PICULET_OPENVINO": ""]) {
            $1
        }
        .merging(secrets.merging(others) { $1 }) { $1 }
        self.secrets = secrets.values.sorted()
        isOwnFolder = folder == nil
        self.descriptors = descriptors
        process = Process()
        try write(yaml)
        try start()
    }

    deinit {
        if process.isRunning { _ = end(SIGKILL) }
        if isOwnFolder { try? FileManager.default.removeItem(at: folder) }
    }

    func write(_ yaml: String) throws {
        let head = "store: data/piculet.sqlite\nconsole: {listen: \"127.0.0.1:0\"}\n"
        try Data((head + yaml).utf8).write(to: configuration, options: .atomic)
    }

    func start() throws {
        process = Process()
        let command = [Machine.program, "run", "--config", configuration.path]
        if let descriptors {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments = ["-c", "ulimit -n \(descriptors); exec \"$0\" \"$@\""] + command
        } else {
            process.executableURL = URL(fileURLWithPath: Machine.program)
            process.arguments = Array(command.dropFirst())
        }
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try appending("output")
        process.standardError = try appending("log")
        let before = output.count
        try process.run()
        try wait(within: .seconds(20), for: "the console's address") { [self] in
            guard let line = output.dropFirst(before).split(separator: "\n").first(where: { $0.contains("http://") })
            else {
                return false
            }
            address = line.firstMatch(of: /http:\/\/[^\/]+/).map { String($0.0) } ?? ""
            return true
        }
    }

    private func appending(_ name: String) throws -> FileHandle {
        let file = folder.appending(path: name)
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        return handle
    }

    private func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: folder.appending(path: name))) ?? Data(), as: UTF8.self)
    }

    var output: String { text("output") }
    var log: String { text("log") }

    func lines(_ words: String...) -> [String] {
        log.split(separator: "\n").map(String.init).filter { line in words.allSatisfy { line.contains($0) } }
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Ends it and waits for it.
    func end(_ number: Int32 = SIGTERM) -> Int32 {
        signal(number)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Asks again and again until it is so; a process tells by itself when it is ready, there is nothing to wait on.
    func wait(within limit: Duration, for what: String, _ isSo: () throws -> Bool) throws {
        let end = ContinuousClock().now + limit
        while try !isDone(by: end, limit, what, isSo) { usleep(50_000) }
    }

    /// The same, while other daemons are waited for.
    func wait(within limit: Duration, for what: String, _ isSo: () throws -> Bool) async throws {
        let end = ContinuousClock().now + limit
        while try !isDone(by: end, limit, what, isSo) { try await Task.sleep(for: .milliseconds(50)) }
    }

    private func isDone(
        by end: ContinuousClock.Instant, _ limit: Duration, _ what: String, _ isSo: () throws -> Bool
    ) throws -> Bool {
        if try isSo() { return true }
        if !process.isRunning {
            throw TimedOut(description: "piculet ended before \(what)\n\(log.suffix(2000))")
        }
        if ContinuousClock().now > end {
            throw TimedOut(description: "\(what) did not come within \(limit)\n\(log.suffix(3000))")
        }
        return false
    }

    /// Where its console listens.
    var port: Int { url("/").port ?? 0 }

    func url(_ path: String) -> URL { URL(string: address + path) ?? URL(fileURLWithPath: "/") }

    func get(_ path: String) throws -> (status: Int, body: Data) { try Machine.get(url(path)) }

    func json(_ path: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: try get(path).body) as? [String: Any] ?? [:]
    }

    var cases: [[String: Any]] { get throws { try json("/api/state")["cases"] as? [[String: Any]] ?? [] } }

    /// One figure of the metrics, `looked_total{camera="a"}`.
    func metric(_ name: String) throws -> Double {
        let text = String(decoding: try get("/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("piculet_\(name) ") }
        return line.flatMap { Double($0.split(separator: " ").last ?? "") } ?? 0
    }

    func looked(_ camera: String) throws -> Int { Int(try metric("looked_total{camera=\"\(camera)\"}")) }

    func state(_ camera: String) throws -> String {
        let text = String(decoding: try get("/metrics").body, as: UTF8.self)
        let match = text.firstMatch(of: try Regex("piculet_camera_state\\{camera=\"\(camera)\",state=\"([a-z-]+)\"\\}"))
        return match.map { String($0.output[1].substring ?? "") } ?? ""
    }

    func waitForState(_ state: String, of camera: String, within limit: Duration) throws {
        try wait(within: limit, for: "\(camera) \(state)") { try self.state(camera) == state }
    }

    func waitForState(_ state: String, of camera: String, within limit: Duration) async throws {
        try await wait(within: limit, for: "\(camera) \(state)") { try self.state(camera) == state }
    }

    /// No secret in anything that was written or is shown.
    func expectNoSecret() throws {
        var shown: [(String, Data)] = [("log", Data(log.utf8)), ("output", Data(output.utf8))]
        if process.isRunning {
            for path in ["/", "/metrics", "/api/state", "/healthz"] { shown.append((path, try get(path).body)) }
        }
        let data = folder.appending(path: "data").resolvingSymlinksInPath()
        for name in try FileManager.default.subpathsOfDirectory(atPath: data.path) {
            if let content = FileManager.default.contents(atPath: data.appending(path: name).path) {
                shown.append((name, content))
            }
        }
        for secret in secrets {
            let encoded = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
            for (name, content) in shown {
                #expect(content.range(of: Data(secret.utf8)) == nil, "\(name) shows a secret")
                #expect(content.range(of: Data(encoded.utf8)) == nil, "\(name) shows an encoded secret")
            }
        }
    }
}
