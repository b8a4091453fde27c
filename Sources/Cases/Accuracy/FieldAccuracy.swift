import Media

/// A hit that became a case, as far as accuracy goes by it.
package struct JudgedHit: Hashable, Sendable {
    package let camera: String
    package let algorithm: String
    /// nil: no grid owns the place.
    package let grid: String?
    package let hitAt: WallTime
    /// nil: nobody looked, or nobody said.
    package let verdict: CaseVerdict?

    package init(camera: String, algorithm: String, grid: String?, hitAt: WallTime, verdict: CaseVerdict?) {
        (self.camera, self.algorithm, self.grid) = (camera, algorithm, grid)
        (self.hitAt, self.verdict) = (hitAt, verdict)
    }
}

/// How often algorithms were right in the street, from the verdicts of those who looked (实地准确率).
package struct FieldAccuracy: Hashable, Sendable {
    package enum Division: String, CaseIterable, Sendable {
        case algorithm, camera, grid, week
    }

    /// A line of the table: what it is about, its figures, and those of its weeks.
    package struct Line: Hashable, Sendable {
        /// An id, or the Monday of a week; empty: no grid.
        package let key: String
        package let tally: Tally
        /// In order; a week without a hit is left out.
        package let weeks: [Week]
    }

    package struct Week: Hashable, Sendable {
        package let monday: CalendarDate
        package let tally: Tally
    }

    package let division: Division
    /// By their keys.
    package let lines: [Line]
    package let total: Line

    /// - Parameter zone: where a week begins at midnight.
    package init(_ hits: [JudgedHit], by division: Division, in zone: LocalZone) {
        self.division = division
        let dated = hits.map { (hit: $0, monday: CalendarDate($0.hitAt, in: zone).monday) }
        func line(_ key: String, _ its: [(hit: JudgedHit, monday: CalendarDate)]) -> Line {
            let weeks = Dictionary(grouping: its, by: \.monday).sorted { $0.key < $1.key }
                .map { Week(monday: $0.key, tally: Tally($0.value.map(\.hit.verdict))) }
            return Line(key: key, tally: Tally(its.map(\.hit.verdict)), weeks: weeks)
        }
        let groups = Dictionary(grouping: dated) { one in
            switch division {
            case .algorithm: one.hit.algorithm
            case .camera: one.hit.camera
            case .grid: one.hit.grid ?? ""
            case .week: one.monday.description
            }
        }
        lines = groups.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
        total = line("", dated)
    }
}

extension FieldAccuracy.Line {
    /// Whether the last week was better than the one before, of those in which something was decided; nil: there are no two.
    package var direction: Direction? {
        let decided = weeks.compactMap(\.tally.precision)
        guard let last = decided.last, let before = decided.dropLast().last else { return nil }
        return last > before ? .up : last < before ? .down : .level
    }

    package enum Direction: String, Sendable, Codable {
        case up, down, level

        package var arrow: String {
            switch self {
            case .up: "↑"
            case .down: "↓"
            case .level: "→"
            }
        }
    }
}

extension CalendarDate {
    /// The first day of its week.
    package var monday: CalendarDate { advanced(by: -weekday.rawValue) }
}
