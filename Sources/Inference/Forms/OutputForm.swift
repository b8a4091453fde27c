/// How the numbers that a network gives are read as boxes.
package enum OutputForm: Hashable, Sendable {
    /// One table: middle and size relative to a grid, whether there is a thing, and of which class (YOLOX). Scores are 0..1.
    case grid(strides: [Int])
    /// For each stride a table of classes, then for each a table of four distributions over distances to the edges
    /// (PicoDet, NanoDet). Scores are 0..1.
    case distances(strides: [Int])
    /// Rows of seven: picture, class, score, and the edges as shares of the picture (SSD).
    case rows
    /// For each stride, coarsest first, three maps: classes, boxes, whether there is a thing; of a grid, not yet 0..1, the
    /// classes last (YOLOX without its end).
    case gridMaps(strides: [Int])
    /// Maps of how likely a thing's middle is here, and of its box; a class more says how likely it is a lorry.
    case middles(strides: [Int])
    /// A map of how likely each cell of one stride shows each class; a cell is a box.
    case cells(strides: [Int])
    /// How likely the whole input shows each class; each is told, however unlikely: a no is an answer, too.
    case classes
    /// Maps for heads of our own; there are no boxes in them.
    case maps

    package var needsStrides: Bool {
        switch self {
        case .grid, .distances, .gridMaps, .middles, .cells: true
        case .rows, .classes, .maps: false
        }
    }
}

extension OutputForm {
    /// Every box of at least this score, before what is of one thing is joined.
    ///
    /// - Parameters:
    ///   - input: the columns and rows of the network's input.
    ///   - least: above 0.
    /// - Throws: the tensors have other shapes.
    package func boxes(
        in outputs: [Tensor], input: (width: Int, height: Int), atLeast least: Float
    ) throws(FormMismatch) -> [PixelBox] {
        switch self {
        case .grid(let strides): try GridForm(strides, input).boxes(in: outputs, atLeast: least)
        case .distances(let strides): try DistanceForm(strides, input).boxes(in: outputs, atLeast: least)
        case .rows: try RowForm(input).boxes(in: outputs, atLeast: least)
        case .gridMaps(let strides): try GridMapForm(strides, input).boxes(in: outputs, atLeast: least)
        case .middles(let strides): try MiddleForm(strides, input).boxes(in: outputs, atLeast: least)
        case .cells(let strides): try CellForm(strides[0], input).boxes(in: outputs, atLeast: least)
        case .classes: try ClassForm(input).boxes(in: outputs)
        case .maps: []
        }
    }
}

/// A tensor has another shape than its form says.
package struct FormMismatch: Error, Hashable, Sendable {
    package let index: Int
    package let shape: [Int]
    package let wanted: String

    package init(index: Int, shape: [Int], wanted: String) {
        (self.index, self.shape, self.wanted) = (index, shape, wanted)
    }
}

extension [Tensor] {
    /// One of them, where it has the sizes wanted; -1 is any.
    func tensor(_ index: Int, _ wanted: [Int]) throws(FormMismatch) -> Tensor {
        let text = wanted.map { $0 < 0 ? "n" : "\($0)" }.joined(separator: " x ")
        guard indices.contains(index) else { throw FormMismatch(index: index, shape: [], wanted: text) }
        let shape = self[index].shape
        guard shape.count == wanted.count, zip(shape, wanted).allSatisfy({ $1 < 0 ? $0 > 0 : $0 == $1 }) else {
            throw FormMismatch(index: index, shape: shape, wanted: text)
        }
        return self[index]
    }
}

/// The cells of a network's input at one stride; those at the edges may reach beyond.
struct StrideGrid {
    let stride: Int
    let columns: Int
    let rows: Int

    init(_ stride: Int, _ input: (width: Int, height: Int)) {
        self.stride = stride
        (columns, rows) = ((input.width + stride - 1) / stride, (input.height + stride - 1) / stride)
    }

    var count: Int { columns * rows }
}

/// Of some numbers the largest, and where it is.
func largest(_ values: UnsafeBufferPointer<Float>.SubSequence) -> (index: Int, value: Float) {
    var best = (index: 0, value: -Float.infinity)
    for (index, value) in values.enumerated() where value > best.value { best = (index, value) }
    return best
}
