/// Why no ground scale follows from what was measured. Points and things are counted from 0, as in the configuration.
package enum GroundFault: Error, Hashable, Worded {
    case fourPoints(Int)
    case twoThings(Int)
    case samePlace(Int, Int)
    case onLine(Int, Int, Int)
    case turnsOver(Int)
    case upsideDown
    case sameRow
    case noHeight(Int)
    case notLevel(Int)
    /// A person's share of the picture's height, at the lower edge.
    case persons(Double)

    package var words: Words {
        switch self {
        case .fourPoints(let count):
            Words(
                zh: "需要恰好四个点，现有 \(count) 个；请在地面上选四个距离已知的点",
                en: "four points are needed, not \(count); mark four on the ground whose distances you know")
        case .twoThings(let count):
            Words(
                zh: "需要恰好两个，一近一远，现有 \(count) 个", en: "two are needed, one near and one far, not \(count)")
        case .samePlace(let one, let other):
            Words(
                zh: "第 [\(one)] 与第 [\(other)] 点在画面或地面上是同一位置；请选相距更远的点",
                en:
                    "the points [\(one)] and [\(other)] are one place, in the picture or on the ground; take points farther apart"
            )
        case .onLine(let first, let second, let third):
            Words(
                zh: "第 [\(first)]、[\(second)]、[\(third)] 点几乎在一条直线上；请移开其中一点，例如取车位的四角",
                en: "the points [\(first)], [\(second)] and [\(third)] lie nearly on a line; move one aside: "
                    + "the corners of a parking bay will do")
        case .turnsOver(let point):
            Words(
                zh: "按这些米数，第 [\(point)] 点会在地平线之上；请检查点与米数的对应和顺序",
                en: "by these metres the point [\(point)] would lie above the horizon; "
                    + "check which metres belong to which point")
        case .upsideDown:
            Words(
                zh: "按这些尺寸，画面下方的物体反而更远；请检查尺寸和顺序",
                en:
                    "by these sizes what stands lower in the picture would be farther away; check the sizes and their order"
            )
        case .sameRow:
            Words(
                zh: "两者在画面中几乎同高，看不出远近；请选一近一远（上下相差画面高度的 5% 以上）",
                en: "both stand at nearly the same row, which says nothing of far and near; "
                    + "take one near and one far, 5 % of the picture's height apart or more")
        case .noHeight(let index):
            Words(
                zh: "第 [\(index)] 个人的头不在脚的上方；foot 是脚，head 是头顶",
                en: "the head of the person [\(index)] is not above the foot; foot is where they stand, head its top")
        case .notLevel(let index):
            Words(
                zh: "第 [\(index)] 辆车的两端不在同一水平线上，或没有宽度；请选正对或背对摄像机的车，标左右两轮着地处",
                en:
                    "the ends of the car [\(index)] are not level, or it has no width; take one seen from the front or from behind, "
                    + "and mark where its left and right wheels stand")
        case .persons(let height):
            Words(
                zh: "按此标尺，站在画面下缘的人高为画面的 \(Self.percent(height))，应在 1% 到 200% 之间；请检查米数",
                en: "by this scale a person at the lower edge would be \(Self.percent(height)) of the picture high, "
                    + "not 1 % to 200 %; check the metres")
        }
    }

    private static func percent(_ share: Double) -> String {
        let tenths = (share * 1000).rounded()
        guard tenths.isFinite, abs(tenths) < 1e9 else { return "?%" }
        return "\(tenths / 10)%"
    }
}
