import Media

/// A box with the name of what is in it.
package struct LabelledBox: Hashable, Sendable {
    /// 0..1 of the picture.
    package var box: Box
    /// What is in it: `person`, `car`.
    package var label: String
    /// The number that one thing keeps from frame to frame; nil: it is not followed.
    package var track: Int?
    /// What is found here counts neither way: a mass of people that nobody drew one by one.
    package var isIgnored: Bool

    /// The numbers that tracks of files have.
    package static let tracks = 0...2_147_483_647

    package init(box: Box, label: String, track: Int? = nil, isIgnored: Bool = false) {
        (self.box, self.label, self.track, self.isIgnored) = (box, label, track, isIgnored)
    }
}

/// Boxes of many pictures: what COCO, YOLO, MOT and CVAT files are read into and written from.
package struct BoxLabels: Hashable, Sendable {
    /// Names of things in the order in which their file numbers them; every box's label is one of them.
    package let names: [String]
    package var pictures: [PictureBoxes]

    /// - Parameter names: nil: those of the boxes, in alphabetical order.
    package init(names: [String]? = nil, pictures: [PictureBoxes]) {
        let used = Set(pictures.lazy.flatMap { $0.boxes.lazy.map(\.label) })
        let named = names ?? []
        self.names = named + used.subtracting(named).sorted()
        self.pictures = pictures
    }
}

/// The boxes of one picture; there may be none.
package struct PictureBoxes: Hashable, Sendable {
    package var picture: PictureName
    /// nil: its file does not say.
    package var size: PixelSize?
    package var boxes: [LabelledBox]

    package init(picture: PictureName, size: PixelSize? = nil, boxes: [LabelledBox] = []) {
        (self.picture, self.size, self.boxes) = (picture, size, boxes)
    }
}

/// Which picture boxes belong to.
package enum PictureName: Hashable, Sendable {
    /// A picture by its path, as its file has it.
    case file(String)
    /// A frame of a video, from 0.
    case frame(Int)

    /// Frames that can be numbered: years of video.
    package static let frames = 0...1_000_000_000

    /// The number of the frame, also where a tool wrote it into a file's name: `frame_000012.png`.
    package var frame: Int? {
        switch self {
        case .frame(let number): number
        case .file(let path):
            path.firstMatch(of: /(?:^|\/)frame_?(\d{1,9})(?:\.\w+)?$/).flatMap { Int($0.1) }
        }
    }

    /// As CVAT calls frames of videos.
    package var fileName: String {
        switch self {
        case .file(let path): path
        case .frame(let number):
            "frame_" + String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number).png"
        }
    }
}
