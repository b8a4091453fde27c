import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct MOTTests {
    private let size: PixelSize

    init() throws { size = try #require(PixelSize(width: 1920, height: 1080)) }

    private func told(_ text: String) -> String {
        LabelsTests.told { [size] () throws(LabelFindings) in try MOTTable.boxes(text, size: size, file: "gt.txt") }
    }

    @Test func `a table of the challenge is read`() throws {
        let text = """
            2,3,912,484,96,108,1,1,1\r
            1,3,910.5,484,96,108,1,1,0.5\r
            1,-1,-10,0,20,10,0,3,1\r
            3, 4, 0, 0, 10, 10, 0.9, -1, -1, -1\r

            """
        let labels = try MOTTable.boxes(text, size: size, file: "gt.txt")
        #expect(labels.pictures.map(\.picture) == [.frame(0), .frame(1), .frame(2)])
        #expect(labels.pictures.allSatisfy { $0.size == size })
        let first = labels.pictures[0].boxes
        #expect(first.map(\.label) == ["pedestrian", "car"])
        #expect(first.map(\.track) == [3, nil])
        #expect(first.map(\.isIgnored) == [false, true])
        #expect(near(first[0].box, Box(x: 910.5 / 1920, y: 484.0 / 1080, width: 0.05, height: 0.1)))
        #expect(near(first[1].box, Box(x: 0, y: 0, width: 10.0 / 1920, height: 10.0 / 1080)))
        #expect(labels.pictures[2].boxes.map(\.label) == ["pedestrian"])
    }

    @Test func `what is written is read again`() throws {
        let text = "frame,id,left\n1,3,910.5,484,96,108,1,1,1\n8,3,912.123,484,96,108,0,2,1\n"
        let labels = try MOTTable.boxes(text, size: size, names: ["人", "car"], file: "gt.txt")
        let written = try MOTTable.text(labels)
        #expect(written == "1,3,910.5,484,96,108,1,1,1\n8,3,912.123,484,96,108,0,2,1\n")
        let folder = try Folder()
        let names = try folder.write("labels.txt", YOLOText.namesText(labels.names))
        let again = try BoxFiles.mot(try folder.write("gt.txt", written), size: size, names: names)
        #expect(near(again, labels, within: 1e-6))
    }

    @Test(arguments: [
        "1,2,3", "0,1,1,1,5,5", "1.5,1,1,1,5,5", "1,x,1,1,5,5", "1,1,nan,1,5,5", "1,1,inf,1,5,5", "1,,1,1,5,5",
        "1e300,1,1,1,5,5", "1,99999999999,1,1,5,5", "9999999999,1,1,1,5,5", "1,1,1,1,1,1,1,1,1,1,1",
    ])
    func `a line that is no row is refused`(line: String) {
        #expect(
            told("1,1,1,1,5,5\n\n\(line)\n")
                == "gt.txt:3: a line is 'frame,id,left,top,width,height,conf,class,visibility': 6 to 10 numbers, frames "
                + "from 1, not '\(line)'")
    }

    @Test func `boxes and classes that cannot be are refused`() {
        #expect(told("1,1,1,1,-5,5") == "gt.txt:1: the width and the height of a box are above zero")
        let outside = "the box lies outside the picture of 1920x1080; check the picture's size"
        #expect(told("1,1,1920,1,5,5") == "gt.txt:1: \(outside)")
        #expect(told("1,1,1e308,1e308,1e308,1e308") == "gt.txt:1: \(outside)")
        #expect(told("1,1,1,1,5,5,1,13,1") == "gt.txt:1: the class 13 has no name; classes are 1 to 12")
        #expect(told("1,1,1,1,5,5,1,1e99,1") == "gt.txt:1: the class 1e+99 has no name; classes are 1 to 12")
        #expect(told("1,1,-1e308,-1e308,1.7e308,1.7e308") == "none")
        #expect(told("") == "none")
    }

    @Test func `frames become moments of a clip, and frames again`() throws {
        let labels = try MOTTable.boxes("1,3,0,0,96,108,1,1,1\n31,3,0,0,96,108,1,1,1\n", size: size, file: "gt.txt")
        let moments = try labels.moments(framesPerSecond: 29.97, file: "gt.txt")
        #expect(moments.map(\.time.microseconds) == [0, 1_001_001])
        #expect(moments.map(\.box.track) == [3, 3])
        let again = try #require(BoxLabels(moments: moments, framesPerSecond: 29.97, size: size))
        #expect(again.pictures == labels.pictures)
        #expect(
            LabelsTests.told { () throws(LabelFindings) in try labels.moments(framesPerSecond: .nan, file: "gt.txt") }
                == "gt.txt: a video has 0.01 to 1000 frames a second, not nan")
        #expect(BoxLabels(moments: moments, framesPerSecond: 0, size: size) == nil)
    }

    @Test func `a table becomes labels of a clip, a file, and the table again`() throws {
        let text = "1,3,910.5,484,96,108,1,1,1\n26,-1,0,0,96,108,0,3,1\n"
        let labels = try MOTTable.boxes(text, size: size, file: "gt.txt")
        let clip = ClipLabels(video: "a.mp4", boxes: try labels.moments(framesPerSecond: 25, file: "gt.txt"))
        let folder = try Folder()
        try folder.write("a.mp4")
        let file = try folder.write("a.json", clip.json)
        #expect(folder.findings().lines == [])
        let read = try #require(DatasetFolder.read(file).dataset.clips.first).labels
        #expect(read.boxes.map(\.time.seconds) == [0, 1])
        let again = try #require(BoxLabels(moments: read.boxes, framesPerSecond: 25, size: size))
        #expect(again.pictures.map(\.picture) == labels.pictures.map(\.picture))
        #expect(
            zip(again.pictures, labels.pictures).allSatisfy { near($0.boxes[0].box, $1.boxes[0].box, within: 1e-6) })
        #expect(again.pictures.map { $0.boxes[0].track } == [3, nil])
        #expect(again.pictures.map { $0.boxes[0].isIgnored } == [false, true])
    }

    @Test func `only frames whose size is known can be written`() {
        let labels = BoxLabels(pictures: [
            PictureBoxes(picture: .file("street.jpg"), size: size), PictureBoxes(picture: .file("x/frame_000012.PNG")),
        ])
        #expect(
            LabelsTests.told { () throws(LabelFindings) in try MOTTable.text(labels) } == """
                street.jpg: 'street.jpg' is no frame of a video; such a name is frame_000012.png
                x/frame_000012.PNG: the size of 'x/frame_000012.PNG' is not known; give it in pixels
                """)
    }
}
