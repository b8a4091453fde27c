import Media

/// Boxes as COCO's JSON has them; `COCOFile` reads it.
package enum COCOText {
    /// The file's text, to a thousandth of a pixel. Ignored boxes have `iscrowd` 1; tracks are `track_id`, as trackers that
    /// build on COCO have them. Ids count from 1.
    ///
    /// - Throws: where the size of a picture is not known.
    package static func text(_ labels: BoxLabels) throws(LabelFindings) -> String {
        var findings = LabelFindings()
        let numbers = Dictionary(zip(labels.names, labels.names.indices)) { first, _ in first }
        var (images, annotations) = ([JSONText](), [JSONText]())
        for (index, picture) in labels.pictures.enumerated() {
            let name = picture.picture.fileName
            guard let size = picture.size else {
                findings.note(file: name, problem: ImportWords.sizeUnknown(name))
                continue
            }
            images.append(
                .fields([
                    ("id", .whole(index + 1)), ("file_name", .text(name)), ("width", .whole(size.width)),
                    ("height", .whole(size.height)),
                ]))
            for box in picture.boxes {
                let category = (numbers[box.label] ?? 0) + 1
                annotations.append(
                    annotation(box, in: size, id: annotations.count + 1, image: index + 1, category: category))
            }
        }
        guard findings.isClean else { throw findings }
        let categories = labels.names.enumerated().map { index, name in
            JSONText.fields([("id", .whole(index + 1)), ("name", .text(name))])
        }
        return JSONText.fields([
            ("images", .list(images)), ("annotations", .list(annotations)), ("categories", .list(categories)),
        ]).lines
    }

    private static func annotation(
        _ box: LabelledBox, in size: PixelSize, id: Int, image: Int, category: Int
    ) -> JSONText {
        let pixels = size.pixels(of: box.box)
        func rounded(_ number: Double) -> JSONText { .number((number * 1000).rounded() / 1000) }
        let fields: [(key: String, value: JSONText)] = [
            ("id", .whole(id)), ("image_id", .whole(image)), ("category_id", .whole(category)),
            ("bbox", .list([pixels.x, pixels.y, pixels.width, pixels.height].map(rounded))),
            ("area", rounded(pixels.area)), ("iscrowd", .whole(box.isIgnored ? 1 : 0)),
        ]
        return .fields(box.track.map { fields + [("track_id", .whole($0))] } ?? fields)
    }
}

extension JSONText {
    fileprivate static func whole(_ number: Int) -> JSONText { .number(Double(number)) }
}
