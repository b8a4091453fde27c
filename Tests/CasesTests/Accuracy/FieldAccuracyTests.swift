import Cases
import Media
import Testing

/// Figures worked out by hand from a handful of hits.
@Suite struct FieldAccuracyTests {
    private static func hit(
        _ time: String, _ verdict: CaseVerdict?, camera: String = "gate", algorithm: String = "crowd",
        grid: String? = "leaf-1"
    ) -> JudgedHit {
        JudgedHit(
            camera: camera, algorithm: algorithm, grid: grid, hitAt: Shanghai.time("2026-03-\(time)"), verdict: verdict)
    }

    /// 2026-03-02 and 2026-03-09 are Mondays.
    private let hits: [JudgedHit] = [
        hit("02 00:00", .correct), hit("03 10:00", .correct), hit("08 23:59", .wrong), hit("04 10:00", .permitted),
        hit("04 11:00", .duplicate), hit("04 12:00", .unclear), hit("04 13:00", nil),
        hit("09 00:00", .correct, grid: nil), hit("10 09:00", .correct, camera: "yard", grid: "leaf-2"),
        hit("10 10:00", .wrong, camera: "yard", algorithm: "street-stall", grid: "leaf-2"),
    ]

    private func accuracy(_ division: FieldAccuracy.Division) -> FieldAccuracy {
        FieldAccuracy(hits, by: division, in: Shanghai.zone)
    }

    @Test func `permitted, duplicate and unclear are no error and no success`() throws {
        let crowd = try #require(accuracy(.algorithm).lines.first { $0.key == "crowd" }).tally
        #expect(crowd.hits == 9 && crowd.reviewed == 8 && crowd.decided == 5)
        #expect(CaseVerdict.allCases.map { crowd[$0] } == [4, 1, 1, 1, 1])
        #expect(crowd.precision == 0.8 && crowd.reviewedShare == 8.0 / 9)
        #expect(crowd.interval == WilsonInterval(4, of: 5))
    }

    @Test func `a week begins on Monday at midnight of the place`() throws {
        let weeks = accuracy(.week).lines
        #expect(weeks.map(\.key) == ["2026-03-02", "2026-03-09"])
        #expect(weeks.map(\.tally.hits) == [7, 3] && weeks.map(\.tally.precision) == [2.0 / 3, 2.0 / 3])
        // In another zone the first hit is of the week before.
        let elsewhere = FieldAccuracy(hits, by: .week, in: .gmt)
        #expect(elsewhere.lines.map(\.key) == ["2026-02-23", "2026-03-02", "2026-03-09"])
    }

    @Test func `each division has its lines and one total`() {
        #expect(accuracy(.algorithm).lines.map(\.key) == ["crowd", "street-stall"])
        #expect(accuracy(.camera).lines.map { "\($0.key) \($0.tally.hits)" } == ["gate 8", "yard 2"])
        #expect(accuracy(.grid).lines.map { "\($0.key) \($0.tally.hits)" } == [" 1", "leaf-1 7", "leaf-2 2"])
        for division in FieldAccuracy.Division.allCases { #expect(accuracy(division).total.tally.hits == 10) }
    }

    @Test func `the trend goes by the last two weeks in which something was decided`() throws {
        let crowd = try #require(accuracy(.algorithm).lines.first { $0.key == "crowd" })
        #expect(crowd.weeks.map(\.tally.precision) == [2.0 / 3, 1] && crowd.direction == .up)
        let stall = try #require(accuracy(.algorithm).lines.first { $0.key == "street-stall" })
        #expect(stall.direction == nil)
        #expect(accuracy(.algorithm).total.direction == .level)
        let later = hits + [Self.hit("17 09:00", .wrong), Self.hit("24 09:00", nil)]
        #expect(FieldAccuracy(later, by: .week, in: Shanghai.zone).total.direction == .down)
    }

    @Test func `the target is met when the whole interval reaches it, missed when none of it does`() {
        func standing(_ correct: Int, _ wrong: Int) -> Standing {
            Tally(Array(repeating: CaseVerdict.correct, count: correct) + Array(repeating: .wrong, count: wrong))
                .standing
        }
        // 100 of 100: 96.3 to 100 %; 20 of 20: 83.9 to 100 %; 180 of 200: 85.1 to 93.4 %.
        #expect(standing(100, 0) == .met && standing(20, 0) == .open && standing(180, 20) == .missed)
        #expect(standing(0, 0) == .open)
    }

    @Test func `nothing was hit, and nothing divides by it`() {
        let none = FieldAccuracy([], by: .camera, in: Shanghai.zone)
        #expect(none.lines.isEmpty && none.total.tally.precision == nil && none.total.tally.reviewedShare == nil)
    }
}
