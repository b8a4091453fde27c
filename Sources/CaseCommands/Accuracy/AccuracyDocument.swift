import Cases
import Foundation
import Media

/// The figures as JSON: `piculet accuracy --format json`. Names are a format: they may be added to, not changed.
struct AccuracyDocument: Encodable {
    struct Figures: Encodable {
        let hits: Int
        let reviewed: Int
        let verdicts: [String: Int]
        /// true + false
        let n: Int
        /// Absent where n is 0.
        let precision: Double?
        let lower: Double?
        let upper: Double?
        let standing: Standing

        init(_ tally: Tally) {
            (hits, reviewed, n, precision) = (tally.hits, tally.reviewed, tally.decided, tally.precision)
            verdicts = Dictionary(uniqueKeysWithValues: CaseVerdict.allCases.map { ($0.rawValue, tally[$0]) })
            let interval = tally.decided == 0 ? nil : tally.interval
            (lower, upper, standing) = (interval?.lower, interval?.upper, tally.standing)
        }
    }

    struct Week: Encodable {
        /// Its Monday.
        let week: String
        let figures: Figures
    }

    struct Line: Encodable {
        let key: String
        let figures: Figures
        let weeks: [Week]
        /// Of the last two weeks in which something was decided.
        let direction: FieldAccuracy.Line.Direction?

        init(_ line: FieldAccuracy.Line) {
            (key, figures, direction) = (line.key, Figures(line.tally), line.direction)
            weeks = line.weeks.map { Week(week: $0.monday.description, figures: Figures($0.tally)) }
        }
    }

    let version = 1
    let by: String
    let since: String
    let target = Standing.target
    let confidence = 0.95
    let lines: [Line]
    let total: Line

    init(_ accuracy: FieldAccuracy, since: WallTime, in zone: TimeZone) {
        by = accuracy.division.rawValue
        self.since = since.rfc3339(in: zone)
        (lines, total) = (accuracy.lines.map { Line($0) }, Line(accuracy.total))
    }
}
