import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct YOLOTests {
    private static let names = ["person", "car"]

    @Test func `a picture's text is read`() throws {
        let boxes = try YOLOText.boxes(
            "\u{FEFF}1 0.5 0.25 0.2 0.1\r\n\r\n0\t0.95 0.5  0.2 1\r\n", names: Self.names, file: "a.txt")
        #expect(boxes.map(\.label) == ["car", "person"])
        #expect(near(boxes[0].box, Box(x: 0.4, y: 0.2, width: 0.2, height: 0.1)))
        // What hangs over the edge is cut off.
        #expect(near(boxes[1].box, Box(x: 0.85, y: 0, width: 0.15, height: 1)))
        #expect(try YOLOText.boxes("", names: Self.names, file: "a.txt") == [])
    }

    @Test(arguments: [
        "2 0.5 0.5 0.1 0.1", "-1 0.5 0.5 0.1 0.1", "car 0.5 0.5 0.1 0.1", "0 0.5 0.5 0.1", "0 0.1 0.1 0.2 0.2 0.3 0.3",
        "0 nan 0.5 0.1 0.1", "0 inf 0.5 0.1 0.1", "0 1e300 0.5 0.1 0.1", "0 320 240 64 48", "0 0.5 0.5 -0.1 0.1",
        "0 0x1p-1 0.5 0.1 0.1", "1e99 0.5 0.5 0.1 0.1",
    ])
    func `a line that is no box is refused`(line: String) {
        let told = told { () throws(LabelFindings) in
            try YOLOText.boxes("0 0.5 0.5 0.1 0.1\n\(line)\n", names: Self.names, file: "a.txt")
        }
        let expected =
            line.contains("-0.1")
            ? "the width and the height of a box are above zero"
            : "a line is 'class x y width height', the class 0 to 1, the others numbers from 0 to 1, not '\(line)'"
        #expect(told == "a.txt:2: \(expected)")
    }

    @Test func `a folder is read with its pictures and names, and written again`() throws {
        let folder = try Folder()
        try folder.write("images/b.JPG")
        try folder.write("labels/a.txt", "")
        try folder.write("labels/b.txt", "1 0.5 0.5 0.333333 0.1\n0 0.123457 0.5 0.1 0.9\n")
        let names = try folder.write("labels/classes.txt", "person\n car \r\n")
        let labels = try BoxFiles.yolo(folder.url.appending(path: "labels").path, names: names)
        #expect(labels.names == Self.names)
        #expect(labels.pictures.map(\.picture) == [.file("a"), .file("b.JPG")])
        #expect(labels.pictures.map { YOLOText.fileName(of: $0.picture) } == ["a.txt", "b.txt"])
        #expect(
            labels.pictures.map { YOLOText.text($0.boxes, names: labels.names) } == [
                "", "1 0.5 0.5 0.333333 0.1\n0 0.123457 0.5 0.1 0.9\n",
            ])
        #expect(YOLOText.namesText(labels.names) == "person\ncar\n")
        for text in ["names: [person, car]\nnc: 2\n", "path: x\nnames:\n  0: person\n  1: car\n"] {
            let yaml = try folder.write("data.yaml", text)
            #expect(
                try BoxFiles.yolo(folder.url.appending(path: "labels").path, names: yaml).names.prefix(2) == [
                    "person", "car",
                ])
        }
    }

    @Test func `all broken files of a folder are told at once`() throws {
        let folder = try Folder()
        try folder.write("a.txt", "x\n")
        try folder.write("b.txt", "0 0.5 0.5 0 0.1\n")
        let names = try folder.write("names.list", "person\n")
        let told = told { () throws(LabelFindings) in try BoxFiles.yolo(folder.path, names: names) }
        #expect(
            told == """
                a.txt:1: a line is 'class x y width height', the class 0 to 0, the others numbers from 0 to 1, not 'x'
                b.txt:1: the width and the height of a box are above zero
                """)
    }

    @Test func `names that are none are refused`() throws {
        let folder = try Folder()
        func names(_ file: String, _ text: String) throws -> String {
            let path = try folder.write(file, text)
            return told { () throws(LabelFindings) in try BoxFiles.yolo(folder.path, names: path) }
        }
        #expect(try names("n.list", " \n") == "n.list: there is no name of a class; write one on each line")
        let needed = "names is a list of the classes' names, or a mapping from their numbers, from 0, to them"
        #expect(try names("n.yaml", "x: 1\nnames: {0: a, 2: b}") == "n.yaml:2: names: \(needed)")
        #expect(try names("n.yaml", "names: 5") == "n.yaml:1: names: \(needed)")
        #expect(try names("n.yaml", "x: 5") == "n.yaml:1: names: is missing")
    }

    @Test func `ignored boxes are left out`() {
        let box = LabelledBox(box: Box(x: 0, y: 0, width: 1, height: 1), label: "car", isIgnored: true)
        #expect(YOLOText.text([box], names: ["car"]) == "")
    }
}

/// Whether two boxes are the same within what rounding does.
func near(_ left: Box, _ right: Box, within slack: Double = 1e-9) -> Bool {
    [(left.x, right.x), (left.y, right.y), (left.width, right.width), (left.height, right.height)]
        .allSatisfy { abs($0 - $1) <= slack }
}

/// Whether two sets of boxes are the same but for rounding.
func near(_ left: BoxLabels, _ right: BoxLabels, within slack: Double) -> Bool {
    guard left.names == right.names, left.pictures.count == right.pictures.count else { return false }
    return zip(left.pictures, right.pictures).allSatisfy { a, b in
        a.picture == b.picture && a.size == b.size && a.boxes.count == b.boxes.count
            && zip(a.boxes, b.boxes).allSatisfy {
                $0.label == $1.label && $0.track == $1.track && $0.isIgnored == $1.isIgnored
                    && near($0.box, $1.box, within: slack)
            }
    }
}
