import Inference
import Testing

@Suite struct SuppressionTests {
    private func box(_ label: Int, _ score: Float, _ left: Float, _ top: Float, _ right: Float, _ bottom: Float)
        -> PixelBox
    {
        PixelBox(label: label, score: score, left: left, top: top, right: right, bottom: bottom)
    }

    @Test func `of boxes of one thing the surest is kept, of two classes both`() {
        let boxes = [
            box(0, 0.5, 0, 0, 10, 10), box(0, 0.9, 1, 0, 11, 10), box(1, 0.4, 0, 0, 10, 10), box(0, 0.3, 40, 0, 50, 10),
        ]
        #expect(Suppression.kept(boxes, overlap: 0.5, atMost: 10).map(\.score) == [0.9, 0.4, 0.3])
        // The first two share 90 of 110.
        #expect(Suppression.kept(boxes, overlap: 0.82, atMost: 10).map(\.score) == [0.9, 0.5, 0.4, 0.3])
        #expect(Suppression.kept(boxes, overlap: 0.5, atMost: 1).map(\.score) == [0.9])
        #expect(Suppression.kept([], overlap: 0.5, atMost: 10).isEmpty)
    }

    @Test func `overlap is what both cover over what either covers`() {
        let one = box(0, 1, 0, 0, 10, 10)
        #expect(one.overlap(box(0, 1, 5, 0, 15, 10)) == 50.0 / 150)
        #expect(one.overlap(box(0, 1, 10, 0, 20, 10)) == 0)
        #expect(one.overlap(one) == 1)
        // A box without area overlaps nothing.
        #expect(one.overlap(box(0, 1, 3, 3, 3, 9)) == 0)
    }
}
