import Media

/// What is said of files of grids, in both languages.
enum GridsWords {
    static let wrongEnding = Words(
        zh: "网格文件的扩展名是 .yaml、.csv 或 .geojson", en: "files of grids end in .yaml, .csv or .geojson")
    static let openQuote = Words(zh: "有引号没有闭合", en: "a quote is not closed")
    static func columnsMissing(_ missing: [String], _ names: [String]) -> Words {
        let (missing, names) = (SettingsWords.listed(missing), SettingsWords.listed(names))
        return Words(
            zh: "缺少列 \(missing)；现有：\(names)。列名不同时请用 --field 我方=对方",
            en: "the columns \(missing) are missing; there are: \(names). Name others with --field ours=theirs")
    }
    static let polygonNeeded = Words(
        zh: "此处需要单环的 POLYGON ((x y, ...))", en: "a POLYGON ((x y, ...)) of one ring is needed")
    static func notOnEarth(_ pair: String) -> Words {
        Words(
            zh: "\(pair.quoted) 不在地球上；经度 -180 到 180，纬度 -90 到 90",
            en: "\(pair.quoted) is no place on the earth; longitudes go from -180 to 180, latitudes from -90 to 90")
    }
    static let featuresMissing = Words(
        zh: "缺少此项：需要 FeatureCollection（RFC 7946）", en: "is missing: a FeatureCollection is needed (RFC 7946)")
    static func oneRingNeeded(_ type: String?) -> Words {
        Words(
            zh: "此处需要单环的 Polygon，而不是 \(type?.quoted ?? "空")；一个网格是一块地",
            en: "a Polygon of one ring is needed, not \(type?.named ?? "nothing"); a grid is one piece of ground")
    }
    static let noHoles = Words(
        zh: "此处需要单环的 Polygon；网格没有洞", en: "a Polygon of one ring is needed; a grid has no holes")
    static let threeCorners = Words(zh: "环至少要三个不同的点", en: "a ring needs three different points or more")
    static func turnsTooOften(_ days: Int, _ most: Int) -> Words {
        Words(
            zh: "网格在 \(days) 个不同的日期生效或失效；最多 \(most) 个",
            en: "grids begin or end on \(days) different days; at most \(most) are taken")
    }
    static let wholeNumberNeeded = Words(zh: "层级是整数", en: "a level is a whole number")
}
