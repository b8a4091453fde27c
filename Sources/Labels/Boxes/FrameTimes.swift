import Media

/// When the pictures of a video come, the first at zero: other tools number them, labels have their times.
package struct FrameTimes: Hashable, Sendable {
    package let count: Int
    /// Frames a second on the whole; nil: there are fewer than two pictures, or no time passes.
    package let rate: Double?
    /// The furthest that a picture lies from where an even rate would have it.
    package let unevenness: Duration

    /// - Parameter times: of all pictures, the earliest first.
    package init(_ times: [MediaTime]) {
        count = times.count
        guard let first = times.first, let last = times.last, last > first else {
            (rate, unevenness) = (nil, .zero)
            return
        }
        let step = (last - first).inSeconds / Double(times.count - 1)
        rate = 1 / step
        unevenness =
            times.enumerated().map { index, time in
                let lag = (time - first).inSeconds - Double(index) * step
                return Duration.microseconds(MediaTime(seconds: lag.magnitude).microseconds)
            }.max() ?? .zero
    }

    /// No picture lies nearer to the place of another than to its own.
    package var isEven: Bool { rate.map { unevenness.inSeconds * $0 < 0.5 } ?? true }

    /// A line for people where boxes will not lie at the very times of their frames.
    package var notice: Words? { isEven ? nil : ImportWords.uneven(unevenness) }

    /// Refuses boxes of frames that the video does not have: they are of another video.
    package func check(_ labels: BoxLabels, file: String) throws(LabelFindings) {
        let last = labels.pictures.lazy.filter { !$0.boxes.isEmpty }.compactMap(\.picture.frame).max()
        guard let last, last >= count else { return }
        var findings = LabelFindings()
        findings.note(file: file, problem: ImportWords.beyond(frame: last, of: count))
        throw findings
    }
}

extension PixelSize {
    /// Reads `1920x1080`.
    package init?(written text: String) {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
        self.init(width: width, height: height)
    }
}
