import Media

/// What `LabelCheck` says, in both languages. Text from a file is shown by `quoted` alone.
enum CheckWords {
    static func more(_ count: Int) -> Words { Words(zh: "……另有 \(count) 处", en: "... and \(count) more") }

    // Times

    private static func seconds(_ time: MediaTime) -> String { (time - .zero).secondsText }

    static func beforeStart(_ time: MediaTime) -> Words {
        Words(zh: "时间 \(seconds(time)) 秒早于视频开始；时间从 0 起", en: "\(seconds(time)) s is negative; times begin at 0")
    }
    static func pastEnd(_ time: MediaTime, _ length: Duration) -> Words {
        Words(
            zh: "时间 \(seconds(time)) 秒超过视频结尾；视频长 \(length.secondsText) 秒",
            en: "\(seconds(time)) s is past the end of the video, which has \(length.secondsText) s")
    }
    static func endsFirst(_ event: ClipLabels.Event) -> Words {
        Words(
            zh: "结束（\(seconds(event.end)) 秒）早于开始（\(seconds(event.start)) 秒）",
            en: "the event ends at \(seconds(event.end)) s, before it starts at \(seconds(event.start)) s")
    }
    static let negativeTolerance = Words(zh: "容差不能小于零", en: "a tolerance is not below zero")
    static func overlaps(_ other: ClipLabels.Event, _ key: String) -> Words {
        Words(
            zh: "与同一算法、同一区域的 \(key)（\(seconds(other.start)) 至 \(seconds(other.end)) 秒）重叠；"
                + "请合并，或让前者先结束",
            en:
                "the event overlaps \(key) (\(seconds(other.start)) s to \(seconds(other.end)) s) of the same algorithm "
                + "and zone; join them, or let the first end before the second starts")
    }

    // Names

    static func noAlgorithm(_ id: String, _ known: [String]) -> Words {
        Words(zh: "没有算法 \(id.quoted)", en: "there is no algorithm \(id.quoted)") + suggested(id, known)
    }
    static func notYet(_ id: String, clips: Int) -> Words {
        Words(
            zh: "本程序尚无算法 \(id.quoted)；\(clips) 个标注文件提到它，相关内容不评分",
            en: "Piculet has no algorithm \(id.quoted) yet; what \(clips) file(s) say of it is not scored")
    }
    static func alsoAbsent(_ id: String) -> Words {
        Words(
            zh: "\(id.quoted) 在此有事件，却又列在 absent 中；请删除其一",
            en: "\(id.quoted) has an event here and is named under absent as well; remove one of the two")
    }
    static func noZone(_ id: String, _ known: [String]) -> Words {
        Words(zh: "没有区域 \(id.quoted)", en: "there is no zone \(id.quoted)") + suggested(id, known)
    }
    static func unwatched(_ algorithm: String, _ zone: Zone, _ kinds: [ZoneKind]) -> Words {
        let names = kinds.map(\.rawValue).joined(separator: ", ")
        return Words(
            zh: "\(algorithm.quoted) 不看 \(zone.kind.rawValue) 类区域 \(zone.id.quoted)，永远发现不了此事件；它看的类型：\(names)",
            en:
                "\(algorithm.quoted) never watches \(zone.id.quoted), a zone of kind \(zone.kind.rawValue), and can find "
                + "nothing there; it watches: \(names)")
    }
    static func zoneTwice(_ id: String, _ key: String) -> Words {
        Words(
            zh: "区域编号 \(id.quoted) 已用于 \(key)；编号不能重复",
            en: "the zone id \(id.quoted) is that of \(key) already; ids are unique")
    }
    private static func suggested(_ wrong: String, _ known: [String]) -> Words {
        let nearest = NearestName.of(wrong, among: known)
        let names = known.prefix(30).map(\.named).joined(separator: ", ") + (known.count > 30 ? ", ..." : "")
        return Words(
            zh: (nearest.map { "；是否想写 \($0.quoted)？" } ?? "；") + "可用：\(names.isEmpty ? "无" : names)",
            en: (nearest.map { "; did you mean \($0.quoted)?" } ?? ";") + " Known: \(names.isEmpty ? "none" : names)")
    }

    // Places and numbers

    static func pointOutside(_ point: Point) -> Words {
        Words(
            zh: "点 [\(point.x), \(point.y)] 在画面之外；坐标须在 0 到 1 之间",
            en: "the point [\(point.x), \(point.y)] lies outside the picture; both numbers are 0 to 1")
    }
    static func threePoints(_ count: Int) -> Words {
        Words(zh: "多边形至少要三个点，现有 \(count) 个", en: "a polygon needs three points or more, not \(count)")
    }
    static func boxOutside(_ box: Box) -> Words {
        Words(
            zh: "框 [\(box.x), \(box.y), \(box.width), \(box.height)] 不在画面之内；"
                + "格式为 [左, 上, 宽, 高]，均在 0 到 1 之间，宽高大于零",
            en: "the box [\(box.x), \(box.y), \(box.width), \(box.height)] does not lie within the picture; "
                + "it is [left, top, width, height], 0 to 1, the last two above zero")
    }
    static let pixelsOutside = Words(
        zh: "box_px 为 [左, 上, 右, 下]（像素），不小于零，右大于左，下大于上",
        en: "box_px is [left, top, right, bottom] in pixels, none below zero, right beyond left, bottom beyond top")
    static func beyond(_ size: PixelSize) -> Words {
        Words(
            zh: "box_px 超出视频画面，视频为 \(size.width)x\(size.height)",
            en: "the box_px reaches beyond the picture of the video, which has \(size.width)x\(size.height)")
    }
    static func noRange(_ low: Int, _ high: Int) -> Words {
        Words(
            zh: "人数 [\(low), \(high)] 无效；先少后多，不小于零",
            en: "[\(low), \(high)] is no number of persons; write the lower first, none below zero")
    }

    // Files

    static func noVideo(_ name: String) -> Words {
        Words(
            zh: "没有视频 \(name.quoted)；它应在标注文件旁、其下一级目录，或 labels 的上一级目录",
            en: "there is no video \(name.quoted) beside this file, in a folder below, or above its folder 'labels'")
    }
    /// - Parameter why: what the reader of videos says of it, in English.
    static func unopened(_ name: String, _ why: String) -> Words {
        Words(
            zh: "视频 \(name.quoted) 无法打开（\(why)）；请换成完整的视频文件",
            en: "the video \(name.quoted) cannot be used: \(why); put a whole video in its place")
    }
    static func noFileName(_ name: String) -> Words {
        Words(
            zh: "\(name.quoted) 不是文件名；请只写视频的文件名", en: "\(name.quoted) is no file name; name the video without folders")
    }
    static func twoLabels(_ file: String) -> Words {
        Words(zh: "\(file.quoted) 已标注同一视频；请删除其一", en: "\(file.quoted) labels the same video; remove one of the two")
    }
    static func noPicture(_ name: String) -> Words {
        Words(zh: "没有图片 \(name.quoted)", en: "there is no picture \(name.quoted)")
    }
    static func pictureTwice(_ name: String, line: Int) -> Words {
        Words(zh: "图片 \(name.quoted) 已在第 \(line) 行", en: "the picture \(name.quoted) stands in line \(line) already")
    }
    static func otherCamera(_ still: Still) -> Words {
        Words(
            zh: "图片名 \(still.picture.quoted) 不以摄像机 \(still.camera.quoted) 开头",
            en: "the name of \(still.picture.quoted) does not begin with its camera, \(still.camera.quoted)")
    }
}
