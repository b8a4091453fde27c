import Cases
import CityAlgorithms
import Foundation
import Media

/// The configuration, checked as a whole.
package struct Settings: Sendable {
    package struct Camera: Sendable {
        package let id: String
        package let name: String
        /// As written, `${NAME}` not yet replaced: secrets stay out of every message.
        package let source: String?
        /// How RTSP carries its packets.
        package let transport: SourceAddress.Transport
        /// From which an HLS playlist may fetch, beside the host of its own address.
        package let hosts: [String]
        /// Where it stands in the file.
        package let line: Int?
        package let grid: String?
        package let location: Point?
        package let decode: DecodePolicy
        package let zones: [Zone]
        package let algorithms: [Use]
        /// Heights of a person at the lower and the upper edge, shares of the picture's height.
        package let person: (near: Double, far: Double)?
        package let ground: CameraGround
    }

    /// One algorithm on one camera.
    package struct Use: Sendable {
        package let algorithm: AlgorithmEntry
        /// Zones by id; empty: every zone of a kind that the algorithm watches.
        package let zones: [String]
        package let lasting: Duration?
        package let threshold: Double?
        /// What ends it, as a share of the threshold: the hysteresis.
        package let leave: Double?
        /// How long it may be out of sight and still count as lasting.
        package let gap: Duration?
        /// What its measure is multiplied by on this camera, as `piculet calibrate` found it; nil: by nothing.
        package let scale: Double?
        package let schedule: DailyWindow?
        /// The highest in which it may run.
        package let mode: HitMode

        package static let scales = 0.2...5.0
    }

    /// The file's name, for messages, and the folder where its paths begin.
    package let file: String
    package let folder: String
    package let store: String
    package let service: ServiceSettings
    package let timeZone: TimeZone
    /// The algorithms by which it was read.
    package let catalog: AlgorithmCatalog
    package let grids: GridTree
    package let cameras: [Camera]
    /// How `piculet score` judges footage of cameras that are not among them.
    package let judged: [Use]
    /// How what is seen becomes a case.
    package let scheme: CaseScheme
    let dispatchFile: String?
    let shiftLines: [String: Int]

    /// Reads and checks a configuration and the grids that it names.
    ///
    /// - Parameter catalog: the algorithms that it may use.
    package static func load(
        _ path: String, catalog: AlgorithmCatalog = .builtIn
    ) throws(SettingsFaults) -> Settings {
        try SettingsFile(path: path, catalog: catalog).read()
    }

    /// The owners of what a camera sees, from day to day.
    package func ownership(of camera: Camera) -> Ownership {
        Ownership(grids, grid: camera.grid, location: camera.location)
    }

    /// The owner of what a camera sees on a day.
    package func assignment(of camera: Camera, on date: CalendarDate) -> Dispatcher.Assignment {
        Dispatcher(grids).assign(grid: camera.grid, location: camera.location, on: date)
    }

    /// The gaps of the rosters in the days to come, before they happen: the first of each unit.
    package func rosterGaps(from date: CalendarDate, days: Int = 30) -> [SettingsFault] {
        let gaps = scheme.dispatch.roster.gaps(from: date, days: days, scheme.calendars.current)
        let file = URL(fileURLWithPath: dispatchFile ?? "").lastPathComponent
        return Dictionary(grouping: gaps, by: \.unit).sorted { $0.key < $1.key }.compactMap { unit, its in
            its.first.map { first in
                SettingsFault(
                    file: file, line: shiftLines[unit], key: "shifts",
                    problem: DispatchWords.rosterGap(
                        unit, first.date, DailyWindow.clock(first.minutes.lowerBound),
                        DailyWindow.clock(first.minutes.upperBound),
                        its.count - 1, days))
            }
        }
    }

    /// The first gap of the rosters in the days to come, for an alarm; nil: there is none.
    package func firstRosterGap(from date: CalendarDate, days: Int = 30) -> Words? {
        let gaps = scheme.dispatch.roster.gaps(from: date, days: days, scheme.calendars.current)
        guard let first = gaps.min(by: { ($0.date, $0.unit) < ($1.date, $1.unit) }) else { return nil }
        let (from, to) = (DailyWindow.clock(first.minutes.lowerBound), DailyWindow.clock(first.minutes.upperBound))
        return Words(
            zh: "\(first.unit) 于 \(first.date) \(from) 至 \(to) 无人值班",
            en: "the unit '\(first.unit)' has nobody on duty on \(first.date) from \(from) to \(to)")
    }

    /// The day that it is where the cameras stand.
    package func today() -> CalendarDate { CalendarDate(WallTime(Date()), in: timeZone) }
}
