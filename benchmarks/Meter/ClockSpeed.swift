import CaseBook
import Cases
import Foundation
import Media
import Store

/// What the clocks of 100,000 open cases cost: while nothing is due, and when those of 10,000 are due in the same second.
enum ClockSpeed {
    private static let due = 10_000
    private static let start = WallTime(milliseconds: 1_780_000_000_000)

    /// - Parameters:
    ///   - folder: for the store; emptied before.
    ///   - open: how many cases, at least 10,000.
    static func tell(in folder: String, open: Int) throws {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let store = try CaseStore(path: url.appending(path: "piculet.sqlite").path, create: true)
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        let scheme = CaseScheme(calendars: CalendarBook(current: .usual(in: zone)))
        let clock = ContinuousClock()
        var began = clock.now
        for number in 0..<open {
            // The first ten thousand were hit at once; all others an hour later.
            let hit = number < due ? start : start + .seconds(3600 + number / 100)
            _ = try store.open(sample(number, hit), evidence: .missing("none"), under: scheme)
        }
        let opening = clock.now - began
        // 70 % of five minutes after the hit their claims are due.
        let moment = start + .seconds(210)
        let cpu = Self.cpu()
        let looks = 600
        var mark = try store.mark()
        for second in 0..<looks {
            let now = start + .milliseconds(second * 300)
            let fired = try store.fireDue(
                until: min(now, moment + .milliseconds(-1)), limit: 2000, calendars: scheme.calendars, ladder: .none)
            precondition(fired.fired.isEmpty, "nothing is due")
            mark = try store.changed(since: mark).mark
        }
        let idle = (Self.cpu() - cpu) / Double(looks)
        began = clock.now
        var fired = 0
        while true {
            let batch = try store.fireDue(
                until: moment, limit: 2000, calendars: scheme.calendars, ladder: .none)
            if batch.fired.isEmpty { break }
            fired += batch.fired.count
        }
        let took = (clock.now - began).inSeconds
        began = clock.now
        let loaded = try store.list(.open).cases.count
        let load = (clock.now - began).inSeconds
        print(
            "{\"open\": \(loaded), \"opened_per_s\": \(Int(Double(open) / opening.inSeconds)), "
                + "\"idle_share\": \(idle), \"fired\": \(fired), \"fired_s\": \(took), \"load_s\": \(load)}")
    }

    private static func sample(_ number: Int, _ at: WallTime) -> CaseIntake {
        let hit = Hit(
            camera: "camera-\(number % 1000)", algorithm: "street-stall", zone: "kerb-\(number)", startedAt: at,
            hitAt: at,
            box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1, score: 0.9)
        var tracker = IncidentTracker(quietAfter: .seconds(1200))
        guard case .opened(let incident)? = tracker.take(hit, at: .zero).first else {
            preconditionFailure("a first hit opens")
        }
        let owner = Dispatcher(.empty).assign(grid: nil, location: nil, on: CalendarDate(day: 20_000))
        return CaseIntake(
            incident: incident, number: CaseNumber("case-\(number)"), cameraName: "路口", assignment: owner, place: nil)
    }

    private static func cpu() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
