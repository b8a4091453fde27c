import CityAlgorithms
import Foundation
import Media

/// One way to set an algorithm's rule: what `piculet tune` looks for, and a configuration can say.
package struct Setting: Hashable, Sendable {
    /// nil: the algorithm has none.
    package let threshold: Double?
    /// How long it must last (dwell, hold).
    package let lasting: Duration
    /// How long it may be out of sight meanwhile.
    package let gap: Duration
    /// What ends it, as a share of the threshold.
    package let leave: Double

    package init(threshold: Double?, lasting: Duration, gap: Duration, leave: Double) {
        (self.threshold, self.lasting, self.gap, self.leave) = (threshold, lasting, gap, leave)
    }

    /// What a configuration says of an algorithm, and where it says nothing the algorithm's own.
    package init(
        _ profile: AlgorithmProfile, lasting: Duration? = nil, threshold: Double? = nil, leave: Double? = nil,
        gap: Duration? = nil
    ) {
        self.init(
            threshold: profile.threshold.map { threshold ?? $0 }, lasting: lasting ?? profile.lasting,
            gap: gap ?? profile.gap, leave: leave ?? HitRule.Terms.usualLeave)
    }

    package func terms(schedule: DailyWindow?) -> HitRule.Terms {
        let enter = threshold ?? 1
        return HitRule.Terms(lasting: lasting, gap: gap, enter: enter, leave: enter * leave, schedule: schedule)
    }

    /// How far another setting lies from it: the sum over what can be set of how many times as large, as a logarithm.
    package func distance(to other: Setting) -> Double {
        zip(values, other.values).reduce(0) { $0 + abs(log(max($1.0, 1e-6)) - log(max($1.1, 1e-6))) }
    }

    private var values: [Double] { [threshold ?? 1, lasting.inSeconds, gap.inSeconds, leave] }
}

extension Setting {
    /// As a configuration says it: `threshold: 15, hold: 5s, gap: 2s, leave: 0.8`.
    package func text(_ profile: AlgorithmProfile) -> String {
        var parts: [String] = []
        if let threshold { parts.append("threshold: \(Self.plain(threshold))") }
        // What is told at once needs no time, and a configuration cannot say a time of zero.
        if lasting > .zero { parts.append("\(profile.lastingKey.rawValue): \(lasting.secondsText)s") }
        parts.append("gap: \(gap.secondsText)s")
        if threshold != nil { parts.append("leave: \(Self.plain(leave))") }
        return parts.joined(separator: ", ")
    }

    static func plain(_ number: Double) -> String {
        number == number.rounded() ? "\(Int64(clamping: number))" : "\(number)"
    }
}
