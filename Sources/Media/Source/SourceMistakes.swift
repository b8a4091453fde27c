/// What can be wrong with a configured source, in both languages.
extension SourceAddress.Mistake {
    static let wrongEnding = Self(
        words: Words(
            zh: "HTTP 信号源以 .flv 或 .m3u8 结尾；可用：\(SourceKind.allowed)",
            en: "an HTTP source ends in .flv or .m3u8; known sources: \(SourceKind.allowed)"))

    static func unknownKind(_ scheme: String) -> Self {
        Self(
            words: Words(
                zh: "不支持 \(scheme.quoted) 类信号源；可用：\(SourceKind.allowed)",
                en: "sources of the kind \(scheme.quoted) are not known; known: \(SourceKind.allowed)"))
    }

    static func noVariable(_ name: String) -> Self {
        Self(
            words: Words(
                zh: "环境变量中没有 '\(name)'；请在启动前设置",
                en: "the environment has no '\(name)'; set it before Piculet starts"))
    }

    static func noFilterList(_ found: String) -> Self {
        Self(
            words: Words(
                zh: "lavfi 信号源是以 ',' 或 ';' 分隔的滤镜，而不是 \(found.quoted)",
                en: "a lavfi source is a list of filters with ',' or ';' between them, not \(found.quoted)"))
    }

    static let openLabel = Self(
        words: Words(zh: "lavfi 信号源的 '[' 没有 ']'", en: "a lavfi source has a '[' without its ']'"))

    static func forbiddenFilter(_ name: String, _ nearest: String?, sources: [String], filters: [String]) -> Self {
        let (sources, filters) = (sources.joined(separator: ", "), filters.joined(separator: ", "))
        return Self(
            words: Words(
                zh: "lavfi 信号源只画测试画面，不能用 \(name.quoted)" + (nearest.map { "；是否想写 \($0.quoted)？" } ?? "；")
                    + "信号源：\(sources)；滤镜：\(filters)",
                en: "a lavfi source draws test pictures and may not use \(name.quoted)"
                    + (nearest.map { "; did you mean \($0.quoted)?" } ?? ";")
                    + " sources: \(sources); filters: \(filters)"))
    }
}
