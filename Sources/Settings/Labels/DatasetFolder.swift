import Foundation
import Labels
import Media

/// Finds and reads the labels of a folder: `*.json` and `labels.csv` in it and in its folder `labels`.
///
/// A clip's video lies beside its labels, in a folder right below, or above their folder `labels`.
package enum DatasetFolder {
    private static let mostFiles = 10_000
    private static let mostFoldersBelow = 100

    /// Reads all that can be read, and tells all that cannot. What the labels say is judged by `LabelCheck`.
    ///
    /// - Parameter path: a folder, or one label file.
    package static func read(_ path: String) -> (dataset: Dataset, findings: LabelFindings) {
        var findings = LabelFindings()
        var (clips, stills) = ([LabelledClip](), [StillLabels]())
        for file in files(path, &findings) {
            do throws(LabelFindings) {
                if file.name.hasSuffix(".csv") {
                    stills += try StillsFile.load(file.path, name: file.name)
                } else if let clip = try clip(file, &findings) {
                    clips.append(clip)
                } else {
                    let isReview = URL(fileURLWithPath: file.path).lastPathComponent == ReviewsFile.saved
                    findings.note(
                        .notice, file: file.name,
                        problem: isReview ? LabelFileWords.notTakenOver : LabelFileWords.notLabels)
                }
            } catch {
                findings.add(error)
            }
        }
        if findings.isClean, clips.isEmpty, stills.isEmpty {
            let isFile = Existing(path) == .file
            findings.note(
                file: isFile ? URL(fileURLWithPath: path).lastPathComponent : path,
                problem: isFile ? LabelFileWords.noClip : LabelFileWords.noLabels)
        }
        let reviews = reviews(path, of: clips, &findings)
        return (Dataset(folder: path, clips: clips, stills: stills, reviews: reviews), findings)
    }

    /// The reviews that lie beside the labels; of one label file, its own alone.
    private static func reviews(
        _ path: String, of clips: [LabelledClip], _ findings: inout LabelFindings
    ) -> LabelReviews {
        let place = ReviewsFile.place(in: path)
        guard Existing(place.path) != nil else { return .none }
        do throws(LabelFindings) {
            let all = try ReviewsFile.load(place.path, name: place.name)
            return Existing(path) == .file ? all.only(Set(clips.map(\.labels.video))) : all
        } catch {
            findings.add(error)
            return .none
        }
    }

    /// A file that may be labels.
    private struct LabelFile {
        let path: String
        /// From the dataset on: `labels/stall.json`.
        let name: String
        /// Where its video may lie, the likeliest first.
        let videoFolders: [URL]
    }

    private static func files(_ path: String, _ findings: inout LabelFindings) -> [LabelFile] {
        let whole = URL(fileURLWithPath: path)
        if Existing(path) == .file {
            let folders = videoFolders(around: whole.deletingLastPathComponent())
            return [LabelFile(path: whole.path, name: whole.lastPathComponent, videoFolders: folders)]
        }
        var found: [LabelFile] = []
        let reviews = ReviewsFile.place(in: path).name
        for (folder, prefix) in [(whole, ""), (whole.appending(path: "labels"), "labels/")] {
            guard prefix.isEmpty || Existing(folder.path) == .folder else { continue }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
                findings.note(file: path, problem: LabelFileWords.cannotBeListed(folder.path))
                continue
            }
            let folders = videoFolders(around: folder)
            let labels = names.filter { ($0.hasSuffix(".json") || $0 == "labels.csv") && !$0.hasPrefix(".") }
            found += labels.sorted().filter { prefix + $0 != reviews }.map {
                LabelFile(path: folder.appending(path: $0).path, name: prefix + $0, videoFolders: folders)
            }
        }
        guard found.count <= mostFiles else {
            findings.note(file: path, problem: SettingsWords.tooMany(found.count, mostFiles))
            return []
        }
        return found
    }

    /// Where the videos of labels in a folder may lie.
    private static func videoFolders(around folder: URL) -> [URL] {
        let above = folder.lastPathComponent == "labels" ? [folder.deletingLastPathComponent()] : []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let below = names.sorted().lazy.map { folder.appending(path: $0) }.filter { Existing($0.path) == .folder }
        return [folder] + above + Array(below.prefix(mostFoldersBelow))
    }

    /// All of a file that could be read; what could not is told, and hides nothing else that is wrong.
    ///
    /// - Returns: nil: the file is no clip's labels.
    private static func clip(
        _ file: LabelFile, _ findings: inout LabelFindings
    ) throws(LabelFindings) -> LabelledClip? {
        do throws(SettingsFaults) {
            let (node, reader) = try YAMLFile.load(file.path)
            guard ClipReader.isClip(node) else { return nil }
            var read = ClipReader(reader: reader)
            let labels = read.clip(node)
            if !reader.isClean { findings.add(LabelFindings(reader.all, file: file.name)) }
            return LabelledClip(
                labels: labels, file: file.name, videoPath: video(labels.video, in: file.videoFolders),
                lines: read.lines, unread: read.unread)
        } catch {
            throw LabelFindings(error, file: file.name)
        }
    }

    private static func video(_ name: String, in folders: [URL]) -> String? {
        guard !name.contains("/"), !name.contains("\0") else { return nil }
        return folders.lazy.map { $0.appending(path: name).path }.first { Existing($0) == .file }
    }
}
