import Cases
import CityAlgorithms
import Foundation
import Media
import Pipeline
import Scene
import Settings

/// One video that is to be replayed, as which camera.
struct ReplayJob {
    let path: String
    let setup: CameraSetup

    static let extensions: Set<String> = [
        "mp4", "avi", "mkv", "mov", "ts", "flv", "webm", "h264", "h265", "264", "265", "mpg", "m4v", "dav", "wmv",
    ]

    /// The videos behind the arguments: files as they are, folders with what lies in them, by name.
    static func videos(_ arguments: [String]) throws -> [String] {
        var videos: [String] = []
        for argument in arguments {
            var isFolder: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue
            else {
                videos.append(argument)
                continue
            }
            let found = try FileManager.default.contentsOfDirectory(atPath: argument).sorted()
                .filter { extensions.contains(URL(fileURLWithPath: $0).pathExtension.lowercased()) }
            guard !found.isEmpty else {
                throw fail(
                    "\(argument): no video lies in this folder. Known endings: \(extensions.sorted().joined(separator: ", "))."
                )
            }
            videos += found.map { (argument as NSString).appendingPathComponent($0) }
        }
        return videos
    }

    /// Camera ids: the file's name without its ending; a second of that name gets `-2`.
    static func names(_ videos: [String]) -> [String] {
        var taken: [String: Int] = [:]
        return videos.map { video in
            let name = URL(fileURLWithPath: video).deletingPathExtension().lastPathComponent
            taken[name, default: 0] += 1
            return taken[name] == 1 ? name : "\(name)-\(taken[name] ?? 0)"
        }
    }
}

/// Makes the pipeline's camera of a configured one, or of none.
struct SetupMaker {
    let settings: Settings?
    let algorithms: [String]?
    let policy: DecodePolicy?

    private func wanted(_ algorithm: any Algorithm.Type) -> Bool {
        algorithms?.contains(algorithm.profile.id) ?? true
    }

    /// The camera that a video belongs to: the one named, else the one whose id or source has the file's name.
    func camera(for video: String, named id: String?) -> Settings.Camera? {
        let file = URL(fileURLWithPath: video)
        let stem = file.deletingPathExtension().lastPathComponent
        return settings?.cameras.first { camera in
            if let id { return camera.id == id }
            let source = camera.source.map { URL(fileURLWithPath: $0).lastPathComponent }
            return camera.id == stem || source == file.lastPathComponent
        }
    }

    func setup(_ camera: Settings.Camera?, name: String) -> CameraSetup {
        guard let camera, let settings else { return whole(name) }
        var watches: [CameraSetup.Watch] = []
        for use in camera.algorithms where wanted(use.algorithm) {
            let profile = use.algorithm.profile
            let zones = camera.zones.filter { zone in
                use.zones.isEmpty
                    ? profile.zoneKinds.contains(zone.kind) || zone.kind == .watch : use.zones.contains(zone.id)
            }
            for zone in zones {
                let terms = HitRule.Terms(
                    profile, lasting: use.lasting, threshold: use.threshold, schedule: use.schedule)
                watches.append(.init(algorithm: use.algorithm, zone: zone, terms: terms))
            }
        }
        return CameraSetup(
            id: camera.id, name: camera.name, ownership: settings.ownership(of: camera), zones: camera.zones,
            watches: watches,
            personScale: camera.person.map { PersonScale(near: $0.near, far: $0.far) } ?? .streetCamera,
            policy: policy ?? camera.decode)
    }

    /// Without a configuration the whole picture is one `watch` zone, every algorithm runs and the duty desk owns it.
    private func whole(_ name: String) -> CameraSetup {
        let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
        let watches = AlgorithmRegistry.all.filter(wanted).map {
            CameraSetup.Watch(algorithm: $0, zone: zone, terms: HitRule.Terms($0.profile))
        }
        return CameraSetup(
            id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
            watches: watches, personScale: .streetCamera, policy: policy ?? .full)
    }
}
