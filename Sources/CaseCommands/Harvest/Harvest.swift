import Cases
import Foundation
import Keeping
import Media
import Settings

/// Writes a dataset of reviewed cases: `pictures/`, `labels.csv`, and `cameras.json` with the zones that are configured.
struct Harvest {
    /// A case whose picture is there.
    struct Found {
        let record: CaseRecord
        let verdict: CaseVerdict
        let picture: URL
    }

    let desk: CaseDesk
    let cameras: [Settings.Camera]
    let folder: URL

    func pictures(of records: [CaseRecord]) -> [Found] {
        records.compactMap { record in
            guard let verdict = record.course.judged?.verdict, let path = record.evidence.original else { return nil }
            let picture = desk.store.locate(path)
            guard FileManager.default.isReadableFile(atPath: picture.path) else { return nil }
            return Found(record: record, verdict: verdict, picture: picture)
        }
    }

    /// The table comes last: where it is, all that it names is there.
    func write(_ found: [Found]) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
        var table = LabelTable()
        for one in found {
            // The untouched picture: a drawn box would teach what to look for.
            // It begins with its camera, as labelled pictures do.
            let incident = CaseNumber.digits(of: one.record.incident)
            let name = "pictures/\(one.record.camera)-\(one.record.number)-\(incident).jpg"
            try FileManager.default.copyItem(at: one.picture, to: folder.appending(path: name))
            table.add(one.record, one.verdict, picture: name, in: desk.zone)
        }
        if !cameras.isEmpty {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let harvested = Set(found.map(\.record.camera))
            let its = cameras.filter { harvested.contains($0.id) }.map { CameraEntry($0) }
            try DurableFile.write(try encoder.encode(its), to: folder.appending(path: "cameras.json"))
        }
        try DurableFile.write(Data(table.text.utf8), to: folder.appending(path: "labels.csv"))
    }

    /// A camera without its name, address and place: zones are what its pictures are judged in.
    private struct CameraEntry: Encodable {
        struct Area: Encodable {
            let id: String
            let kind: ZoneKind
            /// x and y, 0 to 1, from the upper left.
            let polygon: [[Double]]
            let allows: [String]
        }

        let id: String
        let split: CameraSplit
        let zones: [Area]

        init(_ camera: Settings.Camera) {
            (id, split) = (camera.id, CameraSplit(camera: camera.id))
            zones = camera.zones.map { zone in
                Area(
                    id: zone.id, kind: zone.kind, polygon: zone.polygon.points.map { [$0.x, $0.y] },
                    allows: zone.allows)
            }
        }
    }
}
