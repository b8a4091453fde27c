import Labels
import Media
import Yams

/// Reads boxes from COCO's JSON (`images`, `annotations`, `categories`); `COCOText` of Labels writes it.
///
/// Outlines are passed over: each annotation has a `bbox` beside them. `iscrowd` 1 makes a box that is ignored.
enum COCOFile {
    private static let most = 1_000_000

    static func boxes(_ node: Node, _ reader: Reader) -> BoxLabels {
        let file = reader.open(node, "", required: ["images", "annotations", "categories"])
        var (places, pictures) = ([String: Int](), [PictureBoxes]())
        each(file, "images", reader, required: ["file_name", "width", "height"]) { id, fields, key in
            let name = reader.text(fields["file_name"], "\(key).file_name")
            let width = reader.whole(fields["width"], "\(key).width", in: PixelSize.sides)
            let height = reader.whole(fields["height"], "\(key).height", in: PixelSize.sides)
            // A picture that is refused still has its id, so that its boxes are not told as well.
            places[id] = pictures.count
            let size = width.flatMap { width in height.flatMap { PixelSize(width: width, height: $0) } }
            pictures.append(PictureBoxes(picture: .file(name ?? ""), size: size))
        }
        var (categories, names) = ([String: String](), [String]())
        each(file, "categories", reader, required: ["name"]) { id, fields, key in
            let name = reader.text(fields["name"], "\(key).name") ?? ""
            categories[id] = name
            names.append(name)
        }
        each(file, "annotations", reader, required: ["image_id", "category_id", "bbox"]) { _, fields, key in
            let place = known(fields["image_id"], "\(key).image_id", places, "images", reader)
            let label = known(fields["category_id"], "\(key).category_id", categories, "categories", reader)
            let pixels = reader.box(fields["bbox"], "\(key).bbox")
            let crowd = reader.whole(fields["iscrowd"], "\(key).iscrowd", in: 0...1)
            let track = reader.whole(fields["track_id"], "\(key).track_id", in: LabelledBox.tracks)
            guard let place, let label, let pixels, let size = pictures[place].size else { return }
            do throws(BoxMistake) {
                let box = try size.share(of: pixels)
                pictures[place].boxes.append(LabelledBox(box: box, label: label, track: track, isIgnored: crowd == 1))
            } catch {
                reader.note(fields["bbox"], "\(key).bbox", error.words)
            }
        }
        var seen: Set<String> = []
        return BoxLabels(names: names.filter { seen.insert($0).inserted }, pictures: pictures)
    }

    /// The mappings of a list, each with an id that no other has.
    private static func each(
        _ file: [String: Node], _ key: String, _ reader: Reader, required: [String],
        _ read: (_ id: String, _ fields: [String: Node], _ key: String) -> Void
    ) {
        var seen: Set<String> = []
        for (index, node) in reader.list(file[key], key, atMost: most).enumerated() {
            let its = "\(key)[\(index)]"
            let fields = reader.open(node, its, required: ["id"] + required)
            guard let id = reader.text(fields["id"], "\(its).id") else { continue }
            if seen.insert(id).inserted {
                read(id, fields, its)
            } else {
                reader.note(fields["id"], "\(its).id", LabelFileWords.idTwice(id))
            }
        }
    }

    private static func known<Value>(
        _ node: Node?, _ key: String, _ values: [String: Value], _ list: String, _ reader: Reader
    ) -> Value? {
        guard let id = reader.text(node, key) else { return nil }
        if let value = values[id] { return value }
        reader.note(node, key, LabelFileWords.noSuchID(id, list))
        return nil
    }
}
