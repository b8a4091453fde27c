import Foundation
import Media
import Video

/// Where the annotated films of a replay go: one video into the file that was named, several into a folder, each under its
/// own name.
package enum AnnotationPaths {
    /// Sees to it, before anything is replayed, that the films can be written.
    ///
    /// - Parameters:
    ///   - given: a file, or a folder; one that is to hold several films is made.
    ///   - videos: those that are replayed.
    /// - Returns: in the order of the videos.
    package static func choose(_ given: String, for videos: [String]) throws(ReplayError) -> [String] {
        guard VideoWriter.hasEncoder() else { throw .noEncoder(given) }
        let paths = try isFolder(given) || videos.count > 1 ? files(in: given, videos) : [given]
        let originals = Set(videos.map(real))
        for path in paths {
            if originals.contains(real(path)) { throw .annotationIsInput(path) }
            // As the writer will.
            let probe = path + ".unfinished"
            guard !isFolder(path), FileManager.default.createFile(atPath: probe, contents: nil) else {
                throw .noAnnotation(path, nil)
            }
            _ = try? FileManager.default.removeItem(atPath: probe)
        }
        return paths
    }

    private static func files(in folder: String, _ videos: [String]) throws(ReplayError) -> [String] {
        let isMade = isFolder(folder)
        if !isMade, FileManager.default.fileExists(atPath: folder) || folder.lowercased().hasSuffix(".mp4") {
            throw .annotationNeedsFolder(folder, videos.count)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .noAnnotation(folder, nil)
        }
        var taken: Set<String> = []
        return ReplayJob.names(videos).map { name in
            var free = name
            while !taken.insert(free).inserted { free += "-2" }
            return URL(fileURLWithPath: folder).appending(path: "\(free).mp4").path
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
