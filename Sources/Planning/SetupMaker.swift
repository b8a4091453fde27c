import Cases
import CityAlgorithms
import Foundation
import Media
import Pipeline
import Scene
import Settings

/// Makes the pipeline's camera of a configured one, or of none.
package struct SetupMaker {
    private let settings: Settings?
    private let catalog: AlgorithmCatalog
    private let algorithms: [String]?
    private let policy: DecodePolicy?
    private let trying: [String]

    /// - Parameters:
    ///   - settings: nil: there is no configuration.
    ///   - catalog: what runs where there is none.
    ///   - algorithms: only these; nil: all that are configured.
    ///   - policy: instead of each camera's own.
    ///   - trying: run on every camera, in zones of their kinds where it has some, else on the whole picture.
    package init(
        settings: Settings?, catalog: AlgorithmCatalog, algorithms: [String]? = nil, policy: DecodePolicy? = nil,
        trying: [String] = []
    ) {
        (self.settings, self.catalog, self.algorithms, self.policy) = (settings, catalog, algorithms, policy)
        self.trying = trying
    }

    private func wanted(_ algorithm: AlgorithmEntry) -> Bool {
        algorithms?.contains(algorithm.id) ?? true
    }

    /// The camera that a video belongs to: the one named, else the one whose id or source has the file's name.
    package func camera(for video: String, named id: String?) -> Settings.Camera? {
        let file = URL(fileURLWithPath: video)
        let stem = file.deletingPathExtension().lastPathComponent
        return settings?.cameras.first { camera in
            if let id { return camera.id == id }
            let source = camera.source.map { URL(fileURLWithPath: $0).lastPathComponent }
            return camera.id == stem || source == file.lastPathComponent
        }
    }

    package func setup(_ camera: Settings.Camera?, name: String) -> CameraSetup {
        guard let camera, let settings else { return whole(name) }
        var watches: [CameraSetup.Watch] = []
        for use in camera.algorithms where wanted(use.algorithm) {
            let profile = use.algorithm.profile
            let zones = camera.zones.filter { zone in
                use.zones.isEmpty ? profile.watches(zone.kind) : use.zones.contains(zone.id)
            }
            for zone in zones {
                watches.append(
                    .init(
                        algorithm: use.algorithm, zone: zone, terms: HitRule.Terms(profile, use), scale: use.scale ?? 1)
                )
            }
        }
        let used = camera.algorithms.map(\.algorithm.id)
        for tried in catalog.usable where trying.contains(tried.id) && !used.contains(tried.id) {
            let zones = camera.zones.filter { tried.profile.watches($0.kind) }
            for zone in zones.isEmpty ? [.wholePicture] : zones {
                watches.append(.init(algorithm: tried, zone: zone, terms: HitRule.Terms(tried.profile)))
            }
        }
        return CameraSetup(
            id: camera.id, name: camera.name, ownership: settings.ownership(of: camera), zones: camera.zones,
            watches: watches,
            personScale: scale(of: camera), ground: camera.ground,
            policy: policy ?? camera.decode)
    }

    /// A camera as its footage is judged: with zones that are given, the terms of the camera that is configured under its id,
    /// else those of the configuration's `score`, else the algorithms' own.
    ///
    /// - Parameter zones: nil: the whole picture is one `watch` zone, in which each algorithm runs.
    package func judged(_ id: String, name: String, zones given: [Zone]?) -> CameraSetup {
        let zones = given ?? [.wholePicture]
        let camera = settings?.cameras.first { $0.id == id }
        let uses = camera?.algorithms ?? settings?.judged ?? []
        let watches = catalog.usable.filter(wanted).flatMap { algorithm in
            let use = uses.first { $0.algorithm.id == algorithm.id }
            let terms = HitRule.Terms(algorithm.profile, use)
            return zones.filter { given == nil || algorithm.profile.watches($0.kind) }
                .map { CameraSetup.Watch(algorithm: algorithm, zone: $0, terms: terms, scale: use?.scale ?? 1) }
        }
        return CameraSetup(
            id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: zones,
            watches: watches, personScale: scale(of: camera), ground: camera?.ground ?? .unknown,
            policy: policy ?? camera?.decode ?? .full)
    }

    private func scale(of camera: Settings.Camera?) -> PersonScale {
        camera?.person.map { PersonScale(near: $0.near, far: $0.far) } ?? .streetCamera
    }

    /// Without a configuration the whole picture is one `watch` zone, what may be watched anywhere and what is named runs, and
    /// the duty desk owns it.
    private func whole(_ name: String) -> CameraSetup {
        let zone = Zone.wholePicture
        let usual = catalog.general.map(\.id) + trying
        let watches = catalog.usable.filter { (algorithms ?? usual).contains($0.id) }.map {
            CameraSetup.Watch(algorithm: $0, zone: zone, terms: HitRule.Terms($0.profile))
        }
        return CameraSetup(
            id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
            watches: watches, personScale: .streetCamera, policy: policy ?? .full)
    }
}
