import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct COCOTests {
    private func read(_ text: String) throws -> Result<BoxLabels, LabelFindings> {
        let folder = try Folder()
        let file = try folder.write("instances.json", text)
        do throws(LabelFindings) { return .success(try BoxFiles.coco(file)) } catch { return .failure(error) }
    }

    private func told(_ text: String) throws -> String {
        switch try read(text) {
        case .success: "none"
        case .failure(let findings): findings.description
        }
    }

    private static let street = """
        {"info": {"year": 2026}, "licenses": [],
         "images": [
          {"id": 9, "file_name": "a.jpg", "width": 640, "height": 480, "license": 1, "date_captured": ""},
          {"id": 4, "file_name": "b.jpg", "width": 100, "height": 50}],
         "annotations": [
          {"id": 1, "image_id": 4, "category_id": 3, "bbox": [10.5, 5, 20, 10], "area": 200, "iscrowd": 0,
           "segmentation": [[10.5, 5, 30.5, 5, 30.5, 15]]},
          {"id": 2, "image_id": 4, "category_id": 1, "bbox": [0, 0, 100, 50], "area": 1, "iscrowd": 1, "segmentation": {}},
          {"id": 3, "image_id": 4, "category_id": 1, "bbox": [90, 40, 20, 20], "track_id": 5}],
         "categories": [{"id": 1, "name": "person", "supercategory": "person"}, {"id": 3, "name": "car"}]}
        """

    @Test func `a file of instances is read and written again`() throws {
        let labels = try read(Self.street).get()
        #expect(labels.names == ["person", "car"])
        #expect(labels.pictures.map(\.picture) == [.file("a.jpg"), .file("b.jpg")])
        #expect(labels.pictures[0].boxes == [] && labels.pictures[0].size == PixelSize(width: 640, height: 480))
        let boxes = labels.pictures[1].boxes
        #expect(boxes.map(\.label) == ["car", "person", "person"])
        #expect(boxes.map(\.isIgnored) == [false, true, false] && boxes.map(\.track) == [nil, nil, 5])
        #expect(near(boxes[0].box, Box(x: 0.105, y: 0.1, width: 0.2, height: 0.2)))
        #expect(near(boxes[2].box, Box(x: 0.9, y: 0.8, width: 0.1, height: 0.2)))
        let again = try read(try COCOText.text(labels)).get()
        #expect(near(again, labels, within: 1e-5))
        #expect((try? JSONSerialization.jsonObject(with: Data(try COCOText.text(labels).utf8))) != nil)
    }

    @Test func `minified text with marks is read`() throws {
        let text = Self.street.replacing("\n", with: "").replacing(" ", with: "")
        #expect(try read("\u{FEFF}" + text).get() == read(Self.street).get())
    }

    @Test func `each mistake is told with its line`() throws {
        let text = """
            {"images": [
            {"id": 1, "file_name": "a.jpg", "width": 0, "height": 480},
            {"id": 2, "file_name": "b.jpg", "width": 640, "height": 480},
            {"id": 2, "file_name": "c.jpg", "width": 640, "height": 480},
            {"file_name": "d.jpg", "width": 640}, 7],
            "categories": [{"id": 1, "name": "car"}],
            "annotations": [
            {"id": 1, "image_id": 7, "category_id": 8, "bbox": [1, 1, 5, 5]},
            {"id": 2, "image_id": 2, "category_id": 1, "bbox": [1, 1, -5, 5]},
            {"id": 3, "image_id": 2, "category_id": 1, "bbox": [1, nan, 5, 5]},
            {"id": 4, "image_id": 2, "category_id": 1, "bbox": [700, 1, 5, 5]},
            {"id": 5, "image_id": 2, "category_id": 1, "bbox": null}]}
            """
        let missing = "is missing"
        #expect(
            try told(text) == """
                instances.json:2: images[0].width: a whole number from 1 to 100000 is needed, not '0'
                instances.json:4: images[2].id: the id '2' stands twice; ids are unique
                instances.json:5: images[3].id: \(missing)
                instances.json:5: images[3].height: \(missing)
                instances.json:5: images[4]: a mapping (key: value) is needed here, not '7'
                instances.json:8: annotations[0].image_id: there is no id '7' among the images
                instances.json:8: annotations[0].category_id: there is no id '8' among the categories
                instances.json:9: annotations[1].bbox: the width and the height of a box are above zero
                instances.json:10: annotations[2].bbox[1]: a number is needed here, not 'nan'
                instances.json:11: annotations[3].bbox: the box lies outside the picture of 640x480; check the picture's size
                instances.json:12: annotations[4].bbox: \(missing)
                """)
    }

    @Test(arguments: ["", "[]", "{}", "nonsense", "{\"images\": 5}", "\u{FEFF}"])
    func `what is no COCO is refused`(text: String) throws {
        let told = try told(text)
        #expect(told.hasPrefix("instances.json"))
    }

    @Test func `nesting without end is refused and does not trap`() throws {
        let told = try told("{\"images\": " + String(repeating: "[", count: 10_000))
        #expect(told.hasPrefix("instances.json:1: this is not YAML: "))
    }

    @Test func `a picture without a size cannot be written`() {
        let labels = BoxLabels(pictures: [PictureBoxes(picture: .file("a.jpg"))])
        #expect(
            LabelsTests.told { () throws(LabelFindings) in try COCOText.text(labels) }
                == "a.jpg: the size of 'a.jpg' is not known; give it in pixels")
    }
}
