import Measures
import Media

/// What one setting comes to on one clip.
package struct ClipOutcome: Hashable, Sendable {
    /// Of each event, in the order in which they began, whether it was found.
    package let found: [Bool]
    package let falseAlarms: Int
    /// Seconds from the beginning of an event to its hit, of those that were found.
    package let delays: [Double]

    package init(_ detections: [Detection], in clip: TracedClip) {
        let findings = EventMatching.findings(of: clip.events, detections, byZone: clip.byZone)
        found = findings.compactMap { finding in finding.event.map { _ in finding.detection != nil } }
        falseAlarms = findings.count - found.count
        // Who tells before the event is not the sooner for it.
        delays = findings.compactMap { $0.timeToDetect.map { max($0.inSeconds, 0) } }
    }
}

/// What one setting comes to on some clips.
package struct SettingOutcome: Hashable, Sendable {
    package private(set) var tally = FoundTally.zero
    package private(set) var hours = 0.0
    private var delays: [Double] = []

    package init(_ clips: [(outcome: ClipOutcome, hours: Double)]) {
        for clip in clips {
            let found = clip.outcome.found.count(where: \.self)
            tally += FoundTally(
                truePositives: found, falsePositives: clip.outcome.falseAlarms,
                misses: clip.outcome.found.count - found)
            hours += clip.hours
            delays += clip.outcome.delays
        }
    }

    package var falsePerDay: EventRate { EventRate(tally.falsePositives, in: hours / 24) }
    package var medianDelay: Double? { Quantiles(delays).median }

    /// Whether so many false alarms a day are not exceeded.
    package func holds(_ limit: Double) -> Bool {
        tally.falsePositives == 0 || (falsePerDay.value ?? .infinity) <= limit
    }
}
