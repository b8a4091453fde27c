import Cases
import Pipeline
import Planning
import Settings
import Watching

extension WatchOrders {
    /// - Throws: every mistake of the sources.
    init(_ settings: Settings, environment: [String: String]) throws(SettingsFaults) {
        let (evidence, listen) = (settings.service.evidence, settings.service.listen)
        self.init(
            fixed: Fixed(
                store: settings.store,
                evidence: Evidence(folder: evidence.folder, keep: evidence.keep, atMost: evidence.atMost),
                timeZone: settings.timeZone, listen: "\(listen.host):\(listen.port)"),
            cameras: try CameraPlan.all(settings, environment: environment), scheme: settings.scheme,
            ladder: Ladder(settings.grids), catalog: settings.catalog
        ) { settings.firstRosterGap(from: $0) }
    }
}
