import Cases
import Media
import Testing

@Suite struct GridSurveyTests {
    private let day = Shanghai.date("2026-03-02")

    private func survey(_ grids: [Grid]) throws -> GridSurvey { GridSurvey(try GridTree(grids), on: day) }

    @Test func `a town whose leaves tile it has neither overlap nor gap`() throws {
        let survey = try survey(Squares.town(side: 6) + Squares.town(side: 3, network: "police"))
        #expect(survey.overlaps.isEmpty && survey.gaps.isEmpty)
    }

    @Test func `leaves over one another are named with a place`() throws {
        let extra = Grid(
            id: "extra", name: "多", level: 2, parent: "operation-town", polygon: Squares.square(2.5, 2.5))
        let overlaps = try survey(Squares.town(side: 4) + [extra]).overlaps
        #expect(
            overlaps.map(\.grids) == [
                ["operation-2-2", "extra"], ["operation-2-3", "extra"], ["operation-3-2", "extra"],
                ["operation-3-3", "extra"],
            ])
        let square = Squares.square(2.5, 2.5)
        #expect(
            overlaps.allSatisfy { square.contains($0.place) || Ground.metres(from: $0.place, toBorderOf: square) < 1 })
    }

    @Test func `the same polygon twice is an overlap, also when it is no square`() throws {
        let bent = Polygon([
            Squares.place(0, 0), Squares.place(2, 0), Squares.place(2, 2), Squares.place(1, 0.2), Squares.place(0, 2),
        ])
        let grids = ["a", "b"].map { Grid(id: $0, name: $0, level: 1, polygon: bent) }
        #expect(try survey(grids).overlaps.map(\.grids) == [["a", "b"]])
    }

    @Test func `what held at another time, or in another network, is no overlap`() throws {
        let (square, from) = (Squares.square(0, 0), Validity(from: Shanghai.date("2026-05-01")))
        let grids = [
            Grid(id: "a", name: "a", level: 1, polygon: square),
            Grid(id: "b", name: "b", level: 1, validity: from, polygon: square),
            Grid(id: "c", name: "c", level: 1, network: "police", polygon: square),
        ]
        #expect(try survey(grids).overlaps.isEmpty)
        #expect(GridSurvey(try GridTree(grids), on: Shanghai.date("2026-06-01")).overlaps.map(\.grids) == [["a", "b"]])
    }

    @Test func `a leaf that is missing is a gap of its size`() throws {
        let gaps = try survey(Squares.town(side: 5, leaving: ["operation-3-1"])).gaps
        #expect(gaps.map(\.parent) == ["operation-town"])
        #expect(abs(gaps[0].share - 1.0 / 25) < 0.005)
        #expect(Squares.square(3, 1).contains(gaps[0].place))
    }
}
