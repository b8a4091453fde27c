import CityAlgorithms
import Media
import Scoring

/// Made-up traces of an algorithm that measures: what is seen is said by a function of time.
enum MadeUp {
    static let profile = AlgorithmProfile(
        id: "crowd", nameZH: "人群", nameEN: "Crowd", zoneKinds: [.watch], lastingKey: .hold, lasting: .seconds(10),
        threshold: 20, gap: .seconds(2), quietAfter: .seconds(60), handlingHours: 1)

    static let present = Setting(profile)

    static func event(_ from: Double, _ to: Double) -> TrueEvent {
        TrueEvent(
            algorithm: "crowd", zone: "square", from: MediaTime(seconds: from), to: MediaTime(seconds: to),
            tolerance: .seconds(2))
    }

    /// A look each second.
    ///
    /// - Parameter measure: nil: nothing is seen.
    static func clip(
        _ name: String, camera: String, seconds: Int = 120, events: [TrueEvent] = [], _ measure: (Int) -> Double?
    ) -> TracedClip {
        let looks = (0...seconds).map { second in
            let at = MediaTime(seconds: Double(second))
            let seen = measure(second).map {
                Observation(since: at, box: Box(x: 0.2, y: 0.2, width: 0.4, height: 0.4), measure: $0, score: 0.5)
            }
            return TracedClip.Look(
                at: at, timeOfDay: .seconds(8 * 3600 + second), observations: seen.map { [$0] } ?? [])
        }
        return TracedClip(
            name: name, camera: camera, events: events, end: MediaTime(seconds: Double(seconds)),
            start: WallTime(milliseconds: 1_767_225_600_000), byZone: true,
            zones: [.init(id: "square", terms: present.terms(schedule: nil), permits: [], looks: looks)])
    }

    /// Six cameras: on each a crowd of 15 for half a minute, which the present threshold of 20 misses, and at another time
    /// 8 persons who are none.
    static func missedCrowds(cameras: Int = 6) -> [TracedClip] {
        (0..<cameras).map { number in
            clip("clip-\(number)", camera: "camera-\(number)", events: [event(40, 70)]) { second in
                switch second {
                case 40...70: 15
                case 90...115: 8
                default: nil
                }
            }
        }
    }

    static func tuning(falsePerDay: Double = 0.5) -> Tuning {
        Tuning(profile, present: present, schedule: nil, falsePerDay: falsePerDay)
    }
}
