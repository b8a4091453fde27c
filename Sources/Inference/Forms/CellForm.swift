/// A map for each class of how likely a cell shows it, 0..1: stuff without an outline, such as water.
struct CellForm {
    private let grid: StrideGrid

    init(_ stride: Int, _ input: (width: Int, height: Int)) { grid = StrideGrid(stride, input) }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        let likely = try outputs.tensor(0, [1, -1, grid.rows, grid.columns])
        let side = Float(grid.stride)
        var boxes: [PixelBox] = []
        for label in 0..<likely.shape[1] {
            for cell in 0..<grid.count {
                let score = likely.values[label * grid.count + cell]
                guard score >= least else { continue }
                let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
                boxes.append(
                    PixelBox(
                        label: label, score: score, left: Float(column) * side, top: Float(row) * side,
                        right: Float(column + 1) * side, bottom: Float(row + 1) * side))
            }
        }
        return boxes
    }
}
