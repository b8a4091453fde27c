import Media

/// What `piculet check` says of modes, in both languages.
enum ModesWords {
    static func moreThanLatest(_ latest: Int) -> Words {
        Words(
            zh: "只看最近 \(latest) 个判定（latest），不能要求更多",
            en: "only the \(latest) latest verdicts count (latest); no more can be asked for")
    }
    static func notBelow(_ promotion: Double) -> Words {
        Words(
            zh: "须低于升级线 promote.lower（\(promotion)），否则会来回变动",
            en: "it lies below promote.lower, \(promotion), or the mode would swing")
    }
    static func twoModes(_ camera: String, _ algorithm: String) -> Words {
        Words(
            zh: "摄像机 \(camera.quoted) 上的 \(algorithm.quoted) 写了不同的 mode；一个算法在一路摄像机上只有一个",
            en: "\(algorithm.quoted) has several modes on camera \(camera.quoted); an algorithm has one on a camera")
    }
}
