import Media

/// What `piculet check` says of `dispatch.yaml`, in both languages.
enum DispatchWords {
    static func unitTwice(_ name: String, _ count: Int) -> Words {
        Words(zh: "单位 \(name.quoted) 出现 \(count) 次", en: "the unit \(name.quoted) stands \(count) times")
    }
    static func unknownUnitOfGrid(_ grid: String, _ unit: String, _ nearest: String?) -> Words {
        Words(
            zh: "网格 \(grid.quoted) 的责任单位 \(unit.quoted) 不在其中",
            en: "the grid \(grid.quoted) names the unit \(unit.quoted), which is not among them")
            + SettingsWords.meant(nearest)
    }
    static func noUnit(_ name: String, _ nearest: String?) -> Words {
        Words(zh: "'units' 中没有单位 \(name.quoted)", en: "there is no unit \(name.quoted) in 'units'")
            + SettingsWords.meant(nearest)
    }
    static func noGrid(_ id: String, _ nearest: String?) -> Words {
        Words(zh: "没有网格 \(id.quoted)", en: "there is no grid \(id.quoted)") + SettingsWords.meant(nearest)
    }
    static func personWithoutGrid(_ name: String, _ unit: String) -> Words {
        Words(
            zh: "\(name.quoted) 没有网格：请为其或其单位 \(unit.quoted) 填写网格，案件才能派到",
            en: "\(name.quoted) has no grid: give one, or give the unit \(unit.quoted) one, so that cases find the way")
    }
    static func personTwice(_ name: String, _ count: Int) -> Words {
        Words(
            zh: "\(name.quoted) 出现 \(count) 次；办理记录以姓名区分人员",
            en: "\(name.quoted) stands \(count) times; the log tells people by their names")
    }
    static let emptyShift = Words(
        zh: "班次须有人；请写出值班人员，或删除此班次", en: "a shift has somebody; name those who are on duty, or leave it out")
    static func noDay(_ shown: Words, _ nearest: String?, _ known: [String]) -> Words {
        let names = known.joined(separator: ", ")
        return Words(
            zh: "\(shown.zh) 不是日子" + (nearest.map { "；是否想写 \($0.quoted)？" } ?? "；")
                + "可用：\(names)，或日期，例如 2026-10-01",
            en: "\(shown.en) is no day" + (nearest.map { "; did you mean \($0.quoted)?" } ?? ";")
                + " Known: \(names), or a date such as 2026-10-01")
    }
    static func idTwice(_ id: String) -> Words {
        Words(zh: "编号 \(id.quoted) 重复出现", en: "the id \(id.quoted) stands twice")
    }
    static func rulesCollide(_ one: String, _ other: String) -> Words {
        Words(
            zh: "\(one.quoted) 与 \(other.quoted) 同级且适用范围重叠；请在其中一行写明 types、kinds 或 when，使其更具体",
            en: "\(one.quoted) and \(other.quoted) rank equal and are about the same; "
                + "name types, kinds or hours in one of them so that it says it closer")
    }
    static func typeWithoutRule(_ type: String) -> Words {
        Words(
            zh: "类型 '\(type)' 没有单位：请为它加一行，或加一行不写 types 的通用行",
            en: "the type '\(type)' has no unit: add a row for it, or one without types for all")
    }
    static func rosterGap(_ unit: String, _ date: CalendarDate, _ from: String, _ to: String, _ more: Int, _ days: Int)
        -> Words
    {
        Words(
            zh: "单位 \(unit.quoted) 在 \(date) \(from) 至 \(to) 无人值班"
                + (more > 0 ? "，\(days) 天内另有 \(more) 处空档" : "") + "；请增加班次，或用该单位的 'duty' 写明何时需要值班",
            en: "the unit \(unit.quoted) has nobody on duty on \(date) from \(from) to \(to)"
                + (more > 0 ? ", and \(more) more time(s) within \(days) days" : "")
                + "; add a shift, or say with the unit's 'duty' when it is needed")
    }
}
