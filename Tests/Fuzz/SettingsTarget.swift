import CaseBook
import Cases
import Foundation
import Media
import Planning
import Settings

/// A configuration, a dispatch file or a grids file beside sound ones: the first byte says which.
struct SettingsTarget: FuzzTarget {
    private static let names = ["piculet.yaml", "dispatch.yaml", "grids.yaml"]

    private let folder: FuzzFolder
    private let sound: [[UInt8]]
    /// What lies there of the input before.
    private let written = Written()

    private final class Written { var which: Int? }

    init() throws {
        folder = try FuzzFolder()
        sound = [Sound.configuration, Sound.dispatch, Sound.grids].map { Array($0.utf8) }
        for (name, text) in zip(Self.names, sound) { folder.write(name, text) }
    }

    func take(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let which = Int(first) % 3
        if let before = written.which, before != which { folder.write(Self.names[before], sound[before]) }
        written.which = which
        folder.write(Self.names[which], input.dropFirst())
        let settings: Settings
        do { settings = try Settings.load(folder.path(Self.names[0])) } catch {
            _ = error.lines.map { $0.zh + $0.en }
            return
        }
        use(settings)
    }

    private func use(_ settings: Settings) {
        let maker = SetupMaker(settings: settings, catalog: settings.catalog)
        _ = settings.unreadableSources([:])
        do { _ = try settings.addresses(["PASSWORD": "p@ss"]) } catch { _ = error.lines.map { $0.zh + $0.en } }
        _ = settings.scheme.unstaffed(settings.grids.grids)
        let ladder = Ladder(settings.grids)
        for day in [CalendarDate(day: 0), CalendarDate(day: 20_600)] {
            _ = settings.rosterGaps(from: day)
            _ = settings.firstRosterGap(from: day)
            _ = Completeness(settings.grids, people: settings.scheme.people, on: day).lacks
            for camera in settings.cameras.prefix(10) {
                _ = maker.setup(camera, name: camera.id)
                let assignment = settings.ownership(of: camera).assignment(on: day)
                for moment in [day.day * 86_400_000, Int(Moments.ordinary)] {
                    open(assignment, camera.location, Int64(moment), settings.scheme, ladder)
                }
            }
        }
    }

    /// A case from its first hit to its last warning.
    private func open(
        _ assignment: Dispatcher.Assignment, _ place: Point?, _ moment: Int64, _ scheme: CaseScheme, _ ladder: Ladder
    ) {
        for algorithm in ["street-stall", "crowd"] {
            var (record, _) = scheme.open(
                Sound.intake(algorithm, assignment, place, WallTime(milliseconds: moment)),
                evidence: .missing("no picture"))
            for later in [moment + 3_600_000, Int64.max] {
                _ = try? record.fireDue(until: WallTime(milliseconds: later), scheme.calendars, ladder)
            }
        }
    }
}
