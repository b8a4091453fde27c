/// One number for each class of how likely the input shows it, 0..1; the input is the box.
struct ClassForm {
    private let input: (width: Int, height: Int)

    init(_ input: (width: Int, height: Int)) { self.input = input }

    func boxes(in outputs: [Tensor]) throws(FormMismatch) -> [PixelBox] {
        let likely = try outputs.tensor(0, [1, -1])
        return likely.values.indices.map { label in
            PixelBox(
                label: label, score: likely.values[label], left: 0, top: 0, right: Float(input.width),
                bottom: Float(input.height))
        }
    }
}
