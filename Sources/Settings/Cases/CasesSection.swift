import Cases
import CityAlgorithms
import Foundation
import Media
import Yams

/// The section `cases`: under which policy, calendar and limits a case is dealt with.
extension SettingsFile {
    func scheme(
        _ node: Node?, _ timeZone: TimeZone, _ dispatch: DispatchFile.Contents?, _ cameras: [Settings.Camera],
        _ reader: Reader
    ) -> CaseScheme {
        let fields =
            node.map {
                reader.fields(
                    $0, "cases",
                    allowed: [
                        "calendar", "limits", "handling", "reopen_within", "after_picture", "camera_may_check",
                        "whistle_items", "modes",
                    ])
            } ?? [:]
        var policy = CasePolicy.usual
        limits(fields["limits"], reader, &policy)
        if let reopening = reader.duration(fields["reopen_within"], "cases.reopen_within") {
            policy.reopening = reopening
        }
        if let picture = fields["after_picture"] {
            let its = reader.fields(picture, "cases.after_picture", allowed: ["needed", "radius"])
            if let needed = reader.flag(its["needed"], "cases.after_picture.needed") {
                policy.needsAfterPicture = needed
            }
            if let radius = reader.number(its["radius"], "cases.after_picture.radius", in: 1...10_000) {
                policy.radius = radius
            }
        }
        if let may = reader.flag(fields["camera_may_check"], "cases.camera_may_check") { policy.cameraMayCheck = may }
        policy.whistleItems = reader.list(fields["whistle_items"], "cases.whistle_items").compactMap {
            reader.text($0, "cases.whistle_items")
        }
        let calendar = self.calendar(fields["calendar"], timeZone, reader) ?? .usual(in: timeZone)
        return CaseScheme(
            policy: policy, calendars: CalendarBook(current: calendar), people: dispatch?.people ?? [],
            dispatch: dispatch?.table ?? .none,
            registrations: registrations(fields["handling"], reader), units: dispatch?.units ?? [],
            modes: modes(fields["modes"], cameras, reader))
    }

    private func limits(_ node: Node?, _ reader: Reader, _ policy: inout CasePolicy) {
        guard let node else { return }
        // Those of arrival and handling follow from the registration.
        let clocks = CaseClock.allCases.filter { $0 != .arrive && $0 != .handle }
        let fields = reader.fields(node, "cases.limits", allowed: clocks.map(\.rawValue) + ["check_in"])
        for clock in clocks {
            if let limit = reader.limit(fields[clock.rawValue], "cases.limits.\(clock.rawValue)") {
                policy.limits[clock] = limit
            }
        }
        if let limit = reader.limit(fields["check_in"], "cases.limits.check_in") { policy.checkIn = limit }
    }

    private func registrations(_ node: Node?, _ reader: Reader) -> [String: CaseAction.Registration] {
        let fields = node.map { reader.fields($0, "cases.handling", allowed: catalog.ids) } ?? [:]
        let all = catalog.entries.map { algorithm in
            let profile = algorithm.profile
            let limit = reader.limit(fields[profile.id], "cases.handling.\(profile.id)")
            return CaseAction.Registration(
                standard: profile.id, text: "\(profile.nameZH) \(profile.nameEN)",
                limit: limit ?? Limit(profile.handlingHours, .urgentHour))
        }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.standard, $0) })
    }
}

extension CaseScheme {
    /// Where no configuration says otherwise.
    ///
    /// - Parameter catalog: the algorithms whose cases it is about.
    package static func usual(in zone: TimeZone, catalog: AlgorithmCatalog) -> CaseScheme {
        SettingsFile(path: "piculet.yaml", catalog: catalog).scheme(nil, zone, nil, [], Reader(file: "piculet.yaml"))
    }
}
