import Foundation
import Media
import Testing

/// A camera that hangs straight over flat ground, as a lens sees it: what its picture says is compared with where things are.
private struct PinholeCamera {
    let down: Double
    var metresUp = 6.0
    let aspect = 16.0 / 9

    private var focal: Double { aspect / (2 * tan(Double.pi / 6)) }

    /// Where a point is seen that lies so far to the right, so far ahead and so high.
    func see(_ right: Double, _ ahead: Double, up: Double = 0) -> Point {
        let depth = ahead * cos(down) + (metresUp - up) * sin(down)
        let below = focal * ((metresUp - up) * cos(down) - ahead * sin(down)) / depth
        return Point(x: 0.5 + focal * right / depth / aspect, y: 0.5 + below)
    }

    func person(_ right: Double, _ ahead: Double, metres: Double = 1.7) -> GroundReference.Thing {
        .init(from: see(right, ahead), to: see(right, ahead, up: metres), metres: metres)
    }

    func car(_ right: Double, _ ahead: Double) -> GroundReference.Thing {
        .init(from: see(right - 0.9, ahead), to: see(right + 0.9, ahead), metres: 1.8)
    }

    func place(_ right: Double, _ ahead: Double) -> GroundReference.Place {
        .init(see(right, ahead), metres: Point(x: right, y: ahead))
    }
}

@Suite struct GroundScaleTests {
    private static let degrees = [0.0, 10, 20]

    private func camera(_ degrees: Double) -> PinholeCamera { PinholeCamera(down: degrees * .pi / 180) }

    /// A trapezium of 5 + 2 m by 10 m: 35 m², 15 to 25 m ahead.
    private func water(_ camera: PinholeCamera) -> Polygon {
        Polygon([camera.see(-2, 15), camera.see(3, 15), camera.see(1, 25), camera.see(-1, 25)])
    }

    private func places(_ camera: PinholeCamera) -> [GroundReference.Place] {
        [camera.place(-2, 14), camera.place(2, 14.5), camera.place(2.5, 28), camera.place(-3, 30)]
    }

    @Test(arguments: degrees) func `four points of known distance give lengths and areas exactly`(down: Double) throws {
        let camera = camera(down)
        let scale = try GroundReference(places: places(camera)).scale(aspect: camera.aspect)
        #expect(abs(scale.squareMetres(of: water(camera)) - 35) < 1e-6 && !scale.isRough)
        let long = try #require(scale.metres(from: camera.see(-1, 16), to: camera.see(2, 20)))
        #expect(abs(long - 5) < 1e-9)
        let place = try #require(scale.metres(at: camera.see(0.7, 22)))
        #expect(abs(place.x - 0.7) < 1e-9 && abs(place.y - 22) < 1e-9)
        let (foot, head) = (camera.see(0, 20), camera.see(0, 20, up: 1.7))
        #expect(abs(scale.personHeight(at: foot) / (foot.y - head.y) - 1) < 0.05)
    }

    @Test(arguments: degrees) func `two cars give the same, with the angle of view`(down: Double) throws {
        let camera = camera(down)
        let scale = try GroundReference(cars: [camera.car(-1, 14), camera.car(1, 28)]).scale(aspect: camera.aspect)
        #expect(abs(scale.squareMetres(of: water(camera)) - 35) < 1e-6 && scale.isRough)
        let wrong = try GroundReference(cars: [camera.car(-1, 14), camera.car(1, 28)], view: 40)
            .scale(aspect: camera.aspect)
        #expect(abs(wrong.squareMetres(of: water(camera)) - 35) > 5, "a wrong angle is a wrong area")
        #expect(abs(try #require(wrong.metres(from: camera.see(-1, 20), to: camera.see(1, 20))) - 2) < 1e-9)
    }

    @Test(arguments: degrees) func `two people give lengths across, and areas that are rough`(down: Double) throws {
        let camera = camera(down)
        let people = [camera.person(-1, 14), camera.person(1, 28, metres: 1.6)]
        let scale = try GroundReference(people: people).scale(aspect: camera.aspect)
        #expect(abs(scale.squareMetres(of: water(camera)) - 35) < 7 && scale.isRough)
        #expect(abs(try #require(scale.metres(from: camera.see(-1, 20), to: camera.see(1, 20))) - 2) < 0.15)
        // They themselves are as tall as they are.
        #expect(abs(scale.personHeight(at: people[0].from) - (people[0].from.y - people[0].to.y)) < 1e-9)
    }

    @Test func `what lies near the horizon or above it is left out`() throws {
        let camera = camera(10)
        let scale = try GroundReference(places: places(camera)).scale(aspect: camera.aspect)
        #expect(scale.metres(at: Point(x: 0.5, y: 0.01)) == nil && scale.personHeight(at: Point(x: 0.5, y: 0)) <= 0)
        #expect(scale.width(of: Box(x: 0.4, y: 0, width: 0.2, height: 0.05)) == nil)
        #expect(scale.squareMetres(of: Box(x: 0, y: 0, width: 1, height: 0.1)) == 0)
        let whole = scale.squareMetres(of: Box(x: 0, y: 0, width: 1, height: 1))
        // A person of 0.02 stands some 130 m away, where the picture is 150 m wide.
        #expect(whole.isFinite && whole > 1000 && whole < 20_000)
    }

    @Test func `a box is as wide as its foot`() throws {
        let camera = camera(10)
        let scale = try GroundReference(places: places(camera)).scale(aspect: camera.aspect)
        let (left, right) = (camera.see(-1.2, 18), camera.see(1.2, 18))
        let stall = Box(x: left.x, y: left.y - 0.2, width: right.x - left.x, height: 0.2)
        #expect(abs(try #require(scale.width(of: stall)) - 2.4) < 1e-9)
    }

    private func fault(_ make: () throws(GroundFault) -> GroundReference) -> GroundFault? {
        do throws(GroundFault) { _ = try make() } catch { return error }
        return nil
    }

    @Test func `points that give no scale are told apart`() {
        let good = places(camera(10))
        func told(_ change: (inout [GroundReference.Place]) -> Void) -> GroundFault? {
            var changed = good
            change(&changed)
            return fault { () throws(GroundFault) in try GroundReference(places: changed) }
        }
        #expect(told { _ in } == nil)
        #expect(told { $0.removeLast() } == .fourPoints(3))
        #expect(told { $0.append($0[0]) } == .fourPoints(5))
        #expect(told { $0[1] = $0[0] } == .samePlace(0, 1))
        #expect(told { $0[2] = .init($0[2].point, metres: $0[3].metres) } == .samePlace(2, 3))
        let middle = Point(
            x: (good[0].point.x + good[1].point.x) / 2, y: (good[0].point.y + good[1].point.y) / 2)
        #expect(told { $0[2] = .init(middle, metres: $0[2].metres) } == .onLine(0, 1, 2))
        // Two corners exchanged cross the sides.
        let crossed = told { list in
            let (one, other) = (list[1].metres, list[2].metres)
            list[1] = .init(list[1].point, metres: other)
            list[2] = .init(list[2].point, metres: one)
        }
        guard case .turnsOver = crossed else {
            Issue.record("crossed sides turn over, not \(String(describing: crossed))")
            return
        }
        // The far side as long in the picture as the near one, and shorter on the ground.
        let wide = [(0.2, 0.9, 0.0, 0.0), (0.8, 0.9, 6, 0), (0.8, 0.5, 4, 9), (0.2, 0.5, 2, 9)].map {
            GroundReference.Place(Point(x: $0.0, y: $0.1), metres: Point(x: $0.2, y: $0.3))
        }
        #expect(fault { () throws(GroundFault) in try GroundReference(places: wide) } == .upsideDown)
        // Kilometres for metres.
        let far = good.map {
            GroundReference.Place($0.point, metres: Point(x: $0.metres.x * 1000, y: $0.metres.y * 1000))
        }
        guard case .persons = fault({ () throws(GroundFault) in try GroundReference(places: far) }) else {
            Issue.record("a person of no size is a mistake")
            return
        }
    }

    @Test func `people and cars that give no scale are told apart`() {
        let camera = camera(10)
        func people(_ all: [GroundReference.Thing]) -> GroundFault? {
            fault { () throws(GroundFault) in try GroundReference(people: all) }
        }
        func cars(_ all: [GroundReference.Thing]) -> GroundFault? {
            fault { () throws(GroundFault) in try GroundReference(cars: all) }
        }
        let (near, far) = (camera.person(0, 14), camera.person(0, 28))
        #expect(people([near, far]) == nil && people([near]) == .twoThings(1))
        #expect(people([near, camera.person(2, 14.2)]) == .sameRow)
        #expect(people([.init(from: near.to, to: near.from, metres: 1.7), far]) == .noHeight(0))
        #expect(
            people([.init(from: near.from, to: near.to, metres: 2.5), .init(from: far.from, to: far.to, metres: 0.5)])
                == .upsideDown)
        #expect(cars([camera.car(0, 14), camera.car(0, 28)]) == nil)
        let tilted = GroundReference.Thing(from: Point(x: 0.4, y: 0.9), to: Point(x: 0.5, y: 0.8), metres: 1.8)
        #expect(cars([camera.car(0, 28), tilted]) == .notLevel(1))
    }
}
