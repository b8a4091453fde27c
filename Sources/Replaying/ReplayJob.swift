import Foundation
import Pipeline

/// One video that is to be replayed, as which camera.
package struct ReplayJob: Sendable {
    package enum Footage: Hashable, Sendable {
        case video
        /// A still picture, shown as a steady film of so many pictures, one a second.
        case still(pictures: Int)
    }

    package let path: String
    package let footage: Footage
    package let setup: CameraSetup
    /// Where to write the film with what its looks told; nil: nowhere.
    package let annotation: String?

    package init(path: String, footage: Footage = .video, setup: CameraSetup, annotation: String? = nil) {
        (self.path, self.footage, self.setup, self.annotation) = (path, footage, setup, annotation)
    }

    private static let extensions: Set<String> = [
        "mp4", "avi", "mkv", "mov", "ts", "flv", "webm", "h264", "h265", "264", "265", "mpg", "m4v", "dav", "wmv",
    ]

    /// The videos behind the arguments: files as they are, folders with what lies in them, by name.
    package static func videos(_ arguments: [String]) throws -> [String] {
        var videos: [String] = []
        for argument in arguments {
            var isFolder: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue
            else {
                videos.append(argument)
                continue
            }
            let found = try FileManager.default.contentsOfDirectory(atPath: argument).sorted()
                .filter { extensions.contains(URL(fileURLWithPath: $0).pathExtension.lowercased()) }
            guard !found.isEmpty else {
                throw ReplayError.noVideo(argument, extensions.sorted().joined(separator: ", "))
            }
            videos += found.map { (argument as NSString).appendingPathComponent($0) }
        }
        return videos
    }

    /// Camera ids: the file's name without its ending; a second of that name gets `-2`.
    package static func names(_ videos: [String]) -> [String] {
        var taken: [String: Int] = [:]
        return videos.map { video in
            let name = URL(fileURLWithPath: video).deletingPathExtension().lastPathComponent
            taken[name, default: 0] += 1
            return taken[name] == 1 ? name : "\(name)-\(taken[name] ?? 0)"
        }
    }
}
