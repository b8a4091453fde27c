import ArgumentParser
import Labels
import Media
import Phrases
import Settings
import Speaking
import Video

/// Datasets that were read and judged, for every command that works on labels.
struct CheckedDatasets {
    let datasets: [Dataset]
    let findings: LabelFindings
    /// What the videos say of themselves, by path.
    private let videos: [String: SeenVideo]

    /// - Parameter isWholePicture: the whole picture is watched, whatever the zones of the labels are.
    init(_ paths: [String], isWholePicture: Bool = false) {
        var (datasets, findings) = DatasetFolder.read(paths)
        var videos: [String: SeenVideo] = [:]
        for dataset in datasets {
            for video in dataset.clips.compactMap(\.videoPath) where videos[video] == nil {
                videos[video] = SeenVideo(path: video)
            }
            let check = LabelCheck(
                algorithms: Known.algorithms.ids, extra: Known.expected,
                watching: isWholePicture ? nil : Known.algorithms.watchedKinds, videos: videos)
            findings.add(check.findings(of: dataset))
        }
        // What was given a second time, as one of its files, holds nothing more.
        datasets.removeAll { $0.clips.isEmpty && $0.stills.isEmpty && findings.isClean }
        (self.datasets, self.findings, self.videos) = (datasets, findings, videos)
    }

    func length(of clip: LabelledClip) -> Duration? { clip.videoPath.flatMap { videos[$0]?.length } }
    func size(of clip: LabelledClip) -> PixelSize? { clip.videoPath.flatMap { videos[$0]?.size } }

    /// Tells every notice and, where there are faults, all of them.
    ///
    /// - Throws: the status of the command, where there are faults.
    func tell() throws(ExitCode) {
        for notice in findings.noticeLines { warn(notice) }
        guard findings.isClean else {
            throw fail(CommandWords.labelMistakes(findings.faultCount), more: findings.lines)
        }
    }
}

extension SeenVideo {
    fileprivate init(path: String) {
        do throws(VideoError) {
            let file = try VideoFile(path: path)
            let (width, height) = file.format.size
            self.init(length: file.claimedDuration, size: PixelSize(width: width, height: height))
        } catch {
            self.init(fault: error.reason)
        }
    }
}

extension LabelFindings {
    /// Ends a command with all that is wrong with its input.
    var refusal: ExitCode { fail(CommandWords.fileMistakes(faultCount), more: lines) }
}
