import Media

/// What `piculet check` says of a camera's ground; what is wrong with its points themselves stands in `GroundFault`.
enum GroundWords {
    static let personToo = Words(
        zh: "ground 已给出人的大小；请删去 person",
        en: "ground says how tall people appear; leave person out")
    static let oneKind = Words(
        zh: "须写 points（四个距离已知的点）、people（两个人）或 cars（两辆车）之一",
        en: "write one of points (four of known distance), people (two) and cars (two)")
    static let noZone = Words(
        zh: "该标记不在任何区域内，积水到不了它；请移入道路区域，或扩大区域",
        en:
            "the mark lies in none of the camera's zones, so no water is looked for there; move it into the road's zone, "
            + "or draw the zone larger")
}
