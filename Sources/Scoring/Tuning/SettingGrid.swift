import CityAlgorithms
import Measures
import Media

/// Which settings are tried: about a thousand, around what the labels and the traces say, and the present one.
///
/// It is made of the clips to learn from alone: what it tries tells nothing of those that judge. The same clips give the
/// same grid.
package struct SettingGrid: Sendable {
    /// What a configuration may say.
    private static let seconds = 0.1...86_400.0

    package let settings: [Setting]

    package init(_ profile: AlgorithmProfile, present: Setting, clips: [TracedClip]) {
        // 12 x 7 x 4 x 3 where there is a threshold, else 40 x 25.
        let isMeasured = present.threshold != nil
        let thresholds = present.threshold.map { Self.thresholds($0, profile, clips, count: 12) }
        let lastings = Self.lastings(present, profile, clips, count: isMeasured ? 7 : 40)
        let gaps = Self.gaps(present, profile, count: isMeasured ? 4 : 25)
        let leaves =
            isMeasured ? Candidates(present.leave, count: 3).filled([0.5, 0.95], step: { _ in 0.05 }) : [present.leave]
        settings = (thresholds.map { $0.map(Optional.some) } ?? [nil]).flatMap { threshold in
            lastings.flatMap { lasting in
                gaps.flatMap { gap in
                    leaves.map {
                        Setting(threshold: threshold, lasting: Self.time(lasting), gap: Self.time(gap), leave: $0)
                    }
                }
            }
        }
    }

    /// Between what is measured while something happens and what is measured elsewhere.
    private static func thresholds(
        _ present: Double, _ profile: AlgorithmProfile, _ clips: [TracedClip], count: Int
    ) -> [Double] {
        let (near, elsewhere) = measures(clips)
        let found = [0.05, 0.25, 0.5, 0.75].compactMap { Quantiles(near).quantile($0) }
        let quiet = [0.9, 0.99, 0.999, 1].compactMap { Quantiles(elsewhere).quantile($0) }
        // Just above the most that is seen where nothing happens.
        let above = quiet.last.map { $0 * 1.05 }
        let wanted = found + quiet + [above, profile.threshold, present / 2, present * 2].compactMap(\.self)
        let allowed = wanted.filter(profile.measures.thresholds.contains)
        return Candidates(present, count: count).filled(allowed) { value in
            profile.measures == .share ? 0.01 : value < 20 ? 0.5 : 1
        }
    }

    /// The most of each look: while an event goes on in its zone, and in all other looks.
    private static func measures(_ clips: [TracedClip]) -> (near: [Double], elsewhere: [Double]) {
        var (near, elsewhere): ([Double], [Double]) = ([], [])
        for clip in clips {
            for zone in clip.zones {
                let events = clip.events.filter { !clip.byZone || $0.zone == zone.id }
                for look in zone.looks where look.most.isFinite {
                    let isNear = events.contains { look.at >= $0.from - $0.tolerance && look.at <= $0.to }
                    if isNear { near.append(look.most) } else { elsewhere.append(look.most) }
                }
            }
        }
        return (near, elsewhere)
    }

    /// From a second to the longest event: what must last longer finds nothing.
    private static func lastings(
        _ present: Setting, _ profile: AlgorithmProfile, _ clips: [TracedClip], count: Int
    ) -> [Double] {
        let events = Quantiles(clips.flatMap(\.events).map { ($0.to - $0.from).inSeconds }.filter { $0 > 0 })
        let wanted = [1, profile.lasting.inSeconds] + [0.1, 0.5, 1].compactMap { events.quantile($0) }
        return Candidates(present.lasting.inSeconds, count: count).filled(wanted.filter(seconds.contains), step: step)
    }

    private static func gaps(_ present: Setting, _ profile: AlgorithmProfile, count: Int) -> [Double] {
        let gap = profile.gap.inSeconds
        return Candidates(present.gap.inSeconds, count: count)
            .filled([gap / 4, gap, gap * 4].filter(seconds.contains), step: step)
    }

    /// Times that people would write down.
    private static func step(_ seconds: Double) -> Double { seconds < 3 ? 0.1 : seconds < 20 ? 0.5 : 1 }

    private static func time(_ seconds: Double) -> Duration {
        .milliseconds(Int64(clamping: (seconds * 1000).rounded()))
    }
}
