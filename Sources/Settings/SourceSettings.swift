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
            guard let source = camera.source else {
                faults.append(fault(of: camera, SettingsWords.sourceMissing))
                continue
            }
            do {
                let address = try SourceAddress(
                    configured: source, transport: camera.transport, otherHosts: camera.hosts, folder: folder,
                    variable: { environment[$0] })
                if address.kind == .file, let problem = Self.problem(ofFile: address.secretURL) {
                    faults.append(fault(of: camera, problem.words(naming: "\(address)")))
                }
                addresses[camera.id] = address
            } catch {
                faults.append(fault(of: camera, error.words))
            }
        }
        guard faults.isEmpty else { throw SettingsFaults(faults) }
        return addresses
    }

    /// The sources that no other machine could read either: files that are folders, pipes or devices. Files that are
    /// missing and variables that are not set are no matter of where a configuration is written.
    package func unreadableSources(_ environment: [String: String]) -> [SettingsFault] {
        cameras.compactMap { camera in
            let address = camera.source.flatMap { source in
                try? SourceAddress(configured: source, folder: folder, variable: { environment[$0] })
            }
            guard let address, address.kind == .file, let problem = Self.problem(ofFile: address.secretURL),
                problem != .missing
            else { return nil }
            return fault(of: camera, problem.words(naming: "\(address)"))
        }
    }

    private func fault(of camera: Camera, _ problem: Words) -> SettingsFault {
        SettingsFault(file: file, line: camera.line, key: "camera '\(camera.id)'.source", problem: problem)
    }

    private enum FileProblem {
        case missing
        case folder
        case notRegular

        func words(naming file: String) -> Words {
            switch self {
            case .missing: SettingsWords.noSuchFile(file)
            case .folder: SettingsWords.sourceIsFolder(file)
            case .notRegular: SettingsWords.sourceIsNoFile(file)
            }
        }
    }

    /// nil: it is a regular file, or a link to one.
    private static func problem(ofFile path: String) -> FileProblem? {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let kind = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
        return switch kind {
        case nil: .missing
        case .typeRegular?: nil
        case .typeDirectory?: .folder
        default: .notRegular
        }
    }
}
