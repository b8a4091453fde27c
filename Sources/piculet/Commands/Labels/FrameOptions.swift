import ArgumentParser
import Labels
import Media
import Phrases
import Speaking
import Video

/// How frames become times and pixels become shares of the picture: as the video says, or as the command line does.
struct FrameOptions: ParsableArguments {
    @Option(help: HelpWords.fps.help) var fps: Double?
    @Option(help: HelpWords.size.help) var size: String?

    func validate() throws {
        if let fps, !BoxLabels.rates.contains(fps) { throw wrongUsage(CommandWords.wrongRate(fps)) }
        if let size, PixelSize(written: size) == nil { throw wrongUsage(CommandWords.wrongSize(size)) }
    }

    /// The rate and, where it is asked for, the size; the video is opened only for what was not given.
    ///
    /// - Parameter video: nil: there is none.
    func facts(
        of video: String?, named name: String, needsSize: Bool
    ) throws -> (rate: Double, size: PixelSize?, times: FrameTimes?) {
        let given = size.flatMap { PixelSize(written: $0) }
        if let fps, given != nil || !needsSize { return (fps, given, nil) }
        guard let video else { throw fail(CommandWords.videoNeeded(name)) }
        let seen: SeenFrames
        do { seen = try SeenFrames(video) } catch { throw fail(CommandWords.unreadVideo("\(error)")) }
        guard let rate = fps ?? seen.times.rate else { throw fail(CommandWords.noRate(video)) }
        guard let size = given ?? seen.size else { throw fail(CommandWords.noSize(video)) }
        if fps == nil, let notice = seen.times.notice { warn(notice) }
        return (rate, size, seen.times)
    }
}

/// What the frames of a video say: all packets are read, one picture is decoded.
private struct SeenFrames {
    let times: FrameTimes
    let size: PixelSize?

    init(_ path: String) throws(VideoError) {
        let file = try VideoFile(path: path)
        let decoder = try StreamDecoder(file.format)
        var times: [MediaTime] = []
        var size: PixelSize?
        func take(_ frame: Frame) { size = size ?? PixelSize(width: frame.width, height: frame.height) }
        while let packet = file.nextPacket() {
            times.append(packet.time)
            if size == nil { decoder.decode(packet, take) }
        }
        if size == nil { decoder.drain(take) }
        (self.times, self.size) = (FrameTimes(times), size)
    }
}
