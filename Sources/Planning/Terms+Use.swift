import CityAlgorithms
import Settings

extension HitRule.Terms {
    /// What a configuration says of an algorithm, and where it says nothing the algorithm's own.
    ///
    /// - Parameter use: nil: nothing is said of it.
    package init(_ profile: AlgorithmProfile, _ use: Settings.Use?) {
        let usual = Self(profile, lasting: use?.lasting, threshold: use?.threshold, schedule: use?.schedule)
        self.init(
            lasting: usual.lasting, gap: use?.gap ?? usual.gap, enter: usual.enter,
            leave: use?.leave.map { usual.enter * $0 } ?? usual.leave, steady: usual.steady, schedule: usual.schedule)
    }
}
