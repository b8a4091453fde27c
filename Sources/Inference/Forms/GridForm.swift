import Foundation

/// YOLOX with its end: cells of all strides in one table, each with middle, size, thing and classes.
struct GridForm {
    private let grids: [StrideGrid]

    init(_ strides: [Int], _ input: (width: Int, height: Int)) { grids = strides.map { StrideGrid($0, input) } }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        let cells = grids.map(\.count).reduce(0, +)
        let table = try outputs.tensor(0, [1, cells, -1])
        let width = table.shape[2]
        guard width > 5 else { throw FormMismatch(index: 0, shape: table.shape, wanted: "1 x \(cells) x 6") }
        var boxes: [PixelBox] = []
        var cell = 0
        for grid in grids {
            let stride = Float(grid.stride)
            for row in 0..<grid.rows {
                for column in 0..<grid.columns {
                    defer { cell += 1 }
                    let at = cell * width
                    let thing = table.values[at + 4]
                    guard thing >= least else { continue }
                    let best = largest(table.values[at + 5..<at + width])
                    let score = thing * best.value
                    guard score >= least else { continue }
                    boxes.append(
                        PixelBox(
                            label: best.index, score: score,
                            middle: (
                                (table.values[at] + Float(column)) * stride,
                                (table.values[at + 1] + Float(row)) * stride
                            ), width: exp(table.values[at + 2]) * stride, height: exp(table.values[at + 3]) * stride))
                }
            }
        }
        return boxes
    }
}
