import Foundation
import Media

/// Why the data cannot support what a search for better terms came to, or only in part.
package enum TuningWarning: Hashable, Sendable, Worded {
    case noEvents
    case oneCamera
    case fewCameras(Int)
    /// No setting that finds anything holds the limit; of those that do, the fewest false alarms a day.
    case limitNotHeld(Double, fewest: Double?)
    /// Even so few false alarms do not show that the limit holds: so many a day are possible.
    case limitNotShown(Double, possible: Double, hours: Double, needed: Double)
    case wideRecall(ClosedRange<Double>, events: Int)
    case foldsApart(String)
    case foldsUntaught(Int, of: Int)
    /// The terms that were chosen know all of these clips.
    case learnedHere

    package var words: Words {
        switch self {
        case .noEvents:
            Words(
                zh: "标注中没有该算法的事件，无从选择，参数不变",
                en: "the labels have no event of it: nothing can be chosen, and the terms stay")
        case .oneCamera:
            Words(
                zh: "只有一路摄像机：无法在没有学过的摄像机上检验",
                en: "there is one camera alone: nothing can be judged on another that was not learned from")
        case .fewCameras(let count):
            Words(
                zh: "只有 \(count) 路摄像机有事件，至少要 2 路才能学于一路、验于另一路",
                en: "only \(count) camera(s) have events; it takes 2 to learn on one and judge on another")
        case .learnedHere:
            Words(
                zh: "选出的参数已学过全部这些录像：用同一批录像评分（包括其中的置信度校准）不是独立的检验，"
                    + "独立的数字只有上面“未学过的摄像机”一行；请用其他摄像机的录像评判",
                en:
                    "the tuned terms have learned from all of these clips: a score over them, its calibration too, is not "
                    + "independent. The figures of the held-out cameras are; judge the terms on other cameras")
        case .limitNotHeld(let limit, let fewest):
            Words(
                zh: "能发现事件的设置都超过每日误报 \(Self.short(limit)) 的上限"
                    + (fewest.map { "（最少 \(Self.short($0))）" } ?? "（没有设置能发现事件）") + "，参数不变",
                en: "no setting that finds an event holds \(Self.short(limit)) false alarms a day"
                    + (fewest.map { " (the fewest: \(Self.short($0)))" } ?? " (none finds any)") + ": the terms stay")
        case .limitNotShown(let limit, let possible, let hours, let needed):
            Words(
                zh: "录像只有 \(Self.short(hours)) 小时，不足以证明每日误报不超过 \(Self.short(limit))："
                    + "仍可能达到每日 \(Self.short(possible))"
                    + (needed.isFinite ? "；即使没有误报也需要 \(Self.short(needed)) 小时" : ""),
                en: "\(Self.short(hours)) h of footage do not show that \(Self.short(limit)) false alarms a day hold: "
                    + "\(Self.short(possible)) are possible"
                    + (needed.isFinite ? "; without any it takes \(Self.short(needed)) h" : ""))
        case .wideRecall(let range, let events):
            Words(
                zh: "\(events) 个事件太少：查全率在 \(Self.short(range.lowerBound)) 到 \(Self.short(range.upperBound)) 之间都有可能",
                en: "\(events) event(s) are few: the recall may be anything from \(Self.short(range.lowerBound)) "
                    + "to \(Self.short(range.upperBound))")
        case .foldsApart(let spread):
            Words(
                zh: "各组摄像机选出的参数相差很大（\(spread)）：换一批摄像机可能选出别的",
                en: "the choices of the parts lie far apart (\(spread)): other cameras may give another")
        case .foldsUntaught(let count, let all):
            Words(
                zh: "\(all) 组中有 \(count) 组无法从其余摄像机学到参数，按现有参数判定",
                en: "for \(count) of \(all) parts the other cameras taught nothing, and the present terms were judged")
        }
    }

    /// Three digits are enough to judge by.
    static func short(_ number: Double) -> String {
        abs(number) < 1000 ? String(format: "%.3g", number) : "\(Int64(clamping: number.rounded()))"
    }
}

extension TuningReport {
    /// An interval that is wider says little.
    private static let widest = 0.5
    /// Choices that are so many times as large as others lie far apart.
    private static let farthest = 2.0

    package var warnings: [TuningWarning] {
        guard data.events > 0 else { return [.noEvents] }
        var warnings: [TuningWarning] = []
        if data.cameras < 2 {
            warnings.append(.oneCamera)
        } else if data.camerasWithEvents < 2 {
            warnings.append(.fewCameras(data.camerasWithEvents))
        }
        if tuned == nil { warnings.append(.limitNotHeld(limit, fewest: fewest)) }
        let judged = after ?? before
        if let possible = judged.falsePerDay.interval?.upperBound, possible > limit {
            // Without a false alarm, 3.69 are possible with a chance of 2.5 %.
            let needed = limit > 0 ? -log(0.025) / limit * 24 : .infinity
            warnings.append(.limitNotShown(limit, possible: possible, hours: judged.hours, needed: needed))
        }
        if let range = judged.tally.recall.interval, range.upperBound - range.lowerBound > Self.widest {
            warnings.append(.wideRecall(range, events: judged.tally.recall.n))
        }
        if let apart = farApart { warnings.append(.foldsApart(apart)) }
        let untaught = folds.count { $0.setting == nil }
        if untaught > 0 { warnings.append(.foldsUntaught(untaught, of: folds.count)) }
        if tuned != nil { warnings.append(.learnedHere) }
        return warnings
    }

    /// From the smallest to the largest choice of the parts, of each thing that can be set; empty: no part chose.
    package var spreads: [(name: String, low: Double, high: Double)] {
        let chosen = folds.compactMap(\.setting)
        func spread(_ name: String, _ value: (Setting) -> Double?) -> (name: String, low: Double, high: Double)? {
            let values = chosen.compactMap(value)
            guard let low = values.min(), let high = values.max() else { return nil }
            return (name, low, high)
        }
        return [
            spread("threshold") { $0.threshold }, spread(profile.lastingKey.rawValue) { $0.lasting.inSeconds },
            spread("gap") { $0.gap.inSeconds }, spread("leave") { $0.threshold == nil ? nil : $0.leave },
        ].compactMap(\.self)
    }

    private var farApart: String? {
        let far = spreads.filter { $0.high > $0.low * Self.farthest }
        return far.isEmpty ? nil : Self.text(far)
    }

    /// `threshold 12 to 15, hold 5 s to 20 s`, as both languages have it.
    static func text(_ spreads: [(name: String, low: Double, high: Double)]) -> String {
        spreads.map { spread in
            let (low, high) = (Setting.plain(spread.low), Setting.plain(spread.high))
            return low == high ? "\(spread.name) \(low)" : "\(spread.name) \(low)...\(high)"
        }.joined(separator: ", ")
    }
}
