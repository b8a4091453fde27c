import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Labels
import Media
import Pipeline
import Scene
import Scoring
import Video

/// Grey pictures, and an algorithm whose measure is how bright a picture is.
enum MadeUpStills {
    static let start = WallTime(rfc3339: "2026-01-01T08:00:00+08:00") ?? WallTime(milliseconds: 0)
    static let timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

    private static let network = "brightness"

    static let profile = AlgorithmProfile(
        id: "glare", nameZH: "眩光", nameEN: "Glare", zoneKinds: [], lastingKey: .dwell, lasting: .seconds(3),
        threshold: 0.5, gap: .seconds(2), quietAfter: .seconds(60), handlingHours: 1)

    static let glare = AlgorithmEntry(profile, needs: LookNeeds(networks: [network])) { _ in Glare() }

    private struct Glare: Algorithm {
        mutating func judge(_ look: Look, into observations: inout [Observation]) {
            observations += look.objects(of: MadeUpStills.network).map {
                Observation(since: look.at, box: $0.box, measure: $0.score, score: $0.score)
            }
        }
    }

    final class Supplier: LookSupplier {
        func objects(
            of network: String, in picture: any OriginalPicture, _ scene: SceneLook
        ) throws(LookFault) -> [FoundObject] {
            let (width, height) = picture.analysisSize
            let seen = AnalysisPicture(width: width, height: height)
            guard let frame = picture as? Frame else { throw LookFault(network: network, reason: "it is no frame") }
            do throws(VideoError) {
                _ = try PictureShrinker().shrink(frame, into: seen, withColour: false)
            } catch {
                throw LookFault(network: network, reason: error.reason)
            }
            var sum = 0
            for row in 0..<height { for column in 0..<width { sum += Int(seen.luma[column, row]) } }
            let mean = Double(sum) / Double(width * height) / 255
            return [FoundObject(label: "light", box: Box(x: 0, y: 0, width: 1, height: 1), score: mean)]
        }
    }

    /// Watches the whole picture by one algorithm, under its own terms.
    static func setup(_ entry: AlgorithmEntry, _ name: String) -> CameraSetup {
        let watch = CameraSetup.Watch(
            algorithm: entry, zone: .wholePicture, terms: HitRule.Terms(entry.profile))
        return CameraSetup(
            id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: [.wholePicture],
            watches: [watch], personScale: .streetCamera, policy: .full)
    }

    static func runner(_ catalog: [AlgorithmEntry] = [glare]) -> StillRunner {
        StillRunner(
            start: start, timeZone: timeZone,
            scheme: CaseScheme(calendars: CalendarBook(current: .usual(in: timeZone)))
        ) { _, name, algorithm in
            guard let entry = catalog.first(where: { $0.id == algorithm }) else { fatalError("none is asked for") }
            return setup(entry, name)
        } supplier: {
            Supplier()
        }
    }

    /// One picture: its camera, its level of grey and what is true of it.
    struct Grey {
        let camera: String
        let level: UInt8
        let truth: Still.Truth

        init(_ camera: String, _ level: UInt8, _ truth: Still.Truth) {
            (self.camera, self.level, self.truth) = (camera, level, truth)
        }
    }

    /// Writes the pictures, and asks an algorithm about them.
    static func question(_ algorithm: String = "glare", _ pictures: [Grey]) throws -> StillQuestion {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stills-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let stills = try pictures.enumerated().map { number, grey in
            let file = folder.appending(path: "\(grey.camera)-\(number).png")
            try png(level: grey.level).write(to: file)
            return Still(
                picture: file.lastPathComponent, path: file.path, camera: grey.camera, truth: grey.truth,
                line: number + 2)
        }
        let table = StillLabels(file: "labels.csv", question: algorithm, pictures: stills)
        return StillQuestion.all(in: [("made-up", [table])])[0]
    }

    /// A picture of 32 x 32 pixels of one grey: a PNG whose rows are stored, not compressed.
    static func png(level: UInt8) -> Data {
        let rows = Data((0..<32).flatMap { _ in [0] + [UInt8](repeating: level, count: 32) })
        let length = UInt16(rows.count)
        let stored: [UInt8] = [
            0x78, 0x01, 0x01, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8),
        ]
        let header: [UInt8] = [0, 0, 0, 32, 0, 0, 0, 32, 8, 0, 0, 0, 0]
        return Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) + chunk("IHDR", Data(header))
            + chunk("IDAT", Data(stored) + rows + bytes(adler(rows))) + chunk("IEND", Data())
    }

    private static func chunk(_ name: String, _ content: Data) -> Data {
        let named = Data(name.utf8) + content
        return bytes(UInt32(content.count)) + named + bytes(crc(named))
    }

    private static func bytes(_ word: UInt32) -> Data {
        Data([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) })
    }

    private static func adler(_ data: Data) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in data { (a, b) = ((a + UInt32(byte)) % 65521, (b + a + UInt32(byte)) % 65521) }
        return b << 16 | a
    }

    private static func crc(_ data: Data) -> UInt32 {
        ~data.reduce(0xffff_ffff as UInt32) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
        }
    }
}
