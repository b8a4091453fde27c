import Media

/// What is usual of a measure at one camera: its mean and mean deviation over the last minute or so, by exponential
/// memories on media time.
struct UsualLevel: Sendable {
    private static let memory = 60.0
    /// What is unusual teaches less: after some minutes it is usual all the same.
    private static let unusualWeight = 0.25

    private let fewest: Int
    private var samples = 0
    private var since = 0.0
    private(set) var mean = 0.0
    private var deviation = 0.0

    /// - Parameter fewest: samples before anything is called unusual.
    init(fewest: Int) { self.fewest = fewest }

    var isKnown: Bool { samples >= fewest }

    /// Whether a value is above `ratio` times the mean, and above the mean by four deviations and by `least`.
    func isUnusual(_ value: Double, ratio: Double, least: Double) -> Bool {
        isKnown && value > ratio * mean && value > mean + max(4 * deviation, least)
    }

    /// - Parameters:
    ///   - seconds: of media that the value stands for.
    ///   - isUnusual: it was found so.
    mutating func learn(_ value: Double, over seconds: Double, isUnusual: Bool) {
        samples += 1
        since += seconds
        // At first the plain mean of what there was.
        let share = min(seconds / min(since, Self.memory), 1) * (isUnusual ? Self.unusualWeight : 1)
        if samples == 1 {
            mean = value
            return
        }
        deviation += share * (abs(value - mean) - deviation)
        mean += share * (value - mean)
    }
}
