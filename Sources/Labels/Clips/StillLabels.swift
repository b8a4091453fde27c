import Media

/// Pictures with the answer to one question for each, from a `labels.csv`.
package struct StillLabels: Hashable, Sendable {
    /// The table, as its dataset names it: `labels.csv`.
    package let file: String
    /// The name of the column that holds the answers: `visible_water`, or an algorithm's id.
    package let question: String
    package let pictures: [Still]

    package init(file: String, question: String, pictures: [Still]) {
        (self.file, self.question, self.pictures) = (file, question, pictures)
    }

    /// The id of the algorithm that answers the question.
    package var algorithm: String { question == "visible_water" ? "waterlogging" : question }
}

/// One picture and what is true of it.
package struct Still: Hashable, Sendable {
    /// From the folder of its table on: `dry/cam04-00.jpg`.
    package let picture: String
    /// Where the picture lies; nil: nowhere.
    package let path: String?
    package let camera: String
    package let truth: Truth
    /// Of the table, from 1.
    package let line: Int

    package enum Truth: String, CaseIterable, Sendable {
        case yes, no
        /// Nobody can tell: it counts neither way.
        case unclear
    }

    package init(picture: String, path: String?, camera: String, truth: Truth, line: Int) {
        (self.picture, self.path, self.camera, self.truth, self.line) = (picture, path, camera, truth, line)
    }

    /// The camera that a picture's name begins with, up to its first dash: `cam04` of `dry/cam04-00.jpg`.
    package static func camera(of picture: String) -> String {
        let name = fileName(of: picture)
        return name.firstIndex(of: "-").map { String(name[..<$0]) } ?? name.withoutEnding
    }

    /// Whether the picture's name begins with its camera.
    package var nameBeginsWithCamera: Bool { Self.fileName(of: picture).hasPrefix(camera) }

    private static func fileName(of picture: String) -> String {
        picture.split(separator: "/").last.map(String.init) ?? picture
    }
}
