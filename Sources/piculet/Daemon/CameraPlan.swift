import Media
import Pipeline
import Settings

/// One camera as it is to be watched; two that are equal need no restart.
struct CameraPlan: Equatable {
    let setup: CameraSetup
    let address: SourceAddress

    var id: String { setup.id }

    /// All cameras of a configuration, in its order.
    ///
    /// - Throws: every mistake of their sources.
    static func all(_ settings: Settings, environment: [String: String]) throws(SettingsFaults) -> [CameraPlan] {
        let addresses = try settings.addresses(environment)
        let maker = SetupMaker(settings: settings, algorithms: nil, policy: nil)
        return settings.cameras.compactMap { camera in
            addresses[camera.id].map { CameraPlan(setup: maker.setup(camera, name: camera.id), address: $0) }
        }
    }
}
