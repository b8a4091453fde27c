import CityAlgorithms
import Foundation
import Inference
import Measures
import Media
import Scene
import Testing

/// What a camera's own dry days are worth: pictures of a city's cameras, each judged against the other dry ones of its camera.
@Suite(.enabled(if: Eyes.hasWeights && WaterPictures.areHere, "\(Eyes.noWeights)"))
struct DryDaysTests {
    @Test func `with dry days of its own a camera tells water from a wet road better than without`() throws {
        let pictures = try WaterPictures.judged()
        #expect(pictures.count == 120)
        let alone = try area(pictures) { _ in [] }
        // A picture is not among its own dry days.
        let after = try area(pictures) { one in pictures.filter { $0.isDryDay(of: one) } }
        // Live, what reaches the threshold is a case, and teaches nothing.
        let quiet = Set(try pictures.filter { try measure($0, after: []) < 0.4 }.map(\.name))
        let live = try area(pictures) { one in pictures.filter { $0.isDryDay(of: one) && quiet.contains($0.name) } }
        #expect(alone >= 0.93 && after >= 0.97 && live > alone && after > live, "AUC \(alone), \(after), live \(live)")
    }

    /// - Parameter days: what the camera of a picture saw before it.
    private func area(
        _ pictures: [WaterPictures.Picture], after days: (WaterPictures.Picture) -> [WaterPictures.Picture]
    ) throws -> Double {
        try ROC(pictures.map { Scored(try measure($0, after: days($0)), isPositive: $0.hasWater) }).area.orFail("area")
    }

    /// What counts of a picture once the camera has had days that look like others.
    private func measure(_ picture: WaterPictures.Picture, after dry: [WaterPictures.Picture]) throws -> Double {
        let entry = AlgorithmEntry(.waterlogging, networks: ["lite0-water"])
        var water = entry.make(Zone(id: "all", kind: .watch, polygon: .wholePicture))
        var time = 0.0
        func look(_ picture: WaterPictures.Picture) -> Look {
            let at = MediaTime(seconds: time)
            return Look(
                SceneLook(at: at, aspect: 16 / 9, personScale: .streetCamera, still: [], masses: []),
                found: ["lite0-water": picture.cells], lookedAt: ["lite0-water": at])
        }
        for one in dry {
            _ = water.judge(look(one))
            water.learnUsual()
            time += 60
        }
        if !dry.isEmpty { water.recall(try aged(water.usual.orFail("usual"))) }
        return water.judge(look(picture)).first?.measure ?? 0
    }
}

extension DryDaysTests {
    /// The same, as if learned over two days.
    private func aged(_ usual: UsualLook) throws -> UsualLook {
        let data = try JSONEncoder().encode(usual)
        var fields = try (JSONSerialization.jsonObject(with: data) as? [String: Any]).orFail("fields")
        fields["seconds"] = 2 * 86_400
        return try JSONDecoder().decode(UsualLook.self, from: JSONSerialization.data(withJSONObject: fields))
    }
}

/// shared/images/flood-cctv, as the network sees it.
enum WaterPictures {
    struct Picture {
        let name: String
        let camera: String
        let hasWater: Bool
        let cells: [FoundObject]

        func isDryDay(of other: Picture) -> Bool { !hasWater && camera == other.camera && name != other.name }
    }

    static let folder = Eyes.shared.appending(path: "images/flood-cctv")
    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Those of which somebody could say whether water stands there.
    static func judged() throws -> [Picture] {
        let table = try String(contentsOf: folder.appending(path: "labels.csv"), encoding: .utf8)
        let rows = table.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        let columns = try rows.first.orFail("labels.csv")
        let (file, label) = (
            try columns.firstIndex { ["file", "picture", "name"].contains($0) }.orFail("file"),
            try columns.firstIndex(of: "visible_water").orFail("visible_water")
        )
        let finder = ObjectFinder(try Eyes.network("lite0-water"))
        return try rows.dropFirst().filter { ["yes", "no"].contains($0[label]) }.map { row in
            let path = folder.appending(path: row[file])
            let found = try Eyes.withPicture(path.path) { try finder.objects(in: $0) }
            return Picture(
                name: row[file], camera: String(path.lastPathComponent.prefix { $0 != "-" }),
                hasWater: row[label] == "yes",
                cells: found.map { FoundObject(label: $0.label, box: $0.box, score: $0.score) })
        }
    }
}
