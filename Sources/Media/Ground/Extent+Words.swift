extension Extent: Worded {
    /// `面积约 23 m²，水深至少 15 cm，在扩大`
    package var words: Words {
        let parts = [size?.words, depth?.words, trend?.words].compactMap(\.self)
        return Words(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }
}

extension Extent.Size {
    fileprivate var words: Words {
        switch self {
        case .area(let area, let isRough):
            let amount = Self.amount(area)
            return Words(
                zh: "面积约 \(amount) m²" + (isRough ? "（粗略）" : ""),
                en: "area about \(amount) m²" + (isRough ? " (rough)" : ""))
        case .width(let metres):
            return Words(zh: "宽约 \(Self.amount(metres)) m", en: "about \(Self.amount(metres)) m wide")
        case .noScale:
            return Words(zh: "面积未知：摄像机没有地面标尺", en: "area unknown: the camera has no ground scale")
        }
    }

    /// Tenths below ten, wholes above: no camera sees closer than that.
    private static func amount(_ number: Double) -> String {
        number < 9.95 ? "\((number * 10).rounded() / 10)" : "\(Int64(clamping: number.rounded()))"
    }
}

extension Extent.Depth {
    fileprivate var words: Words {
        switch self {
        case .atLeast(let depth):
            Words(zh: "水深至少 \(Self.whole(depth)) cm", en: "at least \(Self.whole(depth)) cm deep")
        case .below(let depth):
            Words(zh: "水深不到 \(Self.whole(depth)) cm", en: "below \(Self.whole(depth)) cm deep")
        case .noMarks: Words(zh: "水深未知：区域内没有水深标记", en: "depth unknown: its zone has no depth mark")
        }
    }

    private static func whole(_ centimetres: Double) -> String { "\(Int64(clamping: centimetres.rounded()))" }
}

extension Extent.Trend {
    fileprivate var words: Words {
        switch self {
        case .growing: Words(zh: "在扩大", en: "growing")
        case .steady: Words(zh: "保持不变", en: "steady")
        case .shrinking: Words(zh: "在缩小", en: "shrinking")
        }
    }
}
