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
    @Option(help: HelpWords.relearn.help) var relearn: [String] = []

    func run() throws {
        try Known.readPacks()
        let settings = try Configuration.load(config)
        for (option, cameras) in [("--release", release), ("--relearn", relearn)] {
            for camera in cameras where !settings.cameras.contains(where: { $0.id == camera }) {
                throw fail(CommandWords.noCamera(option, camera, nil))
            }
        }
        guard let process = ProcessLock.holder(besides: settings.store) else {
            throw fail(CommandWords.nothingRuns(settings.store, config))
        }
        try ReloadRequest.release.leave(release, besides: settings.store)
        try ReloadRequest.relearn.leave(relearn, besides: settings.store)
        guard kill(process, SIGHUP) == 0 else {
            throw fail(CommandWords.cannotReach(process))
        }
        say(CommandWords.taken(process, config))
    }
}

/// What an operator asks for with the next reload: lists of cameras beside the store.
enum ReloadRequest: String {
    /// From quarantine.
    case release
    /// Their places are learnt anew.
    case relearn

    private func file(_ store: String) -> URL {
        URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: rawValue)
    }

    func leave(_ cameras: [String], besides store: String) throws {
        guard !cameras.isEmpty else { return }
        do {
            try Data(cameras.joined(separator: "\n").utf8).write(to: file(store), options: .atomic)
        } catch {
            throw fail(CommandWords.cannotLeave(file(store).path))
        }
    }

    func take(besides store: String) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: file(store).path) else { return [] }
        _ = try? FileManager.default.removeItem(at: file(store))
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}
