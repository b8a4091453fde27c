import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct CVATTests {
    private static let video = """
        <?xml version="1.0" encoding="utf-8"?>
        <annotations>
          <version>1.1</version>
          <meta>
            <task>
              <id>12</id>
              <name>gate</name>
              <labels>
                <label><name>person</name><color>#c06060</color><attributes></attributes></label>
                <label>
                  <name>car</name>
                  <attributes><attribute><name>parked</name></attribute></attributes>
                </label>
              </labels>
              <original_size>
                <width>640</width>
                <height>480</height>
              </original_size>
            </task>
          </meta>
          <track id="0" label="car" source="manual">
            <box frame="0" keyframe="1" outside="0" occluded="0" xtl="64.00" ytl="48.00" xbr="128.00" ybr="96.00" z_order="0">
              <attribute name="parked">true</attribute>
            </box>
            <box frame="1" keyframe="0" outside="0" occluded="1" xtl="70.40" ytl="48.00" xbr="134.40" ybr="96.00" z_order="0">
            </box>
            <box frame="2" keyframe="1" outside="1" occluded="0" xtl="70.40" ytl="48.00" xbr="134.40" ybr="96.00" z_order="0">
            </box>
          </track>
          <track id="1" label="person" source="manual">
            <box frame="1" keyframe="1" outside="0" occluded="0" xtl="-5.00" ytl="0.00" xbr="32.00" ybr="48.00" rotation="0.0"/>
          </track>
        </annotations>
        """

    private static let images = """
        <annotations>
          <image id="0" name="a &amp; b.jpg" width="100" height="50">
            <box label="car" source="manual" occluded="0" xtl="10.00" ytl="5.00" xbr="20.00" ybr="10.00" z_order="0"/>
            <tag label="night" source="manual"/>
          </image>
          <image id="1" name="c.jpg" width="100" height="50">
          </image>
        </annotations>
        """

    private func told(_ text: String, size: PixelSize? = nil) -> String {
        LabelsTests.told { () throws(LabelFindings) in try CVATFile.boxes(text, size: size, file: "a.xml") }
    }

    private func track(_ inside: String, attributes: String = #"id="0" label="car""#) -> String {
        "<annotations>\n<track \(attributes)>\n\(inside)\n</track>\n</annotations>"
    }

    @Test func `the export of a video is read and written again`() throws {
        let folder = try Folder()
        let labels = try BoxFiles.cvat(try folder.write("a.xml", Self.video))
        #expect(labels.names == ["person", "car"])
        #expect(labels.pictures.map(\.picture) == [.frame(0), .frame(1)])
        #expect(labels.pictures.map { $0.boxes.map(\.label) } == [["car"], ["car", "person"]])
        #expect(labels.pictures[1].boxes.map(\.track) == [0, 1])
        #expect(near(labels.pictures[0].boxes[0].box, Box(x: 0.1, y: 0.1, width: 0.1, height: 0.1)))
        #expect(near(labels.pictures[1].boxes[1].box, Box(x: 0, y: 0, width: 0.05, height: 0.1)))
        let written = try CVATText.text(labels)
        #expect(written.contains(#"<box frame="2" keyframe="1" outside="1" occluded="0" xtl="70.4" "#))
        #expect(near(try CVATFile.boxes(written, file: "b.xml"), labels, within: 1e-4))
    }

    @Test func `the export of pictures is read and written again`() throws {
        let labels = try CVATFile.boxes("\u{FEFF}" + Self.images.replacing("\n", with: "\r\n"), file: "a.xml")
        #expect(labels.names == ["car"])
        #expect(labels.pictures.map(\.picture) == [.file("a & b.jpg"), .file("c.jpg")])
        #expect(near(labels.pictures[0].boxes[0].box, Box(x: 0.1, y: 0.1, width: 0.1, height: 0.1)))
        #expect(labels.pictures[1].boxes == [])
        #expect(near(try CVATFile.boxes(try CVATText.text(labels), file: "b.xml"), labels, within: 1e-4))
    }

    @Test func `a box that is not followed becomes a track that no other has`() throws {
        let box = Box(x: 0, y: 0, width: 0.5, height: 0.5)
        let size = PixelSize(width: 10, height: 10)
        let labels = BoxLabels(pictures: [
            PictureBoxes(
                picture: .frame(3), size: size,
                boxes: [
                    LabelledBox(box: box, label: "<\"人\">", track: 0), LabelledBox(box: box, label: "car"),
                    LabelledBox(box: box, label: "car", isIgnored: true),
                ])
        ])
        let again = try CVATFile.boxes(try CVATText.text(labels), file: "a.xml")
        #expect(again.pictures.first?.boxes.map(\.track) == [0, 1])
        #expect(again.pictures.first?.boxes.map(\.label) == ["<\"人\">", "car"])
    }

    @Test func `an export above 10 MB is read`() throws {
        let box = "<box label=\"car\" xtl=\"1\" ytl=\"1\" xbr=\"5\" ybr=\"5\"/>"
        let filling = String(repeating: "<!--" + String(repeating: "x", count: 1000) + "-->\n", count: 11_000)
        let text = Self.images.replacing("<tag", with: "\(filling)\(box)<tag")
        #expect(text.utf8.count > 11_000_000)
        #expect(try CVATFile.boxes(text, file: "a.xml").pictures.first?.boxes.count == 2)
    }

    @Test func `an export that was cut off is refused at any place`() {
        for length in stride(from: 1, to: Self.video.count - 1, by: 97) {
            let told = told(String(Self.video.prefix(length)))
            #expect(told.contains("this is not well-formed XML"), "\(length): \(told)")
        }
    }

    @Test func `a video whose size is not said needs it given`() throws {
        let text = track(#"<box frame="3" outside="0" xtl="1" ytl="1" xbr="5" ybr="5"/>"#)
        #expect(told(text) == "a.xml: the size of 'original_size' is not known; give it in pixels")
        #expect(told(text, size: PixelSize(width: 10, height: 10)) == "none")
        #expect(told(text, size: PixelSize(width: 1, height: 1)).hasPrefix("a.xml:3: the box lies outside the picture"))
    }

    @Test func `each mistake is told with its line`() {
        let inside = """
            <box frame="-1" outside="0" xtl="1" ytl="1" xbr="5" ybr="5"/>
            <box frame="1" outside="2" xtl="1" ytl="1" xbr="5" ybr="5"/>
            <box frame="1" outside="0" xtl="nan" xbr="inf" ybr="5"/>
            <box frame="1" outside="0" xtl="5" ytl="1" xbr="1" ybr="5"/>
            <box frame="1" outside="0" xtl="1" ytl="1" xbr="5" ybr="5" rotation="12.5"/>
            <polygon frame="1" outside="0" points="1,1;2,2;3,3"/>
            """
        #expect(
            told(track(inside), size: PixelSize(width: 10, height: 10)) == """
                a.xml:3: frame is the number of a frame, from 0, not '-1'
                a.xml:4: outside is 0 or 1, not '2'
                a.xml:5: xtl is a number of pixels, not 'nan'
                a.xml:5: ytl is a number of pixels; it is missing
                a.xml:5: xbr is a number of pixels, not 'inf'
                a.xml:7: a turned box (rotation) is not taken over; make it upright in CVAT
                a.xml:8: only boxes are taken over, not a 'polygon'; change it into a box in CVAT, or remove it
                a.xml:6: the width and the height of a box are above zero
                """)
        #expect(
            told(track("", attributes: "id=\"x\"")) == """
                a.xml:2: id is a number from 0, not 'x'
                a.xml:2: label is a name; it is missing
                """)
        #expect(
            told("<annotations>\n<box/>\n<image name=\"a\" width=\"0\"/>\n</annotations>") == """
                a.xml:2: a box stands within a <track> or an <image>
                a.xml:3: width is 1 to 100000 pixels, not '0'
                a.xml:3: height is 1 to 100000 pixels; it is missing
                """)
    }

    @Test(arguments: [
        ("", "a.xml: the file is empty"), ("\u{FEFF} \r\n", "a.xml: the file is empty"),
        (
            "<opencv_storage>\n</opencv_storage>",
            "a.xml:1: the outermost element is CVAT's <annotations>, not 'opencv_storage'"
        ),
        (
            "<annotations>\n<image>\n</annotations>",
            """
            a.xml:2: name is a name; it is missing
            a.xml:2: width is 1 to 100000 pixels; it is missing
            a.xml:2: height is 1 to 100000 pixels; it is missing
            a.xml:3: this is not well-formed XML; <annotations> as CVAT exports them are needed
            """
        ),
        ("hello", "a.xml:1: this is not well-formed XML; <annotations> as CVAT exports them are needed"),
        (
            "<!DOCTYPE x [<!ENTITY a \"b\">]>\n<annotations/>",
            "a.xml: the file has a DOCTYPE; CVAT writes none, remove it"
        ),
        (
            "<annotations>\n" + String(repeating: "<a>\n", count: 10_000),
            "a.xml:33: elements stand in each other more than 32 deep; CVAT's do not"
        ),
    ])
    func `a file that is no export is refused`(text: String, message: String) {
        #expect(told(text) == message)
    }

    @Test func `what is wrong is told in Chinese as well`() {
        do throws(LabelFindings) {
            _ = try CVATFile.boxes(track("<points/>"), file: "a.xml")
            Issue.record("it was taken")
        } catch {
            #expect(error.lines.map(\.zh) == ["a.xml:3: 只能导入框（box），而不是 'points'；请在 CVAT 中转换或删除"])
        }
    }
}
