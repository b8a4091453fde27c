import Media
import Scoring
import Testing

@Suite struct EventMatchingTests {
    private func event(_ from: Double, _ to: Double, zone: String = "kerb", algorithm: String = "street-stall")
        -> TrueEvent
    {
        TrueEvent(
            algorithm: algorithm, zone: zone, from: MediaTime(seconds: from), to: MediaTime(seconds: to),
            tolerance: .seconds(2))
    }

    /// - Parameter hit: nil: a second after it began.
    private func detection(
        _ from: Double, _ to: Double, hit: Double? = nil, zone: String = "kerb", algorithm: String = "street-stall"
    ) -> Detection {
        Detection.sample(algorithm, zone: zone, from: from, hit: hit ?? from + 1, to: to, score: 0.5)
    }

    private func words(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            switch finding {
            case .found(let event, let detection): "found \(event.from.seconds) by \(detection.startedAt.seconds)"
            case .missed(let event): "missed \(event.from.seconds)"
            case .falseAlarm(let detection): "false \(detection.startedAt.seconds)"
            }
        }
    }

    @Test func `what overlaps an event, or begins within its tolerance, is of that event`() {
        let events = [event(10, 20), event(40, 41)]
        #expect(
            words(EventMatching.findings(of: events, [detection(18, 30), detection(42, 43)]))
                == ["found 10.0 by 18.0", "found 40.0 by 42.0"])
        // A hair too late, and after the end.
        #expect(
            words(EventMatching.findings(of: events, [detection(20, 30), detection(42.01, 43)]))
                == ["missed 10.0", "false 20.0", "missed 40.0", "false 42.01"])
    }

    @Test func `what was told before there was anything is of something else, however long it goes on`() {
        let events = [event(300, 320)]
        let endless = detection(2, 600, hit: 10)
        #expect(words(EventMatching.findings(of: events, [endless])) == ["false 2.0", "missed 300.0"])
        // Somebody who comes within the tolerance finds it.
        #expect(
            words(EventMatching.findings(of: events, [detection(2, 600, hit: 298)])) == ["found 300.0 by 2.0"])
        #expect(
            words(EventMatching.findings(of: events, [detection(2, 600, hit: 297.99)]))
                == ["false 2.0", "missed 300.0"])
    }

    @Test func `what is there from the first picture cannot be told too early`() {
        #expect(words(EventMatching.findings(of: [event(0, 60)], [detection(0, 90, hit: 0)])) == ["found 0.0 by 0.0"])
    }

    @Test func `another zone or algorithm is another thing, unless the whole picture was watched as one`() {
        let events = [event(10, 20)]
        let elsewhere = [detection(10, 20, zone: "all")]
        #expect(words(EventMatching.findings(of: events, elsewhere)) == ["missed 10.0", "false 10.0"])
        #expect(words(EventMatching.findings(of: events, elsewhere, byZone: false)) == ["found 10.0 by 10.0"])
        #expect(
            words(EventMatching.findings(of: events, [detection(10, 20, algorithm: "crowd")], byZone: false))
                == ["missed 10.0", "false 10.0"])
    }

    @Test func `an event has one detection, and as many as can be have one`() {
        // The nearest of the first event would leave the second without.
        let events = [event(10, 30), event(32, 33)]
        let detections = [detection(11, 35, hit: 30), detection(2, 12, hit: 8)]
        #expect(
            words(EventMatching.findings(of: events, detections)) == ["found 10.0 by 2.0", "found 32.0 by 11.0"])
        #expect(
            words(EventMatching.findings(of: [event(10, 30)], [detection(12, 20), detection(11, 14)]))
                == ["found 10.0 by 11.0", "false 12.0"])
    }
}

extension Detection {
    /// Seconds of media time.
    static func sample(
        _ algorithm: String, zone: String = "kerb", from: Double, hit: Double, to: Double, score: Double
    ) -> Detection {
        Detection(
            algorithm: algorithm, zone: zone, startedAt: MediaTime(seconds: from), hitAt: MediaTime(seconds: hit),
            lastSeenAt: MediaTime(seconds: to), box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1,
            score: score)
    }
}
