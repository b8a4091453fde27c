import Cases
import Media
import TestSupport
import Testing

/// B3, B4, B8, B12, B13 of the case domain.
@Suite struct NetworkTests {
    private let day = Shanghai.date("2026-03-02")

    private func faults(_ grids: [Grid]) -> [String] {
        do { _ = try GridTree(grids) } catch { return error.faults.map(\.words.en) }
        return []
    }

    @Test func `B4 a place lies in one node of each network`() throws {
        let tree = try GridTree(Squares.town(side: 4) + Squares.town(side: 2, network: "police"))
        let found = tree.grids(at: Squares.place(1.5, 1.5), on: day)
        #expect(found.mapValues(\.id) == ["operation": "operation-1-1", "police": "police-1-1"])
        #expect(tree.grids(at: Squares.place(3.5, 3.5), on: day).mapValues(\.id) == ["operation": "operation-3-3"])
        #expect(tree.networks == ["operation", "police"])
        #expect(tree.countsByLevel(of: "police") == [1: 1, 2: 4])
    }

    @Test func `B4 a tree stays within its network`() {
        let top = Grid(id: "town", name: "镇", level: 1)
        #expect(
            faults([top, Grid(id: "beat", name: "警", level: 2, parent: "town", network: "police")]) == [
                "grid 'beat' is of the network 'police' but its parent 'town' of 'operation'; a tree stays within its network"
            ])
    }

    @Test func `B3 a grid may be run by an enterprise`() throws {
        let tree = try GridTree([Grid(id: "bank", name: "滩涂", level: 1, kind: "comprehensive", operator: "滩涂公司")])
        #expect(tree["bank"]?.operator == "滩涂公司")
    }

    @Test func `B8 each place of a town lies in exactly one leaf`() throws {
        let tree = try GridTree(Squares.town(side: 30))
        var random = SeededRandom(seed: 8)
        for _ in 0..<5000 {
            let place = Squares.place(.random(in: 0..<30, using: &random), .random(in: 0..<30, using: &random))
            let leaves = tree.leaves.filter { $0.polygon?.contains(place) ?? false }
            #expect(leaves.count == 1)
            #expect(tree.grid(at: place, on: day)?.id == leaves.first?.id)
        }
    }

    @Test func `outside of all, and among none, nothing is found`() throws {
        let tree = try GridTree(Squares.town(side: 3))
        for place in [Squares.place(-0.1, 1), Squares.place(3.1, 1), Squares.place(1, 99), Point(x: .nan, y: 31)] {
            #expect(tree.grids(at: place, on: day).isEmpty)
        }
        #expect(GridTree.empty.grids(at: Squares.place(1, 1), on: day).isEmpty)
    }

    @Test func `B12 after a re-division old days keep the old owner`() throws {
        let (until, from) = (Validity(until: Shanghai.date("2026-05-01")), Validity(from: Shanghai.date("2026-05-01")))
        let tree = try GridTree([
            Grid(id: "old", name: "旧", level: 1, unit: "甲", validity: until, polygon: Squares.square(0, 0, side: 2)),
            Grid(id: "west", name: "西", level: 1, unit: "乙", validity: from, polygon: Squares.square(0, 0)),
            Grid(id: "east", name: "东", level: 1, unit: "丙", validity: from, polygon: Squares.square(1, 0)),
        ])
        let ownership = Ownership(tree, grid: nil, location: Squares.place(1.5, 0.5))
        #expect(ownership.assignment(on: Shanghai.date("2020-01-01")).grid == "old")
        #expect(ownership.assignment(on: Shanghai.date("2026-04-30")).unit == "甲")
        #expect(ownership.assignment(on: Shanghai.date("2026-05-01")).unit == "丙")
        // A camera that names the grid which is no more goes by its place, or to the desk, with the reason.
        let named = Ownership(tree, grid: "old", location: Squares.place(0.5, 0.5))
        #expect(named.assignment(on: Shanghai.date("2026-04-30")).reason == .cameraNamesGrid)
        #expect(named.assignment(on: Shanghai.date("2026-05-02")).unit == "乙")
        let lost = Ownership(tree, grid: "old", location: nil).assignment(on: Shanghai.date("2026-05-02"))
        #expect(lost.unit == Dispatcher.dutyDesk && lost.reason == .gridNotValid)
    }

    @Test func `F5 4 committees become 12: old cases keep their owner, and both reports add up`() throws {
        let day = Shanghai.date("2023-07-01")
        let committees = (0..<4).map { at in
            Grid(
                id: "old-\(at)", name: "旧居委 \(at)", level: 1, unit: "旧 \(at)", validity: Validity(until: day),
                polygon: Squares.square(Double(at) * 3, 0, side: 3))
        }
        let divided = (0..<12).map { at in
            Grid(
                id: "new-\(at)", name: "新居委 \(at)", level: 1, unit: "新 \(at)", validity: Validity(from: day),
                polygon: Polygon([
                    Squares.place(Double(at), 0), Squares.place(Double(at) + 1, 0), Squares.place(Double(at) + 1, 3),
                    Squares.place(Double(at), 3),
                ]))
        }
        let tree = try GridTree(committees + divided)
        let (dispatcher, before) = (Dispatcher(tree), day.advanced(by: -1))
        var random = SeededRandom(seed: 5)
        let cases = (0..<600).map { number in
            let place = Squares.place(
                Double.random(in: 0.001..<11.999, using: &random), Double.random(in: 0.001..<2.999, using: &random))
            let date = number < 250 ? before : day
            return (place: place, owner: dispatcher.assign(grid: nil, location: place, on: date))
        }
        #expect(cases[..<250].allSatisfy { $0.owner.unit.hasPrefix("旧") })
        #expect(cases[250...].allSatisfy { $0.owner.unit.hasPrefix("新") })
        // Whichever division a report is drawn on, each case is counted once.
        func report(on date: CalendarDate) -> [String: Int] {
            Dictionary(grouping: cases) { tree.grid(at: $0.place, on: date)?.id ?? "nowhere" }.mapValues(\.count)
        }
        let (old, new) = (report(on: before), report(on: day))
        #expect(Set(old.keys) == Set(committees.map(\.id)) && old.values.reduce(0, +) == 600)
        #expect(Set(new.keys) == Set(divided.map(\.id)) && new.values.reduce(0, +) == 600)
        for at in 0..<4 {
            let parts = (3 * at..<3 * at + 3).compactMap { new["new-\($0)"] }
            #expect(parts.reduce(0, +) == old["old-\(at)"])
        }
    }

    @Test func `B12 a grid that ends before it begins is a fault`() {
        let validity = Validity(from: Shanghai.date("2026-05-01"), until: Shanghai.date("2026-05-01"))
        #expect(
            faults([Grid(id: "a", name: "a", level: 1, validity: validity)])
                == ["grid 'a' ends before it begins; 'until' is after 'from'"])
    }

    @Test func `B13 near a border both owners are offered, the nearest first`() throws {
        let tree = try GridTree(Squares.town(side: 3))
        let dispatcher = Dispatcher(tree)
        // 0.1 thousandths of a degree: 9.5 m from the eastern border, 5.6 m from the southern.
        let corner = dispatcher.assign(grid: nil, location: Squares.place(1.9, 1.05), on: day)
        #expect(corner.grid == "operation-1-1")
        #expect(corner.neighbours == ["operation-1-0", "operation-2-1", "operation-2-0"])
        #expect(dispatcher.assign(grid: nil, location: Squares.place(1.5, 1.5), on: day).neighbours == nil)
        // The camera's word decides whose it is; its place still tells who may be meant.
        let named = dispatcher.assign(grid: "operation-2-1", location: Squares.place(1.95, 1.5), on: day)
        #expect(named.grid == "operation-2-1" && named.neighbours == ["operation-1-1"])
    }

    /// F4 Meilong: 78 + 4 + 46 = 128 middle grids onto 8 disposal grids, and no middle grid without one.
    @Test func `B10 F4 middle grids hand over to disposal grids, statistics stay with both`() throws {
        let disposal = (0..<8).map { at in
            Grid(
                id: "d\(at)", name: "处置网格 \(at)", level: 1, network: "disposal", unit: "处置队 \(at)",
                polygon: Squares.square(Double(at) * 16, 0, side: 16))
        }
        let kinds =
            Array(repeating: "village", count: 78) + Array(repeating: "street", count: 4)
            + Array(repeating: "extended", count: 46)
        let large = (0..<6).map { Grid(id: "l\($0)", name: "大", level: 1, unit: "镇城运中心") }
        let middle = kinds.enumerated().map { at, kind in
            // A grid at the border of two disposal grids belongs to both.
            let own = at / 16
            return Grid(
                id: "m\(at)", name: "中", level: 2, parent: "l\(at % 6)", kind: kind,
                disposal: at % 16 == 15 && own < 7 ? ["d\(own)", "d\(own + 1)"] : ["d\(own)"],
                polygon: Squares.square(Double(at) + (at % 16 == 15 ? 0.5 : 0), 0))
        }
        let small = Grid(id: "small", name: "小", level: 3, parent: "m20")
        let tree = try GridTree(disposal + large + middle + [small])
        #expect(tree.countsByLevel() == [1: 6, 2: 128, 3: 1] && tree.countsByLevel(of: "disposal") == [1: 8])
        #expect(
            Dictionary(grouping: middle, by: \.kind).mapValues(\.count) == ["village": 78, "street": 4, "extended": 46])
        #expect(middle.allSatisfy { tree.disposal(along: tree.path(to: $0.id), at: nil, on: day) != nil })
        let dispatcher = Dispatcher(tree)
        let inside = dispatcher.assign(grid: "m20", location: nil, on: day)
        #expect(inside.grid == "m20" && inside.unit == "处置队 1" && inside.disposal == "d1")
        // What lies below it goes the same way.
        #expect(dispatcher.assign(grid: "small", location: nil, on: day).unit == "处置队 1")
        // Of two, the one that holds the place.
        #expect(dispatcher.assign(grid: "m15", location: Squares.place(15.7, 0.5), on: day).disposal == "d0")
        #expect(dispatcher.assign(grid: "m15", location: Squares.place(16.2, 0.5), on: day).disposal == "d1")
    }

    @Test func `B10 a disposal grid that is not there, or of the same network, is a fault`() {
        let other = Grid(id: "north", name: "北", level: 1)
        #expect(
            faults([other, Grid(id: "m", name: "中", level: 1, disposal: ["nroth", "north"])]) == [
                "grid 'm' hands over to the disposal grid 'nroth', which is not there; did you mean 'north'?",
                "grid 'm' hands over to 'north' of its own network 'operation'; disposal grids are another network",
            ])
    }

    @Test func `distances on the ground are those of the sphere`() {
        let here = Point(x: 121, y: 31)
        #expect(abs(Ground.metres(from: here, to: Point(x: 121, y: 31.01)) - 1112) < 1)
        #expect(abs(Ground.metres(from: here, to: Point(x: 121.01, y: 31)) - 953.1) < 1)
        let square = Squares.square(0, 0)
        #expect(abs(Ground.metres(from: Squares.place(0.5, 0.1), toBorderOf: square) - 11.12) < 0.05)
        #expect(abs(Ground.metres(from: Squares.place(0.5, -0.2), toBorderOf: square) - 22.24) < 0.05)
    }
}
