import Cases
import CityAlgorithms
import Media
import Pipeline
import Replaying
import Testing
import Video

/// What is drawn of a look, without any video.
@Suite struct AnnotationTests {
    private static let box = Box(x: 0.25, y: 0.5, width: 0.25, height: 0.25)
    private static let layout = AnnotationLayout(footageWidth: 1280, footageHeight: 720, rules: 1)
    private static let zone = Zone(
        id: "gate", kind: .watch,
        polygon: Polygon([Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 0.9), Point(x: 0, y: 0.9)]))

    private func annotation(zones: [Zone] = [zone], rules: Int = 1) -> Annotation {
        let crowd = AlgorithmCatalog.builtIn["crowd"]
        let watches = crowd.map { entry in
            (0..<rules).map { number in
                let watched = number == 0 ? Self.zone : Zone(id: "z\(number)", kind: .watch, polygon: .wholePicture)
                return CameraSetup.Watch(
                    algorithm: entry, zone: watched,
                    terms: HitRule.Terms(entry.profile, lasting: .seconds(5), threshold: 15))
            }
        }
        let setup = CameraSetup(
            id: "north", name: "北门", ownership: Ownership(.empty, grid: nil, location: nil), zones: zones,
            watches: watches ?? [], personScale: .streetCamera, policy: .every(.seconds(1)))
        return Annotation(setup, start: WallTime(milliseconds: 1_767_225_600_000), timeZone: .gmt)
    }

    private func look(
        _ seconds: Double, _ measure: Double, lasting: Double?, _ outcomes: [HitRule.Outcome] = [],
        events: [CameraEvent] = []
    ) -> WatchedLook {
        let seen = Observation(since: .zero, box: Self.box, measure: measure, score: 0.815)
        let traced = TracedLook(
            at: MediaTime(seconds: seconds), algorithm: "crowd", zone: "gate", observations: [seen],
            lasting: lasting.map { .milliseconds(Int64($0 * 1000)) }, outcomes: outcomes)
        return WatchedLook(
            at: MediaTime(seconds: seconds), found: .init(still: [], moving: [], traced: [traced]), events: events)
    }

    private func texts(_ marks: [Canvas.Mark]) -> [String] {
        marks.compactMap { if case .text(let text, _, _, _) = $0 { text } else { nil } }
    }

    private func frames(_ marks: [Canvas.Mark]) -> [PixelArea: [Colour]] {
        var frames: [PixelArea: [Colour]] = [:]
        for mark in marks {
            if case .frame(let area, let colour, _) = mark { frames[area, default: []].append(colour) }
        }
        return frames
    }

    private func hit(_ phase: IncidentTracker.Phase, at seconds: Double) -> [CameraEvent] {
        let hit = Hit(
            camera: "north", algorithm: "crowd", zone: "gate", startedAt: WallTime(milliseconds: 0),
            hitAt: WallTime(milliseconds: 0), box: Self.box, measure: 18.4, score: 0.8)
        let incident = IncidentTracker.Incident(
            key: "k", firstHit: hit, box: Self.box, sustainedAt: hit.hitAt, phase: phase, hits: 1)
        let time = MediaTime(seconds: seconds)
        return (phase == .firing ? [.hit(hit, at: time, startedAt: .zero)] : []) + [.turned(incident, at: time)]
    }

    @Test func `clocks, camera and policy are told`() {
        var annotation = annotation()
        annotation.take(look(31.24, 18.4, lasting: 2.5))
        let texts = texts(annotation.marks(on: Self.layout))
        for text in ["00:31.240", "north", "2026-01-01 00:00:31", "decode every 1s"] {
            #expect(texts.contains(text), "\(text) is not among \(texts)")
        }
    }

    @Test func `a rule's row tells how much, how long of how long, and what became of it`() {
        var annotation = annotation()
        annotation.take(look(1, 12, lasting: nil))
        #expect(texts(annotation.marks(on: Self.layout)).suffix(5) == ["crowd", "gate", "12/15", "-/5s", "-"])
        annotation.take(look(4, 18.4, lasting: 2.5))
        #expect(texts(annotation.marks(on: Self.layout)).suffix(5) == ["crowd", "gate", "18.4/15", "2.5/5s", "-"])
        let outcome = HitRule.Outcome.hit(startedAt: .zero, box: Self.box, measure: 18.4, score: 0.8)
        annotation.take(look(6.5, 18.4, lasting: 5, [outcome], events: hit(.firing, at: 6.5)))
        #expect(
            texts(annotation.marks(on: Self.layout)).suffix(5) == [
                "crowd", "gate", "18.4/15", "5.0/5s", "firing 1 hit",
            ])
        #expect(texts(annotation.marks(on: Self.layout)).contains("HIT  crowd  gate"))
        annotation.take(WatchedLook(at: MediaTime(seconds: 60), found: nil, events: hit(.quiet, at: 60)))
        #expect(texts(annotation.marks(on: Self.layout)).last == "quiet 1 hit")
        #expect(!annotation.isHitNow)
        annotation.take(WatchedLook(at: MediaTime(seconds: 90), found: nil, events: hit(.ended, at: 90)))
        #expect(texts(annotation.marks(on: Self.layout)).last == "ended 1 hit")
        annotation.take(WatchedLook(at: MediaTime(seconds: 101), found: nil, events: []))
        #expect(texts(annotation.marks(on: Self.layout)).last == "1 hit")
    }

    @Test func `what is seen is white below the threshold, yellow while it counts, red as a hit`() throws {
        let area = PixelArea(left: 320, top: 360, width: 320, height: 180)
        var annotation = annotation()
        annotation.take(look(1, 11, lasting: nil))
        let below = try #require(frames(annotation.marks(on: Self.layout))[area])
        annotation.take(look(2, 18.4, lasting: 1))
        let counts = try #require(frames(annotation.marks(on: Self.layout))[area])
        // Looks without a search leave it as it was.
        annotation.take(WatchedLook(at: MediaTime(seconds: 2.1), found: nil, events: []))
        #expect(frames(annotation.marks(on: Self.layout))[area] == counts)
        #expect(texts(annotation.marks(on: Self.layout)).contains("crowd 18.4 score 0.81"))
        annotation.take(look(7, 18.4, lasting: 6, [.sustained(box: Self.box)]))
        let hit = try #require(frames(annotation.marks(on: Self.layout))[area])
        #expect(below[0].blue > 200 && counts[0].green > 150 && counts[0].blue < 100)
        #expect(hit[0].red > 200 && hit[0].green < 80)
    }

    @Test func `the bar is as full as the rule`() {
        var annotation = annotation()
        func widths() -> [Int] {
            annotation.marks(on: Self.layout).compactMap {
                if case .fill(let area, _, _) = $0, area.top > 720, area.height == 16 { area.width } else { nil }
            }
        }
        #expect(widths()[1] == 0)
        annotation.take(look(1, 20, lasting: 2.5))
        #expect(abs(widths()[1] * 2 - widths()[0]) <= 1)
        annotation.take(look(9, 20, lasting: 30))
        #expect(widths()[1] == widths()[0])
    }

    @Test(arguments: [
        (16, 16), (352, 288), (640, 360), (720, 1280), (1920, 1080), (7680, 4320), (3000, 20), (20, 9000),
    ])
    func `no label lies over another or off the picture`(width: Int, height: Int) throws {
        let zones = ZoneKind.allCases.map { Zone(id: "\($0)", kind: $0, polygon: Self.zone.polygon) }
        var annotation = annotation(zones: zones, rules: 12)
        let boxes = (0..<30).map {
            Box(x: Double($0 % 6) / 5 - 0.1, y: Double($0 / 6) / 4 - 0.1, width: 0.2, height: 0.2)
        }
        let seen = boxes.map { Observation(since: .zero, box: $0, measure: 20, score: 1) }
        annotation.take(
            WatchedLook(
                at: .zero,
                found: .init(
                    still: boxes.map { .init(box: $0, since: .zero) }, moving: boxes,
                    traced: [
                        TracedLook(
                            at: .zero, algorithm: "crowd", zone: "gate", observations: seen, lasting: .seconds(1),
                            outcomes: [])
                    ]), events: []))
        let layout = AnnotationLayout(footageWidth: width, footageHeight: height, rules: 12)
        #expect(layout.width <= 1280 && layout.width % 2 == 0 && layout.pictureHeight % 2 == 0)
        let labels = annotation.marks(on: layout).compactMap { mark -> PixelArea? in
            guard case .text(let text, let at, _, let dot) = mark, at.y < layout.pictureHeight else { return nil }
            let size = Canvas.size(of: text, dot: dot)
            return PixelArea(left: at.x, top: at.y, width: size.width, height: size.height)
        }
        let picture = PixelArea(left: 0, top: 0, width: layout.width, height: layout.pictureHeight)
        for (index, label) in labels.enumerated() {
            #expect(picture.contains(label))
            #expect(!labels[(index + 1)...].contains(where: label.overlaps))
        }
        // Where there is room for any.
        #expect(min(layout.width, layout.pictureHeight) < 200 || labels.count >= 5)
        let canvas = try Canvas(width: layout.width, height: layout.height & ~1, matrix: .bt601)
        canvas.draw(annotation.marks(on: layout))
    }

    @Test func `of many rules the busy ones are shown, and how many are not`() {
        var annotation = annotation(rules: 12)
        annotation.take(look(1, 20, lasting: 1))
        let layout = AnnotationLayout(footageWidth: 1280, footageHeight: 720, rules: 12)
        let texts = texts(annotation.marks(on: layout))
        #expect(texts.contains("gate") && texts.contains("and 4 more"))
    }
}
