import Cases
import Media
import Testing

@Suite struct GridTreeTests {
    private let town = Grid(id: "town", name: "镇", level: 1, unit: "城运中心")

    private func faults(_ grids: [Grid]) -> [String] {
        do { _ = try GridTree(grids) } catch { return error.faults.map(\.words.en) }
        return []
    }

    @Test func `a circle is named in full`() {
        let grids = [
            Grid(id: "a", name: "a", level: 2, parent: "c"), Grid(id: "b", name: "b", level: 3, parent: "a"),
            Grid(id: "c", name: "c", level: 4, parent: "b"),
        ]
        #expect(
            faults(grids) == [
                "grid 'a' has level 2 but its parent 'c' has level 4; a parent's level is smaller",
                "grids run in a circle: a -> c -> b -> a",
            ])
    }

    @Test func `a parent that is not there is named with its nearest`() {
        #expect(
            faults([town, Grid(id: "x", name: "x", level: 2, parent: "twon")])
                == ["grid 'x' names the parent 'twon', which is not there; did you mean 'town'?"])
    }

    @Test func `an id twice is a fault`() {
        #expect(faults([town, town]) == ["grid 'town' stands twice; ids are unique"])
    }

    @Test func `a place finds the deepest grid, its path and its unit`() throws {
        let square = Polygon([Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)])
        let tree = try GridTree([
            Grid(id: "leaf", name: "叶", level: 3, parent: "mid", polygon: square),
            Grid(id: "mid", name: "中", level: 2, parent: "town", unit: "工作站", polygon: square), town,
        ])
        let found = Dispatcher(tree).assign(grid: nil, location: Point(x: 0.5, y: 0.5), on: CalendarDate(day: 0))
        #expect(found.grid == "leaf" && found.path == ["镇", "中", "叶"] && found.unit == "工作站")
        #expect(found.reason == .locationInPolygon && found.rungs?.map(\.grid) == ["leaf", "mid", "town"])
        #expect(Dispatcher(tree).assign(grid: "town", location: nil, on: CalendarDate(day: 0)).unit == "城运中心")
    }

    @Test func `what no grid owns goes to the duty desk, with the reason`() {
        let (dispatcher, day) = (Dispatcher(.empty), CalendarDate(day: 0))
        #expect(dispatcher.assign(grid: nil, location: nil, on: day).reason == .cameraWithoutGrid)
        #expect(dispatcher.assign(grid: nil, location: Point(x: 5, y: 5), on: day).reason == .locationOutside)
        #expect(dispatcher.assign(grid: nil, location: nil, on: day).unit == Dispatcher.dutyDesk)
    }
}
