import Cases
import Foundation
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

    @Test(arguments: [1e-25, 1e-300])
    func `ground that is a hair wide is looked at like any other`(size: Double) throws {
        let hair = Polygon([Point(x: 0, y: 0), Point(x: size, y: size), Point(x: 0, y: size)])
        let survey = try survey([Grid(id: "a", name: "a", level: 1, polygon: hair)])
        #expect(survey.holes.isEmpty && survey.overlaps.isEmpty)
    }

    private func withoutOutlines(_ grids: [Grid]) -> [Grid] {
        grids.map { grid in
            var grid = grid
            if grid.parent == nil { grid.polygon = nil }
            return grid
        }
    }

    @Test func `a leaf that is missing is found though no parent has a polygon`() throws {
        let survey = try survey(withoutOutlines(Squares.town(side: 9, leaving: ["operation-3-1"])))
        #expect(survey.gaps.isEmpty && survey.holes.map(\.network) == ["operation"])
        let hole = try #require(survey.holes.first)
        #expect(Squares.square(3, 1).contains(hole.place))
        // Some 111 m by 95 m.
        #expect(abs(hole.area / (111.2 * 95.3) - 1) < 0.3)
        #expect(survey.openNetworks == ["operation"])
    }

    @Test func `a leaf that is missing in a town with an outline is a gap alone`() throws {
        let survey = try survey(Squares.town(side: 9, leaving: ["operation-3-1"]))
        #expect(survey.gaps.map(\.parent) == ["operation-town"] && survey.holes.isEmpty && survey.openNetworks.isEmpty)
    }

    @Test func `a leaf that is missing at the rim is no hole, two that touch at a corner are two`() throws {
        let rim = try survey(withoutOutlines(Squares.town(side: 6, leaving: ["operation-0-2", "operation-5-5"])))
        #expect(rim.holes.isEmpty && rim.openNetworks == ["operation"])
        let two = try survey(withoutOutlines(Squares.town(side: 6, leaving: ["operation-2-2", "operation-3-3"])))
        #expect(two.holes.count == 2)
    }

    @Test func `a crack between leaves is neither a hole nor a way out of one`() throws {
        // Half a metre between the rows.
        let town = withoutOutlines(Squares.town(side: 7, leaving: ["operation-3-3"])).map { grid in
            var grid = grid
            grid.polygon = grid.polygon.map { polygon in
                Polygon(polygon.points.map { Point(x: $0.x, y: $0.y + ($0.y > 31.0035 ? 4e-6 : 0)) })
            }
            return grid
        }
        #expect(try survey(town).holes.count == 1)
    }

    @Test func `two thousand grids of five thousand corners are surveyed while somebody waits`() throws {
        // Leaves whose borders wave: each side has 1250 corners, and both neighbours have the same.
        func side(_ x: Double, _ y: Double, dx: Double, dy: Double) -> [Point] {
            (0..<1250).map { at in
                let (share, wave) = (Double(at) / 1250, 0.05 * sin(Double(at) / 1250 * 60 * .pi))
                return Squares.place(x + dx * share + dy * wave, y + dy * share + dx * wave)
            }
        }
        let grids = (0..<45 * 45).map { at in
            let (x, y) = (Double(at % 45), Double(at / 45))
            let ring =
                side(x, y, dx: 1, dy: 0) + side(x + 1, y, dx: 0, dy: 1)
                + side(x, y + 1, dx: 1, dy: 0).dropFirst().reversed() + side(x, y, dx: 0, dy: 1).dropFirst().reversed()
            return Grid(id: "\(at)", name: "叶", level: 1, polygon: Polygon(ring))
        }
        let survey = try survey(grids)
        #expect(survey.overlaps.count < 10 && survey.gaps.isEmpty && survey.holes.count < 10)
    }

    @Test func `two maps over one another are told by a thousand overlaps`() throws {
        let grids = (0..<3000).map { Grid(id: "\($0)", name: "x", level: 1, polygon: Squares.square(0, 0, side: 9)) }
        #expect(try survey(grids).overlaps.count == 1000)
    }
}
