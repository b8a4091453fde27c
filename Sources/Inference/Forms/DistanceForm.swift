import Foundation

/// PicoDet and NanoDet: for each stride a table of classes and one of distances to the four edges, each distance a
/// distribution over whole strides (Li et al., Generalized Focal Loss, 2020).
struct DistanceForm {
    private let grids: [StrideGrid]

    init(_ strides: [Int], _ input: (width: Int, height: Int)) { grids = strides.map { StrideGrid($0, input) } }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        var boxes: [PixelBox] = []
        for (level, grid) in grids.enumerated() {
            let classes = try outputs.tensor(level, [1, grid.count, -1])
            let edges = try outputs.tensor(grids.count + level, [1, grid.count, -1])
            let (width, bins) = (classes.shape[2], edges.shape[2] / 4)
            guard bins > 0, edges.shape[2] % 4 == 0 else {
                throw FormMismatch(index: grids.count + level, shape: edges.shape, wanted: "1 x \(grid.count) x 4n")
            }
            for cell in 0..<grid.count {
                let its = classes.values[cell * width..<(cell + 1) * width]
                guard let most = its.max(), most >= least else { continue }
                let (x, y) = (Float(cell % grid.columns) + 0.5, Float(cell / grid.columns) + 0.5)
                let reach = (0..<4).map { side in
                    distance(edges.values[(cell * 4 + side) * bins..<(cell * 4 + side + 1) * bins])
                }
                let stride = Float(grid.stride)
                for (label, score) in its.enumerated() where score >= least {
                    boxes.append(
                        PixelBox(
                            label: label, score: score, left: (x - reach[0]) * stride, top: (y - reach[1]) * stride,
                            right: (x + reach[2]) * stride, bottom: (y + reach[3]) * stride))
                }
            }
        }
        return boxes
    }

    /// The mean of a distribution that is given by its logarithms, in strides.
    private func distance(_ values: UnsafeBufferPointer<Float>.SubSequence) -> Float {
        let most = values.max() ?? 0
        var (sum, weighed): (Float, Float) = (0, 0)
        for (bin, value) in values.enumerated() {
            let share = exp(value - most)
            sum += share
            weighed += share * Float(bin)
        }
        return weighed / sum
    }
}
