/// Of boxes of one thing only the surest is kept (non-maximum suppression), class by class.
package enum Suppression {
    /// - Parameters:
    ///   - most: so many are kept at most, over all classes.
    ///   - overlap: what covers more than this of a surer box of its class, as intersection over union, is of the same thing.
    /// - Returns: the surest first; among equals in the order given.
    package static func kept(_ boxes: [PixelBox], overlap most: Float, atMost count: Int) -> [PixelBox] {
        let order = boxes.indices.sorted { (boxes[$1].score, $0) < (boxes[$0].score, $1) }
        var kept: [PixelBox] = []
        var byLabel: [Int: [PixelBox]] = [:]
        for index in order where kept.count < count {
            let box = boxes[index]
            if byLabel[box.label, default: []].contains(where: { $0.overlap(box) > most }) { continue }
            byLabel[box.label, default: []].append(box)
            kept.append(box)
        }
        return kept
    }
}
