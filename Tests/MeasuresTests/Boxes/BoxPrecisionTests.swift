import Measures
import Testing

@Suite struct BoxPrecisionTests {
    private let box = BoxPrecision.Box(x: 0, y: 0, width: 10, height: 10)
    private let other = BoxPrecision.Box(x: 50, y: 50, width: 10, height: 10)
    private let nowhere = BoxPrecision.Box(x: 90, y: 90, width: 5, height: 5)

    private func precision(
        truths: [BoxPrecision.Box], crowds: [BoxPrecision.Box] = [], detections: [(BoxPrecision.Box, Double)]
    ) -> BoxPrecision {
        BoxPrecision([
            BoxPrecision.Picture(
                detections: detections.map { .init(category: "person", box: $0, score: $1) },
                truths: truths.map { .init(category: "person", box: $0) }
                    + crowds.map { .init(category: "person", box: $0, isCrowd: true) })
        ])
    }

    /// Right, wrong, right: recall 1/2, 1/2, 1 at precision 1, 1/2, 2/3. Of 101 recalls 51 are up to 1/2, where the best is 1;
    /// beyond it is 2/3.
    @Test func `a wrong box between two right ones`() {
        let precision = precision(truths: [box, other], detections: [(box, 0.9), (nowhere, 0.8), (other, 0.7)])
        let expected = (51 + 50 * 2.0 / 3) / 101
        #expect(precision.ap.isNear(expected) && precision.ap50.isNear(expected))
        #expect(precision.categories.map(\.name) == ["person"] && precision.categories.map(\.truths) == [2])
    }

    /// Moved by 2 of 10, both cover 8 of 12: enough for 0.50, 0.55, 0.60 and 0.65 of the ten overlaps.
    @Test func `a box that is a little off is found at four overlaps of ten`() {
        let off = BoxPrecision.Box(x: 2, y: 0, width: 10, height: 10)
        let precision = precision(truths: [box], detections: [(off, 0.5)])
        #expect(Optional(off.overlap(with: box)).isNear(8.0 / 12))
        #expect(precision.ap.isNear(0.4) && precision.ap50.isNear(1))
    }

    @Test func `an overlap that is just enough is enough`() {
        let half = BoxPrecision.Box(x: 0, y: 0, width: 5, height: 10)
        #expect(precision(truths: [box], detections: [(half, 0.5)]).ap.isNear(0.1))
    }

    /// The surer detection covers both truths alike, the other only the first.
    @Test func `of truths that a box overlaps alike it takes the last`() {
        let boxes = [10.0, 12, 11, 8].map { BoxPrecision.Box(x: $0, y: 0, width: 10, height: 10) }
        let detections = [(boxes[2], 0.9), (boxes[3], 0.8)]
        #expect(precision(truths: [boxes[0], boxes[1]], detections: detections).ap50.isNear(1))
        #expect(precision(truths: [boxes[1], boxes[0]], detections: detections).ap50.isNear(51.0 / 101))
    }

    /// The first is half in the crowd: neither right nor wrong at 0.50, wrong at the other nine.
    @Test func `what lies in a crowd is neither right nor wrong`() {
        let half = BoxPrecision.Box(x: 95, y: 90, width: 10, height: 10)
        let crowd = BoxPrecision.Box(x: 90, y: 80, width: 10, height: 40)
        let precision = precision(truths: [box], crowds: [crowd], detections: [(half, 0.9), (box, 0.8)])
        #expect(half.share(within: crowd) == 0.5)
        #expect(precision.ap50.isNear(1) && precision.ap.isNear((1 + 9 * 0.5) / 10))
    }

    @Test func `where nothing is to be found there is no precision`() {
        #expect(BoxPrecision([]).ap == nil && BoxPrecision([]).ap50 == nil)
        #expect(precision(truths: [], crowds: [box], detections: [(box, 0.9)]).ap == nil)
        #expect(precision(truths: [box], detections: []).ap == 0)
    }

    @Test func `boxes without area overlap nothing`() {
        let flat = BoxPrecision.Box(x: 1, y: 1, width: 0, height: 5)
        #expect(flat.overlap(with: flat) == 0 && flat.share(within: box) == 0)
    }

    @Test func `AP and AP50 are those of pycocotools`() throws {
        for one in try Reference.cases("boxes", as: BoxCase.self) {
            let precision = BoxPrecision(one.pictures.map(\.picture))
            #expect(precision.ap.isNear(one.ap, within: 1e-9), "\(one)")
            #expect(precision.ap50.isNear(one.ap50, within: 1e-9), "\(one)")
        }
    }
}
