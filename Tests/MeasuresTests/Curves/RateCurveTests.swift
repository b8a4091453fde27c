import Measures
import Testing

@Suite struct RateCurveTests {
    private struct Case: Decodable {
        let matched: [Double]
        let falseAlarms: [Double]
        let events: Int
        let hours: Double
        let thresholds: [Double]
        let recall: [Double]
        let precision: [Double]
        let falsePerHour: [Double]
    }

    /// Three events in two hours: 0.9 and 0.6 find one each, 0.7 and 0.5 are false.
    private let few = RateCurve(matched: [0.6, 0.9], falseAlarms: [0.5, 0.7], events: 3, hours: 2)

    @Test func `four alarms, two of them false, of three events in two hours`() {
        #expect(few.points.map(\.threshold) == [nil, 0.9, 0.7, 0.6, 0.5])
        #expect(few.points.map(\.recall.successes) == [0, 1, 1, 2, 2] && few.points.allSatisfy { $0.recall.n == 3 })
        #expect(few.points.map(\.falseAlarms) == [0, 0, 1, 1, 2])
        #expect(few.points.map(\.falseAlarmsPerHour) == [0, 0, 0.5, 0.5, 1])
        #expect(few.points[3].precision == Share(2, of: 3) && few.points[3].recall == Share(2, of: 3))
    }

    @Test func `recall at a false-alarm rate is the highest that keeps to it, with no more alarms than it needs`() {
        #expect(few.point(atFalseAlarmsPerHour: 0.4)?.recall == Share(1, of: 3))
        #expect(few.point(atFalseAlarmsPerHour: 0.5)?.threshold == 0.6)
        #expect(few.point(atFalseAlarmsPerHour: 9)?.threshold == 0.6)
        let loud = RateCurve(matched: [0.2], falseAlarms: [0.8], events: 1, hours: 1)
        #expect(loud.point(atFalseAlarmsPerHour: 0.5)?.recall == Share(0, of: 1))
    }

    @Test func `nothing in gives nothing out`() {
        let none = RateCurve(matched: [], falseAlarms: [], events: 0, hours: 0)
        #expect(none.points.isEmpty && none.point(atFalseAlarmsPerHour: 1) == nil)
    }

    @Test func `events that nothing found are missed at each rate`() {
        let silent = RateCurve(matched: [], falseAlarms: [], events: 4, hours: 10)
        #expect(
            silent.points.count == 1 && silent.points[0].recall == Share(0, of: 4)
                && silent.points[0].precision.value == nil)
        #expect(silent.point(atFalseAlarmsPerHour: 0)?.recall == Share(0, of: 4))
    }

    @Test func `without events there is no recall, without hours no rate`() {
        let quiet = RateCurve(matched: [], falseAlarms: [0.4], events: 0, hours: 10)
        #expect(quiet.points.map(\.falseAlarmsPerHour) == [0, 0.1])
        #expect(quiet.points.allSatisfy { $0.recall.value == nil } && quiet.point(atFalseAlarmsPerHour: 1) == nil)
        let timeless = RateCurve(matched: [0.5], falseAlarms: [0.4], events: 1, hours: 0)
        #expect(timeless.points.allSatisfy { $0.falseAlarmsPerHour == nil })
        #expect(timeless.points.count == 3 && timeless.point(atFalseAlarmsPerHour: 1) == nil)
    }

    @Test func `rates are those of scikit-learn, over events and hours`() throws {
        for one in try Reference.cases("rates", as: Case.self) {
            let curve = RateCurve(
                matched: one.matched, falseAlarms: one.falseAlarms, events: one.events, hours: one.hours)
            let points = curve.points.dropFirst()
            #expect(points.map(\.threshold) == one.thresholds, "\(one)")
            #expect(points.map(\.recall.value).areNear(one.recall), "\(one)")
            #expect(points.map(\.precision.value).areNear(one.precision), "\(one)")
            #expect(points.map(\.falseAlarmsPerHour).areNear(one.falsePerHour), "\(one)")
        }
    }
}
