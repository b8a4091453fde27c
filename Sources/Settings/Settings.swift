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
        /// Where it stands in the file.
        package let line: Int?
        package let grid: String?
        package let location: Point?
        package let decode: DecodePolicy
        package let zones: [Zone]
        package let algorithms: [Use]
        /// Heights of a person at the lower and the upper edge, shares of the picture's height.
        package let person: (near: Double, far: Double)?
    }

    /// One algorithm on one camera.
    package struct Use: Sendable {
        package let algorithm: any Algorithm.Type
        /// Zones by id; empty: every zone of a kind that the algorithm watches.
        package let zones: [String]
        package let lasting: Duration?
        package let threshold: Double?
        package let schedule: DailyWindow?
    }

    /// The file's name, for messages, and the folder where its paths begin.
    package let file: String
    package let folder: String
    package let store: String
    package let service: ServiceSettings
    package let timeZone: TimeZone
    package let grids: GridTree
    package let cameras: [Camera]
    /// How what is seen becomes a case.
    package let scheme: CaseScheme

    /// Reads and checks a configuration and the grids that it names.
    package static func load(_ path: String) throws(SettingsFaults) -> Settings {
        try SettingsFile(path: path).read()
    }

    /// The owners of what a camera sees, from day to day.
    package func ownership(of camera: Camera) -> Ownership {
        Ownership(grids, grid: camera.grid, location: camera.location)
    }

    /// The owner of what a camera sees on a day.
    package func assignment(of camera: Camera, on date: CalendarDate) -> Dispatcher.Assignment {
        Dispatcher(grids).assign(grid: camera.grid, location: camera.location, on: date)
    }

    /// The day that it is where the cameras stand.
    package func today() -> CalendarDate { CalendarDate(WallTime(Date()), in: timeZone) }
}
