import Foundation
import Media

extension Settings {
    /// The sources of all cameras, their secrets taken from the environment.
    ///
    /// - Returns: an address for each camera that has a source.
    /// - Throws: every mistake: a variable that is missing, a file that is not there, a camera without a source.
    package func addresses(_ environment: [String: String]) throws(SettingsFaults) -> [String: SourceAddress] {
        var addresses: [String: SourceAddress] = [:]
        var faults: [SettingsFault] = []
        for camera in cameras {
            func note(_ problem: Words) {
                faults.append(
                    SettingsFault(file: file, line: camera.line, key: "camera '\(camera.id)'.source", problem: problem))
            }
            guard let source = camera.source else {
                note(SettingsWords.sourceMissing)
                continue
            }
            do {
                let address = try SourceAddress(
                    configured: source, transport: camera.transport, folder: folder, variable: { environment[$0] })
                if address.kind == .file, !FileManager.default.fileExists(atPath: address.secretURL) {
                    note(SettingsWords.noSuchFile("\(address)"))
                }
                addresses[camera.id] = address
            } catch {
                note(Words(name: "\(error)"))
            }
        }
        guard faults.isEmpty else { throw SettingsFaults(faults) }
        return addresses
    }
}
