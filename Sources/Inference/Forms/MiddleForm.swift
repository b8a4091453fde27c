import Foundation

/// Maps of how likely a thing's middle is here, one for each class and one for lorries, and of middle and size, at each stride
/// (Zhou et al., Objects as Points, 2019). A vehicle of which the map of lorries says so is a class of its own as well.
struct MiddleForm {
    private let grids: [StrideGrid]
    /// What the fine map finds larger than this, and the coarse one smaller, is the other's, in pixels of the input.
    private static let largestFine: Float = 150
    private static let smallestCoarse: Float = 110
    private static let vehicle = 1

    init(_ strides: [Int], _ input: (width: Int, height: Int)) { grids = strides.map { StrideGrid($0, input) } }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        var boxes: [PixelBox] = []
        for (level, grid) in grids.enumerated() {
            let heat = try outputs.tensor(2 * level, [1, -1, grid.rows, grid.columns])
            let classes = heat.shape[1] - 1
            let places = try outputs.tensor(2 * level + 1, [1, 4 * classes, grid.rows, grid.columns])
            for label in 0..<classes {
                for cell in peaks(heat, label, grid, atLeast: least) {
                    let box = box(places, label, cell, grid, score: heat.values[label * grid.count + cell])
                    guard belongs(box, level) else { continue }
                    boxes.append(box)
                    guard label == Self.vehicle else { continue }
                    let lorry = around(heat, classes, cell, grid)
                    if lorry >= least { boxes.append(box.of(classes, score: min(lorry, box.score))) }
                }
            }
        }
        return boxes
    }

    private func belongs(_ box: PixelBox, _ level: Int) -> Bool {
        guard grids.count > 1 else { return true }
        let size = box.area.squareRoot()
        return level == 0 ? size < Self.largestFine : size > Self.smallestCoarse
    }

    private func box(_ places: Tensor, _ label: Int, _ cell: Int, _ grid: StrideGrid, score: Float) -> PixelBox {
        func number(_ which: Int) -> Float { places.values[(4 * label + which) * grid.count + cell] }
        func size(_ which: Int) -> Float { exp(min(max(number(which), -2), 5)) }
        let (x, y, stride) = (Float(cell % grid.columns), Float(cell / grid.columns), Float(grid.stride))
        return PixelBox(
            label: label, score: score, middle: ((x + 0.5 + number(0)) * stride, (y + 0.5 + number(1)) * stride),
            width: size(2) * stride, height: size(3) * stride)
    }

    /// Cells that none of their eight neighbours exceeds.
    private func peaks(_ heat: Tensor, _ label: Int, _ grid: StrideGrid, atLeast least: Float) -> [Int] {
        (0..<grid.count).filter { cell in
            let value = heat.values[label * grid.count + cell]
            return value > least && value >= around(heat, label, cell, grid)
        }
    }

    /// The most of a cell and its neighbours.
    private func around(_ heat: Tensor, _ label: Int, _ cell: Int, _ grid: StrideGrid) -> Float {
        let (x, y) = (cell % grid.columns, cell / grid.columns)
        var most = -Float.infinity
        for row in max(y - 1, 0)...min(y + 1, grid.rows - 1) {
            for column in max(x - 1, 0)...min(x + 1, grid.columns - 1) {
                most = max(most, heat.values[label * grid.count + row * grid.columns + column])
            }
        }
        return most
    }
}

extension PixelBox {
    fileprivate func of(_ label: Int, score: Float) -> PixelBox {
        PixelBox(label: label, score: score, left: left, top: top, right: right, bottom: bottom)
    }
}
