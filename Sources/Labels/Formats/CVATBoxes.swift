import Media

/// Makes boxes of the elements of a CVAT file, one after another.
struct CVATBoxes {
    private let file: String
    private var size: PixelSize?
    private var names: [String] = []
    private var named: Set<String> = []
    /// Boxes of tracks: their pixels, as the size of a video may be said late.
    private var frames: [Int: [(line: Int, pixels: Box, label: String, track: Int)]] = [:]
    private var images: [PictureBoxes] = []
    private var findings = LabelFindings()

    /// The elements that are open, the outermost first, and the text within the innermost.
    private var open: [CVATElement] = []
    private var text = ""
    /// The outermost has ended.
    private var isWhole = false
    /// The `width` and `height` within `original_size`.
    private var sides: [String: String] = [:]
    /// What is open around a box, if it could be read.
    private var track: (id: Int, label: String)?
    private var image: PixelSize?

    private static let deepest = 32
    private static let otherShapes: Set = [
        "polygon", "polyline", "points", "ellipse", "cuboid", "mask", "skeleton",
    ]

    init(file: String, size: PixelSize?) { (self.file, self.size) = (file, size) }

    /// Nothing more is worth reading.
    private(set) var isHopeless = false

    mutating func begin(_ name: String, _ attributes: [String: String], line: Int) {
        guard !isHopeless else { return }
        if open.isEmpty, name != "annotations" {
            giveUp(line, ImportWords.notCVAT(name))
        } else if open.count >= Self.deepest {
            giveUp(line, ImportWords.tooDeep(Self.deepest))
        } else {
            open.append(CVATElement(name: name, attributes: attributes, file: file, line: line))
            text = ""
            if !isMeta { beginShape(open[open.count - 1]) }
        }
    }

    mutating func hear(_ characters: String) {
        // Only names and sizes are of interest.
        if text.utf8.count < 1000 { text += characters }
    }

    mutating func end(line: Int) {
        guard !isHopeless, let element = open.last else { return }
        if isMeta { endMeta(element, open.dropLast().suffix(2).map(\.name), line) }
        if element.name == "track" { track = nil }
        if element.name == "image" { image = nil }
        text = ""
        open.removeLast()
        if open.isEmpty { isWhole = true }
    }

    /// What the parser cannot read ends here.
    mutating func isNoXML(line: Int) {
        if !isHopeless { giveUp(line, ImportWords.notXML) }
    }

    /// The boxes of the whole file, or all that is wrong with it.
    mutating func finished() throws(LabelFindings) -> BoxLabels {
        // Of some files that are cut off the parser says nothing.
        if !isWhole, findings.isClean { findings.note(file: file, problem: ImportWords.notXML) }
        if !frames.isEmpty, size == nil {
            findings.note(file: file, problem: ImportWords.sizeUnknown("original_size"))
        }
        var pictures = images
        if let size {
            for (frame, boxes) in frames.sorted(by: { $0.key < $1.key }) {
                var read: [LabelledBox] = []
                for one in boxes {
                    guard let box = share(one.pixels, of: size, one.line) else { continue }
                    read.append(LabelledBox(box: box, label: one.label, track: one.track))
                }
                pictures.append(PictureBoxes(picture: .frame(frame), size: size, boxes: read))
            }
        }
        guard findings.isClean else { throw findings }
        return BoxLabels(names: names, pictures: pictures)
    }

    private mutating func giveUp(_ line: Int, _ problem: Words) {
        findings.note(file: file, line: line, problem: problem)
        isHopeless = true
    }
}

// What the file says of itself; its elements have names of their own.
extension CVATBoxes {
    private var isMeta: Bool { open.count > 1 && open[1].name == "meta" }

    private mutating func endMeta(_ element: CVATElement, _ around: [String], _ line: Int) {
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        switch (around.last, element.name) {
        case ("label", "name") where around.first == "labels":
            if !words.isEmpty, named.insert(words).inserted { names.append(words) }
        case ("original_size", "width"), ("original_size", "height"): sides[element.name] = words
        case (_, "original_size"):
            let said = CVATElement(name: element.name, attributes: sides, file: file, line: line)
            size = said.size(in: &findings) ?? size
        default: break
        }
    }
}

// Tracks, pictures and their boxes
extension CVATBoxes {
    private mutating func beginShape(_ element: CVATElement) {
        switch element.name {
        case "track":
            let id = element.whole("id", within: LabelledBox.tracks, ImportWords.aTrack, in: &findings)
            let label = element.name("label", in: &findings)
            track = id.flatMap { id in label.map { (id, $0) } }
        case "image":
            let name = element.name("name", in: &findings)
            image = element.size(in: &findings)
            images.append(PictureBoxes(picture: .file(name ?? ""), size: image))
        case "box":
            switch open.dropLast().last?.name {
            case "track": trackBox(element)
            case "image": imageBox(element)
            default: element.note(ImportWords.boxAlone, in: &findings)
            }
        case let name where Self.otherShapes.contains(name):
            element.note(ImportWords.noShape(name), in: &findings)
        default: break
        }
    }

    private mutating func trackBox(_ element: CVATElement) {
        // A thing that has left the picture keeps its last place.
        let outside = element.whole("outside", within: 0...1, ImportWords.aFlag, in: &findings)
        guard outside == 0 else { return }
        let frame = element.whole("frame", within: PictureName.frames, ImportWords.aFrame, in: &findings)
        guard let pixels = element.pixels(in: &findings), let frame, let track else { return }
        frames[frame, default: []].append((element.line, pixels, track.label, track.id))
    }

    private mutating func imageBox(_ element: CVATElement) {
        let label = element.name("label", in: &findings)
        guard let pixels = element.pixels(in: &findings), let label, let image,
            let box = share(pixels, of: image, element.line)
        else { return }
        images[images.count - 1].boxes.append(LabelledBox(box: box, label: label))
    }

    private mutating func share(_ pixels: Box, of size: PixelSize, _ line: Int) -> Box? {
        do throws(BoxMistake) { return try size.share(of: pixels) } catch {
            findings.note(file: file, line: line, problem: error.words)
            return nil
        }
    }
}
