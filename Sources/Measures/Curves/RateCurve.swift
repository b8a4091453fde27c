/// What alarms of at least a score find, and how often they are false, at each threshold: for events in hours of footage,
/// where nobody can count what was rightly not alarmed.
///
/// The curve of event detection that NIST draws (ActEV, TRECVID SED): misses over false alarms in time. Detections are
/// matched with events once, with all of them there; a threshold only takes away.
package struct RateCurve: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        /// Alarms of this score or more are raised; nil: none is.
        package let threshold: Double?
        /// Of the events, found.
        package let recall: Share
        /// Of the alarms raised, of an event.
        package let precision: Share
        /// From 0 up; nil where no time was watched.
        package let falseAlarmsPerHour: Double?

        package var falseAlarms: Int { precision.n - precision.successes }
    }

    package let events: Int
    package let hours: Double
    /// From no alarm to all of them, one for each different score; empty where there are neither events nor alarms.
    package let points: [Point]

    /// The scores of detections that were matched with an event, of all other detections, and how many events there were,
    /// matched ones among them, in how many hours watched, from 0 up.
    package init(matched: [Double], falseAlarms: [Double], events: Int, hours: Double) {
        precondition(events >= matched.count, "A detection is matched with one event, and no other is.")
        precondition(hours.isFinite && hours >= 0, "Hours watched are a finite number from 0 up.")
        (self.events, self.hours) = (events, hours)
        guard events > 0 || !falseAlarms.isEmpty else {
            points = []
            return
        }
        func point(_ threshold: Double?, found: Int, false wrong: Int) -> Point {
            let rate = Double(wrong) / hours
            return Point(
                threshold: threshold, recall: Share(found, of: events), precision: Share(found, of: found + wrong),
                falseAlarmsPerHour: rate.isFinite ? rate : nil)
        }
        let scored =
            matched.map { Scored($0, isPositive: true) } + falseAlarms.map { Scored($0, isPositive: false) }
        points =
            [point(nil, found: 0, false: 0)]
            + ScoreSweep(scored).steps.map { point($0.threshold, found: $0.positives, false: $0.negatives) }
    }

    /// The point of the highest recall with at most so many false alarms an hour; of several the one with the fewest. Nil
    /// without events or without hours.
    package func point(atFalseAlarmsPerHour most: Double) -> Point? {
        guard events > 0 else { return nil }
        let allowed = points.filter { $0.falseAlarmsPerHour.map { $0 <= most } ?? false }
        return allowed.first { $0.recall == allowed.last?.recall }
    }
}
