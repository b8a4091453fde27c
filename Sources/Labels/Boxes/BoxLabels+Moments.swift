import Media

extension BoxLabels {
    /// Frames a second that there are.
    package static let rates = 0.01...1000.0

    /// The boxes as a clip's labels have them, in the order of time.
    ///
    /// - Parameters:
    ///   - rate: frames a second of the video.
    ///   - file: what they were read from, for what is said of it.
    /// - Throws: for a rate out of `rates`, and for pictures that are no frames.
    package func moments(framesPerSecond rate: Double, file: String) throws(LabelFindings) -> [ClipLabels.Moment] {
        var findings = LabelFindings()
        guard Self.rates.contains(rate) else {
            findings.note(file: file, problem: ImportWords.noRate(rate))
            throw findings
        }
        var moments: [(frame: Int, moment: ClipLabels.Moment)] = []
        for picture in pictures {
            guard let frame = picture.picture.frame else {
                findings.note(file: file, problem: ImportWords.noFrame(picture.picture.fileName))
                continue
            }
            let time = MediaTime(seconds: Double(frame) / rate)
            moments += picture.boxes.map { (frame, ClipLabels.Moment(time: time, box: $0)) }
        }
        guard findings.isClean else { throw findings }
        // Equal frames stay in the order of the file.
        return moments.enumerated().sorted { ($0.element.frame, $0.offset) < ($1.element.frame, $1.offset) }
            .map(\.element.moment)
    }

    /// A clip's boxes by frame; nil for a rate out of `rates`.
    ///
    /// - Parameter rate: frames a second of the video.
    package init?(moments: [ClipLabels.Moment], framesPerSecond rate: Double, size: PixelSize?) {
        guard Self.rates.contains(rate) else { return nil }
        let last = PictureName.frames.upperBound
        let frames = Dictionary(grouping: moments) { moment in
            Int(min(max((moment.time.seconds * rate).rounded(), 0), Double(last)))
        }
        self.init(
            pictures: frames.sorted { $0.key < $1.key }.map { frame, moments in
                PictureBoxes(picture: .frame(frame), size: size, boxes: moments.map(\.box))
            })
    }
}
