import Inference
import Testing

/// What networks say, read by hand.
@Suite struct FormTests {
    private let input = (width: 64, height: 32)

    @Test func `a grid's cell tells middle and size in strides`() throws {
        // Strides 16 and 32: 4 x 2 and 2 x 1 cells, of two classes.
        var table = [Float](repeating: 0, count: 10 * 7)
        // Cell (1, 1) of stride 16: the sixth.
        table.replaceSubrange(5 * 7..<6 * 7, with: [0.5, 0.25, 0, 1, 0.9, 0.2, 0.8])
        // Cell (1, 0) of stride 32: the last.
        table.replaceSubrange(9 * 7..<10 * 7, with: [0, 0.5, 0, 0, 0.6, 1, 0])
        let boxes = try boxes(.grid(strides: [16, 32]), [(table, [1, 10, 7])], atLeast: 0.3)
        #expect(boxes.count == 2)
        #expect(boxes[0].label == 1 && boxes[0].isNear(0.72, 16, -1.75, 32, 41.75))
        #expect(boxes[1].label == 0 && boxes[1].isNear(0.6, 16, 0, 48, 32))
    }

    @Test func `distances are means of distributions`() throws {
        // Stride 32: two cells, one class, three bins an edge.
        let flat: [Float] = [0, 0, 0]
        let second: [Float] = [-100, -100, 0]
        let edges = flat + flat + flat + flat + flat + flat + second + flat
        let boxes = try boxes(
            .distances(strides: [32]), [([0.2, 0.9], [1, 2, 1]), (edges, [1, 2, 12])], atLeast: 0.3)
        // The second cell's middle is 48, 16; the right edge is two strides away, the others one.
        #expect(boxes.count == 1 && boxes[0].isNear(0.9, 16, -16, 112, 48))
    }

    @Test func `classes are told of the whole input`() throws {
        let boxes = try boxes(.classes, [([0.2, 0.9, 0.4], [1, 3])], atLeast: 0.3)
        #expect(boxes.map(\.label) == [0, 1, 2] && boxes[1].isNear(0.9, 0, 0, 64, 32))
        #expect(throws: FormMismatch.self) { try self.boxes(.classes, [([0.2, 0.9], [2])], atLeast: 0.3) }
    }

    @Test func `rows end where a picture is below 0`() throws {
        let rows: [Float] = [
            0, 2, 0.9, 0.25, 0.5, 0.5, 1,
            0, 1, 0.1, 0, 0, 1, 1,
            -1, 1, 0.9, 0, 0, 1, 1,
        ]
        let boxes = try boxes(.rows, [(rows, [1, 1, 3, 7])], atLeast: 0.3)
        #expect(boxes.count == 1 && boxes[0].label == 2 && boxes[0].isNear(0.9, 16, 16, 32, 32))
    }

    @Test func `maps of a grid hold logarithms of chances`() throws {
        // One cell of stride 32 by two, two classes.
        let classes: [Float] = [-9, -9, 0, 9]
        let places: [Float] = [0, 0, 0, 0, 0.5, 0.5, 0, 0]
        let boxes = try boxes(
            .gridMaps(strides: [32]),
            [(classes, [1, 1, 2, 2]), (places, [1, 1, 2, 4]), ([-9, 0], [1, 1, 2, 1])], atLeast: 0.3)
        #expect(boxes.count == 1 && boxes[0].label == 1 && boxes[0].isNear(0.49994, 32, 0, 64, 32))
    }

    @Test func `a middle is a cell that no neighbour exceeds, and a lorry is told beside its vehicle`() throws {
        // Stride 16: 4 x 2 cells; person, vehicle, and lorry.
        var heat = [Float](repeating: 0, count: 3 * 8)
        heat[1] = 0.9
        heat[2] = 0.8
        heat[8 + 7] = 0.7
        heat[16 + 6] = 0.5
        let boxes = try boxes(
            .middles(strides: [16]), [(heat, [1, 3, 2, 4]), ([Float](repeating: 0, count: 8 * 8), [1, 8, 2, 4])],
            atLeast: 0.3)
        #expect(boxes.map(\.label) == [0, 1, 2])
        #expect(boxes[0].isNear(0.9, 16, 0, 32, 16) && boxes[1].isNear(0.7, 48, 16, 64, 32))
        #expect(boxes[2].isNear(0.5, 48, 16, 64, 32))
    }

    @Test func `another shape is refused with what was wanted`() {
        let wrong = [([Float](repeating: 0, count: 14), [1, 2, 7])]
        #expect(throws: FormMismatch(index: 0, shape: [1, 2, 7], wanted: "1 x 10 x n")) {
            try boxes(.grid(strides: [16, 32]), wrong, atLeast: 0.3)
        }
        #expect(throws: FormMismatch(index: 1, shape: [], wanted: "1 x 8 x n")) {
            try boxes(.distances(strides: [16]), [([Float](repeating: 0, count: 8), [1, 8, 1])], atLeast: 0.3)
        }
    }

    @Test func `a cell that shows a class is a box of its own`() throws {
        // Stride 32: two cells, two classes.
        let likely: [Float] = [0.1, 0.8, 0.9, 0.2]
        let cells = try boxes(.cells(strides: [32]), [(likely, [1, 2, 1, 2])], atLeast: 0.5)
        #expect(cells.count == 2)
        #expect(cells[0].label == 0 && cells[0].isNear(0.8, 32, 0, 64, 32))
        #expect(cells[1].label == 1 && cells[1].isNear(0.9, 0, 0, 32, 32))
        #expect(throws: FormMismatch.self) {
            try boxes(.cells(strides: [32]), [(likely, [1, 2, 2, 1])], atLeast: 0.5)
        }
    }

    private func boxes(
        _ form: OutputForm, _ outputs: [([Float], [Int])], atLeast least: Float
    ) throws -> [PixelBox] {
        let memories = outputs.map { numbers, _ in
            let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: numbers.count)
            _ = memory.initialize(from: numbers)
            return memory
        }
        defer { for memory in memories { memory.deallocate() } }
        let tensors = zip(memories, outputs).map { Tensor(values: UnsafeBufferPointer($0), shape: $1.1) }
        return try form.boxes(in: tensors, input: input, atLeast: least)
    }
}

extension PixelBox {
    fileprivate func isNear(_ score: Float, _ left: Float, _ top: Float, _ right: Float, _ bottom: Float) -> Bool {
        let apart = [
            self.score - score, (self.left - left) / 100, (self.top - top) / 100, (self.right - right) / 100,
            (self.bottom - bottom) / 100,
        ]
        return apart.allSatisfy { abs($0) < 0.001 }
    }
}
