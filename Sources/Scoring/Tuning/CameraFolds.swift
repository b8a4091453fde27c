/// Parts the cameras of a dataset: each part is judged with what the others taught. No camera is in two parts, so nothing is
/// judged on a street that it was learned from.
///
/// These parts are of one search alone, whatever half `CameraSplit` puts a camera into: a search learns from the judging half as
/// well.
package enum CameraFolds {
    /// - Parameters:
    ///   - clips: with their cameras and events.
    ///   - most: so many parts, or as many as there are cameras.
    /// - Returns: parts with about as many events each, the same whatever the order of the clips. Of fewer than two cameras
    ///   there are no parts.
    package static func folds(of clips: [TracedClip], atMost most: Int = 5) -> [Set<String>] {
        let events = clips.reduce(into: [String: Int]()) { $0[$1.camera, default: 0] += $1.events.count }
        let count = min(most, events.count)
        guard count > 1 else { return [] }
        var folds = [(cameras: Set<String>, events: Int)](repeating: ([], 0), count: count)
        for (camera, its) in events.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) {
            // Those with events first, to where the fewest are; then the others, to where the fewest cameras are.
            let place = folds.indices.min {
                let (left, right) = (folds[$0], folds[$1])
                return its > 0
                    ? (left.events, left.cameras.count, $0) < (right.events, right.cameras.count, $1)
                    : (left.cameras.count, $0) < (right.cameras.count, $1)
            }
            guard let place else { continue }
            folds[place].cameras.insert(camera)
            folds[place].events += its
        }
        return folds.map(\.cameras)
    }
}
