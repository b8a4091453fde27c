import Pipeline
import Settings

extension CameraPlan {
    /// All cameras of a configuration, in its order.
    ///
    /// - Throws: every mistake of their sources.
    package static func all(
        _ settings: Settings, environment: [String: String]
    ) throws(SettingsFaults) -> [CameraPlan] {
        let addresses = try settings.addresses(environment)
        let maker = SetupMaker(settings: settings, catalog: settings.catalog)
        return settings.cameras.compactMap { camera in
            addresses[camera.id].map { CameraPlan(setup: maker.setup(camera, name: camera.id), address: $0) }
        }
    }
}
