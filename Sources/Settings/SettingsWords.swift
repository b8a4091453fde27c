import Media

/// What `piculet check` says of files and values, in both languages; what it says of grids and dispatch is beside it. Text
/// from a file is shown by `quoted` alone.
enum SettingsWords {
    // Files

    static func cannotBeRead(_ path: String) -> Words {
        Words(
            zh: "文件无法读取。请检查路径 \(path.quoted)。", en: "the file cannot be read. Check the path, \(path.quoted).")
    }
    static func noFile(_ path: String) -> Words {
        Words(zh: "\(path.quoted) 不是普通文件（是目录、管道或设备）", en: "\(path.quoted) is no file but a folder, a pipe or a device")
    }
    static func tooLarge(_ bytes: Int, _ most: Int) -> Words {
        Words(
            zh: "文件有 \(bytes / 1_000_000) MB，上限为 \(most / 1_000_000) MB。请拆分，或检查是否选错文件。",
            en: "the file has \(bytes / 1_000_000) MB; at most \(most / 1_000_000) MB are read. "
                + "Divide it, or check whether it is the right one.")
    }
    static let notUTF8 = Words(
        zh: "文件不是 UTF-8 编码：请另存为“CSV UTF-8”或 UTF-8 文本", en: "the file is not UTF-8: save it anew as 'CSV UTF-8'")
    static let isEmpty = Words(zh: "文件为空", en: "the file is empty")
    static func notYAML(_ parser: String) -> Words {
        Words(zh: "不是有效的 YAML（\(parser)）", en: "this is not YAML: \(parser)")
    }
    static let wrongCharacter = Words(
        zh: "该行含有 YAML 不允许的字符（例如控制字符）；请删除",
        en: "the line has a character that YAML does not allow, such as a control character; remove it")
    static func keyTwice(_ key: String) -> Words {
        Words(zh: "键 \(key.quoted) 重复出现", en: "the key \(key.quoted) stands twice")
    }
    static let noKey = Words(zh: "键只能是普通名称，不能是列表、映射或别名", en: "a key is a plain name, not a list, a mapping or an alias")
    static func tooManyAliases(_ most: Int) -> Words {
        Words(
            zh: "别名（*name）展开后超过 \(most) 项；请直接写出内容",
            en: "the aliases (*name) of this file stand for more than \(most) values; write out what they stand for")
    }
    static func more(_ count: Int) -> Words { Words(zh: "……另有 \(count) 处", en: "... and \(count) more") }

    // Values

    static let aMapping = Words(zh: "映射", en: "a mapping")
    static let aList = Words(zh: "列表", en: "a list")
    static let anAlias = Words(zh: "别名", en: "an alias")
    static let isMissing = Words(zh: "缺少此项", en: "is missing")

    static func mappingNeeded(_ found: Words) -> Words {
        needed(Words(zh: "映射（键: 值）", en: "a mapping (key: value) is needed here"), found)
    }
    static func listNeeded(_ found: Words) -> Words { needed(Words(zh: "列表", en: "a list is needed here"), found) }
    static func textNeeded(_ found: Words) -> Words { needed(Words(zh: "文本", en: "text is needed here"), found) }
    static func flagNeeded(_ found: Words) -> Words {
        needed(Words(zh: " true 或 false", en: "true or false is needed here"), found)
    }
    static func numberNeeded(_ low: String, _ high: String, _ found: Words) -> Words {
        needed(Words(zh: " \(low) 到 \(high) 之间的数", en: "a number from \(low) to \(high) is needed"), found)
    }
    static func timeNeeded(_ found: Words) -> Words {
        needed(
            Words(
                zh: "时长，例如 10s、3m、2h，最长 36500d", en: "a time such as 10s, 3m or 2h is needed, of at most 36500d"), found
        )
    }
    static func dayNeeded(_ found: Words) -> Words {
        needed(Words(zh: "日期，例如 2026-03-01", en: "a day such as 2026-03-01 is needed"), found)
    }
    static func sizeNeeded(_ text: String) -> Words {
        needed(
            Words(zh: "容量，例如 500MB、50GB", en: "a size such as 500MB or 50GB is needed"), Words(name: text.quoted))
    }
    static func addressNeeded(_ text: String) -> Words {
        needed(
            Words(zh: "地址和端口，例如 127.0.0.1:8321", en: "an address with a port is needed, such as 127.0.0.1:8321"),
            Words(name: text.quoted))
    }
    private static func needed(_ what: Words, _ found: Words) -> Words {
        Words(zh: "此处需要\(what.zh)，而不是 \(found.zh)", en: "\(what.en), not \(found.en)")
    }
    static let pointNeeded = Words(zh: "一个点是两个数 [x, y]", en: "a point is two numbers, [x, y]")
    static func threePointsNeeded(_ count: Int) -> Words {
        Words(zh: "多边形至少要三个点，现有 \(count) 个", en: "a polygon needs three points or more, not \(count)")
    }
    static func tooMany(_ count: Int, _ most: Int) -> Words {
        Words(zh: "列表有 \(count) 项，上限为 \(most) 项", en: "the list has \(count) entries; at most \(most) are taken")
    }
    static func noSpan(_ text: String, _ example: String) -> Words {
        Words(
            zh: "\(text.quoted) 不是一天中的时段；请写成 \"\(example)\"",
            en: "\(text.quoted) is no span of a day; write it as \"\(example)\"")
    }
    static func unknownKey(_ nearest: String?, _ known: [String]) -> Words {
        Words(zh: "此处没有这个键", en: "this key is not known here") + suggested(nearest, known)
    }
    static func notKnown(_ shown: Words, _ nearest: String?, _ known: [String]) -> Words {
        Words(zh: "此处不能用 \(shown.zh)", en: "\(shown.en) is not known here") + suggested(nearest, known)
    }
    private static func suggested(_ nearest: String?, _ known: [String]) -> Words {
        let names = listed(known)
        return Words(
            zh: (nearest.map { "；是否想写 \($0.quoted)？" } ?? "；") + "可用：\(names)",
            en: (nearest.map { "; did you mean \($0.quoted)?" } ?? ";") + " Known: \(names)")
    }
    /// Some thirty names, and how many more there are.
    static func listed(_ names: [String]) -> String {
        let shown = names.prefix(30).map(\.named).joined(separator: ", ")
        return names.count > 30 ? "\(shown), ... (\(names.count))" : shown
    }
    static func meant(_ nearest: String?) -> Words {
        nearest.map { Words(zh: "；是否想写 \($0.quoted)？", en: "; did you mean \($0.quoted)?") } ?? .none
    }
    static func noLimit(_ text: String, isZero: Bool, _ classes: String) -> Words {
        Words(
            zh: (isZero ? "时限须大于零，而不是 \(text.quoted)" : "\(text.quoted) 不是时限")
                + "；请写成 15m、2h 或 '4 work_hour'。类别：\(classes)",
            en: (isZero ? "a limit is above zero, not \(text.quoted)" : "\(text.quoted) is no limit")
                + "; write it as 15m, 2h, or '4 work_hour'. Classes: \(classes)")
    }

    // The whole

    static func noTimeZone(_ text: String) -> Words {
        Words(
            zh: "\(text.quoted) 不是时区；请写成 Asia/Shanghai", en: "\(text.quoted) is no time zone; write it as Asia/Shanghai"
        )
    }
    static func consoleIsLocal(_ port: Int, _ text: String) -> Words {
        Words(
            zh: "值班台尚无登录，只能在本机监听；请写 127.0.0.1:\(port)，而不是 \(text.quoted)",
            en: "the console has no login yet, so it listens on this machine alone; "
                + "write 127.0.0.1:\(port), not \(text.quoted)")
    }
    static func isNoFile(_ path: String) -> Words {
        Words(
            zh: "\(path.quoted) 已存在，但不是普通文件；请写数据库文件的路径，例如 data/piculet.sqlite",
            en: "\(path.quoted) is there and is no file; give the path of a file, such as data/piculet.sqlite")
    }
    static func isNoFolder(_ path: String) -> Words {
        Words(zh: "\(path.quoted) 已存在，但不是目录；请写目录", en: "\(path.quoted) is there and is no folder; give a folder")
    }

    // Cameras

    static func wrongID(_ text: String) -> Words {
        Words(
            zh: "编号最多 64 个字母、数字、点、横线和下划线，而不是 \(text.quoted)",
            en: "an id has up to 64 letters, digits, dots, dashes and underscores, not \(text.quoted)")
    }
    static func idTwice(_ id: String, _ count: Int) -> Words {
        Words(
            zh: "编号 \(id.quoted) 出现 \(count) 次；编号不能重复", en: "the id \(id.quoted) stands \(count) times; ids are unique")
    }
    static func noDecodePolicy(_ text: String) -> Words {
        Words(
            zh: "\(text.quoted) 不是解码策略；可用：\(DecodePolicy.allowed.zh)",
            en: "\(text.quoted) is no decode policy; known: \(DecodePolicy.allowed.en)")
    }
    static func otherTime(_ algorithm: String, _ wrong: String, _ right: String) -> Words {
        Words(
            zh: "'\(algorithm)' 没有 '\(wrong)'；它的时间是 '\(right)'",
            en: "'\(algorithm)' has no '\(wrong)'; its time is '\(right)'")
    }
    static func noScale(_ algorithm: String) -> Words {
        Words(zh: "'\(algorithm)' 不计数，没有比例；请删去", en: "'\(algorithm)' counts nothing, so it has no scale; leave it out")
    }
    static func noThreshold(_ algorithm: String) -> Words {
        Words(zh: "'\(algorithm)' 没有阈值", en: "'\(algorithm)' has no threshold")
    }
    static func networkMissing(_ algorithm: String, _ network: String) -> Words {
        Words(
            zh: "'\(algorithm)' 需要网络 \(network.quoted)，本程序无法运行它",
            en: "'\(algorithm)' needs the network \(network.quoted), which this program cannot run")
    }
    static let sourceMissing = Words(zh: "缺少此项：运行时需要它", en: "is missing: the daemon needs it")
    static func noSuchFile(_ path: String) -> Words {
        Words(zh: "没有文件 \(path.quoted)", en: "there is no file \(path.quoted)")
    }
    static func sourceIsFolder(_ path: String) -> Words {
        Words(zh: "\(path.quoted) 是目录；请写出其中的一个视频", en: "\(path.quoted) is a folder; name a video in it")
    }
    static func sourceIsNoFile(_ path: String) -> Words {
        Words(
            zh: "\(path.quoted) 是管道或设备；只有普通文件可以循环读取",
            en: "\(path.quoted) is a pipe or a device; only a regular file can be read and looped")
    }

    // The calendar

    static let noDayOfWork = Words(
        zh: "一周须有工作日；最多写六天", en: "a week has a day of work; name six days at most")
    static func holidayToo(_ date: CalendarDate) -> Words {
        Words(zh: "\(date) 同时是节假日；只能是其一", en: "\(date) is a holiday as well; it can be only one")
    }
    static func wrongSpan(_ text: String) -> Words {
        Words(
            zh: "\(text.quoted) 的结束早于开始，或不是一天中的时间",
            en: "\(text.quoted) ends before it begins, or is no time of a day")
    }
    static let noSpans = Words(zh: "工作日至少有一个时段", en: "a working day has at least one span")
    static let spansOverlap = Words(zh: "时段须按顺序排列且互不重叠", en: "the spans are in order and do not overlap")
}
