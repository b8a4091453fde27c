import CityAlgorithms
import Foundation
import Labels
import Media
import Replaying
import Scoring
import Testing

/// Algorithms of which one knows what they must make of still pictures.
@Suite struct StillScoreTests {
    private typealias Grey = MadeUpStills.Grey

    private func score(
        _ pictures: [Grey], by entry: AlgorithmEntry = MadeUpStills.glare, atOnce: Int = 2
    ) throws -> StillScore {
        let question = try MadeUpStills.question(entry.id, pictures)
        let scores = try MadeUpStills.runner([entry]).scores(
            [question], known: [entry.id], algorithms: [entry.id], atOnce: atOnce)
        return try #require(scores.first)
    }

    private func counts(_ score: StillScore) -> [Int] {
        [score.positives, score.negatives, score.unclear, score.cameras]
    }

    @Test func `one that sees it in every picture and in no other has an area of 1`() throws {
        let score = try score([
            Grey("a", 250, .yes), Grey("a", 10, .no), Grey("b", 200, .yes), Grey("b", 30, .no),
        ])
        let figures = try #require(score.figures)
        #expect(counts(score) == [2, 2, 0, 2])
        #expect(figures.auc == StillScore.Area(value: 1, low: 1, high: 1))
        #expect(figures.averagePrecision == 1)
        #expect(figures.recallAt.map(\.recall.count) == [2, 2])
        #expect(figures.recallAt.map(\.threshold) == [0.784314, 0.784314])
        #expect(figures.told.recall.count == 2 && figures.told.falsePositives.count == 0)
        #expect(figures.roc.map(\.recall) == [0, 0.5, 1, 1, 1])
        #expect(figures.roc.map(\.falsePositiveRate) == [0, 0, 0, 0.5, 1])
        #expect(!figures.seesNothing)
    }

    /// Six pairs of one with it and one without: in four the former is brighter, in one both are the same.
    @Test func `a tie counts half, and what is unclear counts neither way`() throws {
        let score = try score([
            Grey("a", 200, .yes), Grey("a", 100, .yes), Grey("b", 50, .yes), Grey("b", 100, .no), Grey("c", 20, .no),
            Grey("d", 255, .unclear),
        ])
        let figures = try #require(score.figures)
        #expect(counts(score) == [3, 2, 1, 3])
        #expect(figures.auc.value == 0.75)
        // One of the three before the first without it.
        #expect(figures.recallAt.map(\.recall.count) == [1, 1])
        #expect(figures.recallAt.map(\.recall.n) == [3, 3])
        // 1 for the first, 2 of 3 for the second, 3 of 4 for the third.
        #expect(figures.averagePrecision == 0.805556)
        #expect(figures.pictures.map(\.picture) == ["a-0.png", "a-1.png", "b-2.png", "b-3.png", "c-4.png"])
        // Its threshold is a half: 200 of 255 is told, 100 is not.
        #expect(figures.pictures.map(\.isTold) == [true, false, false, false, false])
        #expect(figures.told.recall.count == 1 && figures.told.falsePositives.n == 2)
    }

    @Test func `one that goes by what changes sees nothing, and its area is a half`() throws {
        let score = try score(
            [Grey("a", 250, .yes), Grey("a", 10, .no), Grey("b", 200, .yes), Grey("b", 30, .no), Grey("b", 40, .no)],
            by: AlgorithmEntry(Pack.crowd, networks: []))
        let figures = try #require(score.figures)
        #expect(figures.auc == StillScore.Area(value: 0.5, low: 0.5, high: 0.5))
        #expect(figures.seesNothing)
        // Whoever takes all for positive is right as often as it is there.
        #expect(figures.averagePrecision == 0.4)
        #expect(figures.recallAt.map(\.recall.count) == [0, 0])
        #expect(figures.told.recall.count == 0)
        let file = try ScoreFile([score])
        #expect(ScoreLines.lines(file).contains { $0.en.contains("it saw nothing in any picture") })
    }

    @Test func `an algorithm that is not built in is named, and not judged`() throws {
        let question = try MadeUpStills.question(
            "visible_water", [Grey("a", 250, .yes), Grey("a", 10, .no), Grey("a", 10, .unclear)])
        let scores = try MadeUpStills.runner().scores(
            [question], known: ["glare"], algorithms: ["glare"], atOnce: 1)
        #expect(scores.map(\.algorithm) == ["waterlogging"])
        #expect(scores[0].figures == nil)
        #expect(counts(scores[0]) == [1, 1, 1, 1])
        let file = try ScoreFile(scores)
        #expect(
            ScoreLines.lines(file).map(\.en) == [
                "3 picture(s) ask for waterlogging, which is not built in: not judged"
            ])
        #expect(ScoreLines.lines(file).map(\.zh) == ["3 张图片询问 waterlogging，此算法尚未内置：未评判"])
        let row = try #require(ScoreTable.csv(file).split(separator: "\n").last)
        #expect(row.hasPrefix(",stills,waterlogging,") && row.contains(",1,1,1,1,,,,,,"))
    }

    @Test func `what is not asked about, or not scored, is not there`() throws {
        let question = try MadeUpStills.question("glare", [Grey("a", 250, .yes)])
        #expect(try MadeUpStills.runner().scores([question], known: ["glare"], algorithms: [], atOnce: 1).isEmpty)
        #expect(StillQuestion.all(in: [("d", [])]).isEmpty)
    }

    /// Camera a has only pictures with it, camera b only such without: a resample of one of them alone has no area.
    @Test func `a camera whose pictures all have one answer leaves the interval to the others`() throws {
        let figures = try #require(try score([Grey("a", 250, .yes), Grey("b", 10, .no)]).figures)
        #expect(figures.auc == StillScore.Area(value: 1, low: 1, high: 1))
        let one = try #require(try score([Grey("a", 250, .yes), Grey("a", 10, .no)]).figures)
        #expect(one.auc == StillScore.Area(value: 1, low: nil, high: nil), "one camera can be drawn in one way only")
    }

    @Test func `pictures with one answer, or without any, have no area`() throws {
        let figures = try #require(try score([Grey("a", 250, .no), Grey("b", 10, .no)]).figures)
        #expect(figures.auc.value == nil && figures.averagePrecision == nil && figures.roc.isEmpty)
        #expect(figures.told.falsePositives.count == 1 && figures.told.recall.value == nil)
        let unclear = try score([Grey("a", 250, .unclear)])
        #expect(try #require(unclear.figures).pictures.isEmpty)
        #expect(unclear.figures?.auc.value == nil && unclear.cameras == 0 && unclear.unclear == 1)
    }

    @Test func `a broken or a missing picture is an error with its path`() throws {
        let question = try MadeUpStills.question("glare", [Grey("a", 250, .yes), Grey("a", 10, .no)])
        let path = try #require(question.pictures[1].still.path)
        func failure() -> String? {
            let error = #expect(throws: ReplayError.self) {
                try MadeUpStills.runner().scores([question], known: ["glare"], algorithms: ["glare"], atOnce: 2)
            }
            return error?.words.en
        }
        // Half of it is there.
        try MadeUpStills.png(level: 10).prefix(600).write(to: URL(fileURLWithPath: path))
        #expect(
            failure() == "\(path): the picture cannot be read (it is neither a JPEG nor a PNG that can be decoded). "
                + "Check the path, and that it is a complete JPEG or PNG.")
        try FileManager.default.removeItem(atPath: path)
        #expect(
            failure() == "\(path): the picture cannot be read (there is no such picture, or it cannot be read). "
                + "Check the path, and that it is a complete JPEG or PNG.")
        let nowhere = StillQuestion(
            algorithm: "glare",
            pictures: [
                .init(
                    dataset: "d", still: Still(picture: "x/a-0.png", path: nil, camera: "a", truth: .yes, line: 2))
            ])
        let error = #expect(throws: ScoreError.self) {
            try MadeUpStills.runner().scores([nowhere], known: ["glare"], algorithms: ["glare"], atOnce: 1)
        }
        #expect(error?.words.en == "x/a-0.png: the labels have this picture, but there is no such file.")
    }

    @Test func `one or two at once tell the same, and a file keeps it`() throws {
        let pictures = (0..<12).map { Grey("cam\($0 % 4)", UInt8($0 * 17), $0 % 3 == 0 ? .yes : .no) }
        let (one, two) = (try score(pictures, atOnce: 1), try score(pictures, atOnce: 2))
        #expect(one == two)
        let path = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString).json")
        try ScoreFile([one]).json().write(to: path)
        #expect(try ScoreFile.load(path.path).stills == [one])
    }

    @Test func `a requirement may ask for the area`() throws {
        let score = try score([Grey("a", 200, .yes), Grey("a", 100, .yes), Grey("b", 150, .no)])
        func failures(_ text: String) throws -> [String] {
            try Requirement(text, known: ["glare", "crowd"]).failures(in: [score]).map(\.words.en)
        }
        #expect(try failures("glare auc>=0.5 recall>=0.9").isEmpty)
        #expect(try failures("glare auc>=0.9") == ["glare auc>=0.9 does not hold (stills): it is 0.5"])
        #expect(try failures("crowd auc>=0.5") == ["crowd auc>=0.5 does not hold (stills): nothing was measured"])
    }
}

extension ScoreFile {
    /// Of still pictures alone.
    fileprivate init(_ stills: [StillScore]) throws {
        self.init([], datasets: ["made-up"], algorithms: ["glare"], generatedAt: "", wall: .seconds(1))
        self.stills = stills
    }
}
