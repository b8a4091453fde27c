import Foundation

/// YOLOX without its end: for each stride, coarsest first, maps of classes, boxes and things, the numbers of a cell together.
struct GridMapForm {
    private let grids: [StrideGrid]

    init(_ strides: [Int], _ input: (width: Int, height: Int)) {
        grids = strides.sorted(by: >).map { StrideGrid($0, input) }
    }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        var boxes: [PixelBox] = []
        for (level, grid) in grids.enumerated() {
            let classes = try outputs.tensor(3 * level, [1, grid.rows, grid.columns, -1])
            let places = try outputs.tensor(3 * level + 1, [1, grid.rows, grid.columns, 4])
            let things = try outputs.tensor(3 * level + 2, [1, grid.rows, grid.columns, 1])
            let (width, stride) = (classes.shape[3], Float(grid.stride))
            for cell in 0..<grid.count {
                let thing = likelihood(things.values[cell])
                guard thing >= least else { continue }
                let best = largest(classes.values[cell * width..<(cell + 1) * width])
                let score = thing * likelihood(best.value)
                guard score >= least else { continue }
                let its = Array(places.values[4 * cell..<4 * cell + 4])
                boxes.append(
                    PixelBox(
                        label: best.index, score: score,
                        middle: (
                            (its[0] + Float(cell % grid.columns)) * stride,
                            (its[1] + Float(cell / grid.columns)) * stride
                        ), width: exp(its[2]) * stride, height: exp(its[3]) * stride))
            }
        }
        return boxes
    }

    private func likelihood(_ value: Float) -> Float { 1 / (1 + exp(-value)) }
}
