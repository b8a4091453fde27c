import ArgumentParser
import Foundation
import Settings
import Watching

/// `piculet reload`: makes the running daemon take over the edited configuration.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Checks the configuration and makes the running daemon take it over.",
        discussion: "Example: piculet reload --config /etc/piculet/piculet.yaml")

    @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"
    @Option(help: "Watches a camera again that was set aside after crashes.") var release: [String] = []

    func run() throws {
        let settings = try Configuration.load(config)
        for camera in release where !settings.cameras.contains(where: { $0.id == camera }) {
            throw fail("--release: the configuration has no camera '\(camera)'.")
        }
        guard let process = ProcessLock.holder(besides: settings.store) else {
            throw fail(
                "no piculet runs on the store \(settings.store). Start it with 'piculet run --config \(config)'.")
        }
        try ReleaseRequests.leave(release, besides: settings.store)
        guard kill(process, SIGHUP) == 0 else {
            throw fail("the running piculet (process \(process)) cannot be reached. Ask as the user that it runs as.")
        }
        print("piculet (process \(process)) takes over \(config)")
    }
}

/// Cameras that an operator releases from quarantine: a list beside the store, taken with the next reload.
enum ReleaseRequests {
    private static func file(_ store: String) -> URL {
        URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "release")
    }

    static func leave(_ cameras: [String], besides store: String) throws {
        guard !cameras.isEmpty else { return }
        do {
            try Data(cameras.joined(separator: "\n").utf8).write(to: file(store), options: .atomic)
        } catch {
            throw fail("\(file(store).path): it cannot be written. Ask as the user that piculet runs as.")
        }
    }

    static func take(besides store: String) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: file(store).path) else { return [] }
        _ = try? FileManager.default.removeItem(at: file(store))
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}
