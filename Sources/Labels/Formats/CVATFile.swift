import Foundation
import FoundationXML
import Media

/// Reads boxes from CVAT's XML 1.1, of a video (`<track>`) or of pictures (`<image>`).
///
/// Tags, attributes and whatever else is no shape are passed over; shapes other than upright boxes are refused.
package enum CVATFile {
    /// - Parameters:
    ///   - size: of the video where the file does not say it (`original_size`).
    ///   - file: its name, for what is said of it.
    package static func boxes(
        _ text: String, size: PixelSize? = nil, file: String
    ) throws(LabelFindings) -> BoxLabels {
        var findings = LabelFindings()
        let bare = String(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
        // Entities can make gigabytes of a few lines, and only a DOCTYPE declares them.
        if bare.contains("<!DOCTYPE") {
            findings.note(file: file, problem: ImportWords.declarations)
        } else if !bare.contains(where: { !$0.isWhitespace }) {
            findings.note(file: file, problem: ImportWords.isEmpty)
        }
        guard findings.isClean else { throw findings }
        let walk = Walk(file: file, size: size)
        // Of a stream libxml2 takes piece after piece; of data it refuses what is above 10 MB.
        let parser = XMLParser(stream: InputStream(data: Data(bare.utf8)))
        parser.delegate = walk
        if !parser.parse() || parser.parserError != nil { walk.boxes.isNoXML(line: parser.lineNumber) }
        return try walk.boxes.finished()
    }

    /// Hands the parser's elements on to `CVATBoxes`, with their lines.
    private final class Walk: NSObject, XMLParserDelegate {
        var boxes: CVATBoxes

        init(file: String, size: PixelSize?) { boxes = CVATBoxes(file: file, size: size) }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            boxes.begin(name, attributes, line: parser.lineNumber)
            if boxes.isHopeless { parser.abortParsing() }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            boxes.end(line: parser.lineNumber)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { boxes.hear(text) }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            boxes.isNoXML(line: parser.lineNumber)
        }
    }
}
