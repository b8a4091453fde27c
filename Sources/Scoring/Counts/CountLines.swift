import Media

/// What is to be said of counted persons, for a terminal.
enum CountLines {
    static func lines(_ counts: [CountScore]) -> [Words] { counts.compactMap(overlap) }

    private static func overlap(_ score: CountScore) -> Words? {
        score.overlapping.map { clips in
            Words(
                zh: "  \(score.algorithm) 的人数：\(clips.joined(separator: "、")) 的区域互相重叠，人会被数两次，不计。"
                    + "请加一个覆盖它们的区域",
                en:
                    "  persons of \(score.algorithm): the zones of \(clips.joined(separator: ", ")) overlap, and people in "
                    + "two of them would count twice: left out. Add a zone that covers them")
        }
    }
}
