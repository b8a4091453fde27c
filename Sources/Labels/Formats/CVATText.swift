import Media

/// Writes boxes as CVAT's XML 1.1 has them: of a video where every picture is a frame, else of pictures. `CVATFile` reads it.
///
/// CVAT has no word for boxes that are ignored: they are left out. A box of a video that is not followed becomes a track of
/// its own.
package enum CVATText {
    /// To a hundredth of a pixel, as CVAT writes it.
    ///
    /// - Throws: where the size of a picture is not known.
    package static func text(_ labels: BoxLabels) throws(LabelFindings) -> String {
        var findings = LabelFindings()
        for picture in labels.pictures where picture.size == nil {
            let name = picture.picture.fileName
            findings.note(file: name, problem: ImportWords.sizeUnknown(name))
        }
        guard findings.isClean else { throw findings }
        let isVideo = labels.pictures.allSatisfy {
            if case .frame = $0.picture { true } else { false }
        }
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n"
        text += meta(labels.names, size: isVideo ? labels.pictures.first?.size : nil)
        text += isVideo ? tracks(labels.pictures) : images(labels.pictures)
        return text + "</annotations>\n"
    }

    private static func meta(_ names: [String], size: PixelSize?) -> String {
        let labels = names.map { "        <label><name>\(safe($0))</name></label>\n" }.joined()
        let its = size.map {
            "      <original_size><width>\($0.width)</width><height>\($0.height)</height></original_size>\n"
        }
        return "  <meta>\n    <task>\n      <labels>\n\(labels)      </labels>\n\(its ?? "")    </task>\n  </meta>\n"
    }

    private static func images(_ pictures: [PictureBoxes]) -> String {
        pictures.enumerated().map { index, picture in
            guard let size = picture.size else { return "" }
            let boxes = picture.boxes.filter { !$0.isIgnored }.map { box in
                "    <box label=\"\(safe(box.label))\" occluded=\"0\" \(corners(box.box, size))/>\n"
            }
            let name = safe(picture.picture.fileName)
            return "  <image id=\"\(index)\" name=\"\(name)\" width=\"\(size.width)\" height=\"\(size.height)\">\n"
                + boxes.joined() + "  </image>\n"
        }.joined()
    }

    /// One thing of a video.
    private struct Track: Hashable {
        let number: Int
        let label: String
    }

    private static func tracks(_ pictures: [PictureBoxes]) -> String {
        let taken = Set(pictures.lazy.flatMap { $0.boxes.lazy.compactMap(\.track) })
        var next = 0
        /// The lowest number that no track has.
        func free() -> Int {
            while taken.contains(next) { next += 1 }
            defer { next += 1 }
            return next
        }
        var seen: [Track: [(frame: Int, corners: String)]] = [:]
        for picture in pictures {
            guard let size = picture.size, let frame = picture.picture.frame else { continue }
            for box in picture.boxes where !box.isIgnored {
                let track = Track(number: box.track ?? free(), label: box.label)
                seen[track, default: []].append((frame, corners(box.box, size)))
            }
        }
        return seen.sorted { ($0.key.number, $0.key.label) < ($1.key.number, $1.key.label) }.map { track, seen in
            let label = safe(track.label)
            return "  <track id=\"\(track.number)\" label=\"\(label)\" source=\"file\">\n\(course(seen))  </track>\n"
        }.joined()
    }

    /// Where a thing is from frame to frame. CVAT draws on between two of them unless the thing is said to be gone.
    private static func course(_ seen: [(frame: Int, corners: String)]) -> String {
        let ordered = seen.sorted { $0.frame < $1.frame }
        return ordered.enumerated().map { index, box in
            let isLast = index + 1 == ordered.count || ordered[index + 1].frame > box.frame + 1
            return line(box.frame, isOutside: false, box.corners)
                + (isLast ? line(box.frame + 1, isOutside: true, box.corners) : "")
        }.joined()
    }

    private static func line(_ frame: Int, isOutside: Bool, _ corners: String) -> String {
        "    <box frame=\"\(frame)\" keyframe=\"1\" outside=\"\(isOutside ? 1 : 0)\" occluded=\"0\" \(corners)/>\n"
    }

    private static func corners(_ share: Box, _ size: PixelSize) -> String {
        let box = size.pixels(of: share)
        let corners = [("xtl", box.x), ("ytl", box.y), ("xbr", box.x + box.width), ("ybr", box.y + box.height)]
        return corners.map { "\($0)=\"\($1.plain(to: 100))\"" }.joined(separator: " ")
    }

    /// Text as XML takes it: what stands for markup is written out, what XML does not allow is left out.
    private static func safe(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\t", "\n", "\r": safe += "&#\(scalar.value);"
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    safe.unicodeScalars.append(scalar)
                }
            }
        }
        return safe
    }
}
