import Foundation
import Media
import Yams

/// What the daemon needs beside its cameras.
package struct ServiceSettings: Sendable, Equatable {
    /// Where the console listens.
    package struct Listen: Sendable, Equatable {
        package let host: String
        /// 0: the system chooses one.
        package let port: Int

        package init(host: String, port: Int) { (self.host, self.port) = (host, port) }
    }

    package struct Evidence: Sendable, Equatable {
        package let folder: String
        /// Older pictures go.
        package let keep: Duration
        /// The oldest go when all together are larger.
        package let atMost: ByteCount
    }

    package let listen: Listen
    package let evidence: Evidence
}

extension SettingsFile {
    func service(_ fields: [String: Node], store: String, _ reader: Reader) -> ServiceSettings {
        let console = fields["console"].map { reader.fields($0, "console", allowed: ["listen"]) } ?? [:]
        let evidence =
            fields["evidence"].map { reader.fields($0, "evidence", allowed: ["folder", "keep", "at_most"]) } ?? [:]
        let beside = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "evidence").path
        let folder = reader.text(evidence["folder"], "evidence.folder").map(located) ?? beside
        if Existing(folder) ?? .folder != .folder {
            reader.note(evidence["folder"], "evidence.folder", SettingsWords.isNoFolder(folder))
        }
        return ServiceSettings(
            listen: listen(console["listen"], reader),
            evidence: .init(
                folder: folder,
                keep: reader.duration(evidence["keep"], "evidence.keep") ?? .seconds(90 * 86400),
                atMost: size(evidence["at_most"], "evidence.at_most", reader) ?? ByteCount(bytes: 50_000_000_000)))
    }

    private func listen(_ node: Node?, _ reader: Reader) -> ServiceSettings.Listen {
        let usual = ServiceSettings.Listen(host: "127.0.0.1", port: 8321)
        guard let text = reader.text(node, "console.listen") else { return usual }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port)
        else {
            reader.note(node, "console.listen", SettingsWords.addressNeeded(text))
            return usual
        }
        guard let host = LoopbackHost(text[..<colon]) else {
            reader.note(node, "console.listen", SettingsWords.consoleIsLocal(port, text))
            return usual
        }
        return .init(host: host.address, port: port)
    }

    private func size(_ node: Node?, _ key: String, _ reader: Reader) -> ByteCount? {
        guard let text = reader.text(node, key) else { return nil }
        let size = ByteCount(configured: text)
        if size == nil { reader.note(node, key, SettingsWords.sizeNeeded(text)) }
        return size
    }
}
