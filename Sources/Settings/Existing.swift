import Foundation

/// What lies at a path, links followed.
enum Existing {
    case file, folder
    /// A pipe, a device, a socket.
    case other

    /// nil: nothing, or nothing that may be looked at.
    init?(_ path: String) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        switch (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType {
        case nil: return nil
        case .typeRegular: self = .file
        case .typeDirectory: self = .folder
        default: self = .other
        }
    }
}
