import Foundation
import Media
import Pipeline
import Replaying

/// What the page shows of one event beside its line: its picture, the seconds around it, and how it came.
package struct ShownEvent: Encodable, Sendable {
    package let id: String
    /// `data:` URL; empty: the video has no picture there.
    package let picture: String
    package let frames: [Frame]
    /// What the algorithm measured, look by look.
    package let course: [Point]

    package struct Frame: Encodable, Sendable {
        package let atS: Double
        package let picture: String
    }

    package struct Point: Encodable, Sendable {
        package let atS: Double
        package let measure: Double
        /// How long it had lasted in the eyes of the rule; nil: nothing was under way.
        package let lastedS: Double?
    }

    /// More make a page that no browser likes.
    private static let most = 120
    private static let mostPoints = 400
    /// Before and after the event.
    private static let margin = Duration.seconds(20)

    /// The events that are worth looking at, the costliest first (missed, false, late; then those that were found); behind
    /// them those of an earlier score.
    ///
    /// - Throws: when a video cannot be read any more.
    package static func all(_ file: ScoreFile, _ results: [ClipResult]) throws -> [ShownEvent] {
        let changes = (file.comparison?.events ?? []).prefix(most)
        let byCost = file.eventsByCost.map(\.id)
        let wanted = Set(byCost.prefix(most) + changes.compactMap { $0.now?.id })
        let each = try InParallel.map(results, from: 2) { result in
            Result { try shown(result, wanted, changes) }
        }.map { try $0.get() }
        let now = Dictionary(uniqueKeysWithValues: each.flatMap(\.now).map { ($0.id, $0) })
        return byCost.compactMap { now[$0] } + each.flatMap(\.before)
    }

    /// Of one video, decoded once.
    private static func shown(
        _ result: ClipResult, _ wanted: Set<String>, _ changes: ArraySlice<EventChange>
    ) throws -> (now: [ShownEvent], before: [ShownEvent]) {
        let its = EventLine.all(of: result)
            .filter { wanted.contains($0.line.id) }
        let earlier = changes.compactMap(\.before).filter {
            $0.clip == result.job.truth.name && $0.policy == result.job.policy
        }
        let windows = (its.map(\.line) + earlier).map { Filmstrip.Window(moment: MediaTime(seconds: $0.momentS)) }
        let strips = try Filmstrip.cut(result.job.video, windows)
        return (
            zip(its, strips).map { ShownEvent($0.line, $0.finding, $1, result) },
            zip(earlier, strips.dropFirst(its.count)).map { ShownEvent(before: $0, $1) }
        )
    }

    /// Of an earlier score, whose course is not known any more.
    private init(before line: EventLine, _ strip: Filmstrip) {
        id = "before/" + line.id
        (picture, frames, course) = (strip.picture.map(Self.url) ?? "", Self.frames(strip), [])
    }

    private static func frames(_ strip: Filmstrip) -> [Frame] {
        strip.frames.map { Frame(atS: $0.at.seconds.rounded(to: 2), picture: url($0.jpeg)) }
    }

    private init(_ line: EventLine, _ finding: Finding, _ strip: Filmstrip, _ result: ClipResult) {
        id = line.id
        picture = strip.picture.map(Self.url) ?? ""
        frames = Self.frames(strip)
        course = Self.course(finding, result)
    }

    private static func url(_ jpeg: Data) -> String { "data:image/jpeg;base64," + jpeg.base64EncodedString() }

    /// Thinned to what a chart can show: of neighbouring looks the one that measured most.
    private static func course(_ finding: Finding, _ result: ClipResult) -> [Point] {
        let from = finding.from - margin
        let to = (finding.event?.to ?? finding.detection?.lastSeenAt ?? finding.from) + margin
        let looks = result.trace(of: finding).filter { $0.at >= from && $0.at <= to }
        let step = max(1, (looks.count + mostPoints - 1) / mostPoints)
        return stride(from: 0, to: looks.count, by: step).compactMap { first in
            looks[first..<min(first + step, looks.count)].max { $0.measure < $1.measure }.map { look in
                Point(
                    atS: look.at.seconds.rounded(to: 2), measure: look.measure.rounded(to: 3),
                    lastedS: look.lasting?.inSeconds.rounded(to: 2))
            }
        }
    }
}

extension ScoreFile {
    /// Missed before false before late before found; of false alarms the surest first, of late ones the latest.
    package var eventsByCost: [EventLine] {
        func rank(_ line: EventLine) -> (Int, Double, String) {
            switch line.outcome {
            case .missed: (0, -(line.truth.map { $0.endS - $0.startS } ?? 0), line.id)
            case .falseAlarm: (1, -(line.detection?.score ?? 0), line.id)
            case .late: (2, -(line.timeToDetectS ?? 0), line.id)
            case .found: (3, -(line.timeToDetectS ?? 0), line.id)
            }
        }
        return events.sorted { rank($0) < rank($1) }
    }
}
