import Foundation
import Media
import Settings
import TestSupport
import Testing

@Suite struct GroundSectionTests {
    private func load(_ camera: String) throws -> (messages: [String], settings: Settings?) {
        let file = try TemporaryFolder.make().appending(path: "piculet.yaml")
        try Data("cameras:\n  - id: gate\n    \(camera)\n".utf8).write(to: file)
        do { return ([], try Settings.load(file.path)) } catch { return (error.faults.map(\.description), nil) }
    }

    private func messages(_ camera: String) throws -> [String] {
        try load(camera).messages.map { $0.replacing("piculet.yaml:3: cameras[0].", with: "") }
    }

    private let bay = [
        "{at: [0.2, 0.9], metres: [0, 0]}", "{at: [0.8, 0.9], metres: [5, 0]}", "{at: [0.6, 0.5], metres: [5, 12]}",
        "{at: [0.4, 0.5], metres: [0, 12]}",
    ]

    private func points(_ points: [String]) -> String { "ground: {points: [\(points.joined(separator: ", "))]}" }

    @Test func `four points make the ground known`() throws {
        let settings = try #require(try load(points(bay)).settings)
        let scale = try #require(settings.cameras[0].ground.reference).scale(aspect: 16 / 9)
        let wide = try #require(scale.metres(from: Point(x: 0.2, y: 0.9), to: Point(x: 0.8, y: 0.9)))
        #expect(abs(wide - 5) < 1e-9 && settings.cameras[0].person == nil)
    }

    @Test func `two people or cars do, of the usual size where none is said`() throws {
        let people = "ground: {people: [{foot: [0.4, 0.9], head: [0.4, 0.626]}, {foot: [0.5, 0.5], head: [0.5, 0.33]}]}"
        let reference = try #require(try load(people).settings?.cameras[0].ground.reference)
        let edges = [1.0, 0].map { reference.scale(aspect: 16 / 9).personHeight(at: Point(x: 0.5, y: $0)) }
        #expect(abs(edges[0] - 0.30) < 1e-9 && abs(edges[1] - 0.04) < 1e-9)
        let cars =
            "ground: {cars: [{left: [0.4, 0.9], right: [0.6, 0.9]}, {left: [0.4, 0.5], right: [0.5, 0.5], metres: 2}], view: 70}"
        #expect(try messages(cars) == [])
    }

    @Test func `without it nothing is known`() throws {
        #expect(try load("name: gate").settings?.cameras[0].ground == .unknown)
    }

    @Test func `points that give no scale are named, with what to do`() throws {
        #expect(
            try messages(points(Array(bay.prefix(3)))) == [
                "ground.points: four points are needed, not 3; mark four on the ground whose distances you know"
            ])
        #expect(
            try messages(points([bay[0], bay[0], bay[2], bay[3]])) == [
                "ground.points: the points [0] and [1] are one place, in the picture or on the ground; take points farther apart"
            ])
        #expect(
            try messages(points([bay[0], bay[1], "{at: [0.5, 0.9], metres: [2, 5]}", bay[3]])) == [
                "ground.points: the points [0], [1] and [2] lie nearly on a line; move one aside: the corners of a parking bay will do"
            ])
        let crossed = [bay[0], bay[1], "{at: [0.4, 0.5], metres: [5, 12]}", "{at: [0.6, 0.5], metres: [0, 12]}"]
        let told = try messages(points(crossed))
        #expect(told.count == 1 && told[0].contains("would lie above the horizon; check which metres belong to which"))
        #expect(
            try messages(points([bay[0], bay[1], bay[2], "{at: [0.4, 1.5], metres: [0, 12]}"])) == [
                "ground.points[3].at[1]: a number from 0 to 1 is needed, not '1.5'"
            ])
        #expect(
            try messages("ground: {}") == [
                "ground: write one of points (four of known distance), people (two) and cars (two)"
            ])
        #expect(
            try messages("ground: {people: [{foot: [0.4, 0.9], head: [0.4, 0.6], metres: 17}]}") == [
                "ground.people[0].metres: a number from 0.5 to 2.5 is needed, not '17'"
            ])
    }

    @Test func `person is refused beside a ground that gives it`() throws {
        #expect(
            try messages(points(bay) + "\n    person: {near: 0.2, far: 0.1}").map { $0.suffix(60) } == [
                "person: ground says how tall people appear; leave person out".suffix(60)
            ])
    }

    @Test func `a mark tells a depth where a zone holds it`() throws {
        let zones = "zones: [{id: road, kind: road, polygon: [[0, 0.5], [1, 0.5], [1, 1], [0, 1]]}]"
        let depths = try load(zones + "\n    depth: [{at: [0.6, 0.9], cm: 15}]").settings?.cameras[0].ground.depths
        #expect(depths == [DepthMark(at: Point(x: 0.6, y: 0.9), centimetres: 15)])
        let told = try messages(zones + "\n    depth: [{at: [0.6, 0.2], cm: 15}, {at: [0.6, 0.9], cm: 0}]")
        #expect(told.count == 2 && told[0].contains("the mark lies in none of the camera's zones"))
        #expect(told[1].contains("depth[1].cm: a number from 1 to 500 is needed, not '0'"))
    }
}
