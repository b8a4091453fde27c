/// SSD: rows of picture, class, score and edges; a picture below 0 ends them.
struct RowForm {
    private let input: (width: Int, height: Int)

    init(_ input: (width: Int, height: Int)) { self.input = input }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        let table = try outputs.tensor(0, [1, 1, -1, 7])
        let (width, height) = (Float(input.width), Float(input.height))
        var boxes: [PixelBox] = []
        for row in 0..<table.shape[2] {
            let its = Array(table.values[7 * row..<7 * row + 7])
            guard its[0] >= 0 else { break }
            guard its[2] >= least, let label = Int(exactly: its[1].rounded()) else { continue }
            boxes.append(
                PixelBox(
                    label: label, score: its[2], left: its[3] * width, top: its[4] * height, right: its[5] * width,
                    bottom: its[6] * height))
        }
        return boxes
    }
}
