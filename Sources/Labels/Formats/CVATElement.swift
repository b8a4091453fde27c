import Media

/// An element of a CVAT file whose attributes are read one by one: what is none is noted with the element's line.
struct CVATElement {
    let name: String
    let attributes: [String: String]
    let file: String
    /// From 1, where its first tag ends.
    let line: Int

    func note(_ problem: @autoclosure () -> Words, in findings: inout LabelFindings) {
        findings.note(file: file, line: line, problem: problem())
    }

    func name(_ key: String, in findings: inout LabelFindings) -> String? {
        if let name = attributes[key], !name.isEmpty { return name }
        note(ImportWords.attributeNeeded(key, ImportWords.aName, attributes[key]), in: &findings)
        return nil
    }

    func whole(
        _ key: String, within range: ClosedRange<Int>, _ expected: Words, in findings: inout LabelFindings
    ) -> Int? {
        if let text = attributes[key], let number = Int(written: text, in: range) { return number }
        note(ImportWords.attributeNeeded(key, expected, attributes[key]), in: &findings)
        return nil
    }

    /// `width` and `height`.
    func size(in findings: inout LabelFindings) -> PixelSize? {
        let width = whole("width", within: PixelSize.sides, ImportWords.aSide, in: &findings)
        let height = whole("height", within: PixelSize.sides, ImportWords.aSide, in: &findings)
        guard let width, let height else { return nil }
        return PixelSize(width: width, height: height)
    }

    /// The pixels of a box, which may lie outside its picture; turned boxes are refused.
    func pixels(in findings: inout LabelFindings) -> Box? {
        let corners = ["xtl", "ytl", "xbr", "ybr"].compactMap { key -> Double? in
            if let text = attributes[key], let place = Double(written: text) { return place }
            note(ImportWords.attributeNeeded(key, ImportWords.aPlace, attributes[key]), in: &findings)
            return nil
        }
        if let rotation = attributes["rotation"], Double(written: rotation) != 0 {
            note(ImportWords.turned, in: &findings)
            return nil
        }
        guard corners.count == 4 else { return nil }
        return Box(x: corners[0], y: corners[1], width: corners[2] - corners[0], height: corners[3] - corners[1])
    }
}
