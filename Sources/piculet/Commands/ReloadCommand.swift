import ArgumentParser
import Foundation
import Keeping
import Phrases
import Settings
import Speaking
import Watching

/// `piculet reload`: makes the running daemon take over the edited configuration.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: HelpWords.reloadCommand[Speech.language],
        discussion: HelpWords.example("piculet reload --config /etc/piculet/piculet.yaml")[Speech.language])

    @Option(help: HelpWords.config.help) var config: String = "piculet.yaml"
    @Option(help: HelpWords.release.help) var release: [String] = []

    func run() throws {
        try Known.readPacks()
        let settings = try Configuration.load(config)
        for camera in release where !settings.cameras.contains(where: { $0.id == camera }) {
            throw fail(CommandWords.noCamera("--release", camera, nil))
        }
        guard let process = ProcessLock.holder(besides: settings.store) else {
            throw fail(CommandWords.nothingRuns(settings.store, config))
        }
        try ReleaseRequests.leave(release, besides: settings.store)
        guard kill(process, SIGHUP) == 0 else {
            throw fail(CommandWords.cannotReach(process))
        }
        say(CommandWords.taken(process, config))
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
            throw fail(CommandWords.cannotLeave(file(store).path))
        }
    }

    static func take(besides store: String) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: file(store).path) else { return [] }
        _ = try? FileManager.default.removeItem(at: file(store))
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}
