import Measures
import Media
import Pipeline

/// A camera's own scale for what an algorithm counts there: what the moments that people counted come to, over what the algorithm
/// counted in them. How near, how high and how crowded a place is differs from camera to camera, and stays.
package struct CountScale: Hashable, Sendable {
    package let camera: String
    /// Moments at which somebody counted and the algorithm looked.
    package let moments: Int
    /// What the algorithm's counts are to be multiplied by.
    package let factor: Double
    /// The errors as they are, and with each moment multiplied by the scale that all others give.
    package let before: CountErrors
    package let after: CountErrors

    /// With fewer nothing can be left out and judged.
    package static let fewest = 3

    /// - Returns: nil: too few moments, or nobody was counted in them.
    init?(_ camera: String, _ counts: [CountErrors.Count]) {
        guard counts.count >= Self.fewest, let factor = Self.factor(counts) else { return nil }
        var judged: [CountErrors.Count] = []
        for index in counts.indices {
            let others = Array(counts[..<index] + counts[(index + 1)...])
            guard let scale = Self.factor(others) else { return nil }
            judged.append(CountErrors.Count(counts[index].counted * scale, truth: counts[index].truth))
        }
        (self.camera, moments, self.factor) = (camera, counts.count, factor)
        (before, after) = (CountErrors(counts), CountErrors(judged))
    }

    /// Whether it counts better with the scale that others give.
    package var helps: Bool { (after.meanAbsolute ?? 0) < (before.meanAbsolute ?? 0) }

    /// The ratio of the sums: moments with many persons weigh more.
    private static func factor(_ counts: [CountErrors.Count]) -> Double? {
        let counted = counts.reduce(0) { $0 + $1.counted }
        let truth = counts.reduce(0) { $0 + ($1.truth.lowerBound + $1.truth.upperBound) / 2 }
        return counted > 0 && truth > 0 ? truth / counted : nil
    }

    /// - Returns: by camera, in the order in which they come; `nil` where one cannot be told.
    package static func all(_ results: [ClipResult], of algorithm: String) -> [(camera: String, scale: CountScale?)] {
        let cameras = results.map(\.job.truth.camera).inOrderOnce
        return cameras.map { camera in
            let its = results.filter { $0.job.truth.camera == camera }
            return (camera, CountScale(camera, its.compactMap { $0.counts(by: algorithm) }.flatMap(\.self)))
        }
    }
}

extension ScoreJob {
    /// The same, looked at as closely as networks do where a crowd is near, and with nothing multiplied yet: what was found is not
    /// minutes old in the moments at which somebody counted.
    package var watchedClosely: ScoreJob {
        let watches = setup.watches.map { watch in
            let terms = watch.terms
            return CameraSetup.Watch(
                algorithm: watch.algorithm, zone: watch.zone,
                terms: .init(
                    lasting: terms.lasting, gap: terms.gap, enter: 1, leave: 0.8, schedule: terms.schedule))
        }
        return ScoreJob(
            video: video, truth: truth,
            setup: CameraSetup(
                id: setup.id, name: setup.name, ownership: setup.ownership, zones: setup.zones, watches: watches,
                personScale: setup.personScale, ground: setup.ground, policy: setup.policy), byZone: byZone)
    }
}
