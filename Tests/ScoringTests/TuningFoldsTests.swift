import CityAlgorithms
import Media
import Scoring
import Testing

@Suite struct TuningFoldsTests {
    private func clips(_ cameras: [(name: String, clips: Int, events: Int)]) -> [TracedClip] {
        cameras.flatMap { camera in
            (0..<camera.clips).map { number in
                MadeUp.clip(
                    "\(camera.name)-\(number)", camera: camera.name,
                    events: (0..<camera.events).map { MadeUp.event(Double($0) * 20, Double($0) * 20 + 10) }
                ) { _ in nil }
            }
        }
    }

    @Test func `no camera is in two parts, and each is in one`() {
        let cameras = (0..<13).map { ("camera-\($0)", 1 + $0 % 4, $0 % 3) }
        let folds = CameraFolds.folds(of: clips(cameras))
        #expect(folds.count == 5 && folds.flatMap(\.self).sorted() == cameras.map(\.0).sorted())
        for (index, fold) in folds.enumerated() {
            for other in folds[(index + 1)...] { #expect(fold.isDisjoint(with: other)) }
        }
    }

    @Test func `events lie in as many parts as there are cameras with events`() {
        let cameras = [("a", 2, 3), ("b", 1, 0), ("c", 1, 1), ("d", 1, 0), ("e", 1, 1), ("f", 1, 0), ("g", 1, 0)]
        let folds = CameraFolds.folds(of: clips(cameras), atMost: 3)
        #expect(folds.map { $0.filter { ["a", "c", "e"].contains($0) }.count } == [1, 1, 1])
        #expect(folds.map(\.count).sorted() == [2, 2, 3])
    }

    @Test func `one camera is no two parts, however many clips it has`() {
        #expect(CameraFolds.folds(of: clips([("a", 5, 1)])).isEmpty && CameraFolds.folds(of: []).isEmpty)
        #expect(CameraFolds.folds(of: clips([("a", 5, 1), ("b", 1, 0)])) == [["a"], ["b"]])
    }
}
