/// One number for each class of how likely the input shows it, 0..1; the input is the box.
struct ClassForm {
    private let input: (width: Int, height: Int)

    init(_ input: (width: Int, height: Int)) { self.input = input }

    func boxes(in outputs: [Tensor], atLeast least: Float) throws(FormMismatch) -> [PixelBox] {
        let likely = try outputs.tensor(0, [1, -1])
        return likely.values.indices.compactMap { label in
            let score = likely.values[label]
            guard score >= least else { return nil }
            return PixelBox(
                label: label, score: score, left: 0, top: 0, right: Float(input.width), bottom: Float(input.height))
        }
    }
}
