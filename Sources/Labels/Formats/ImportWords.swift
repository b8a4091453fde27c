import Media

/// What is said of files of other tools, in both languages. Text from a file is shown by `quoted` alone.
enum ImportWords {
    // Videos

    static func noRate(_ rate: Double) -> Words {
        Words(
            zh: "帧率须在 0.01 到 1000 之间，而不是 \(rate)",
            en: "a video has 0.01 to 1000 frames a second, not \(rate)")
    }
    static func noFrame(_ name: String) -> Words {
        Words(
            zh: "\(name.quoted) 不是视频的一帧；名称应如 frame_000012.png",
            en: "\(name.quoted) is no frame of a video; such a name is frame_000012.png")
    }
    static func sizeUnknown(_ name: String) -> Words {
        Words(
            zh: "\(name.quoted) 的宽高未知；请给出像素尺寸", en: "the size of \(name.quoted) is not known; give it in pixels")
    }
    static func uneven(_ most: Duration) -> Words {
        let seconds = most.secondsText
        return Words(
            zh: "提示：视频的画面间隔不均匀；按帧号算出的时间最多相差 \(seconds) 秒",
            en: "note: the pictures of the video do not come evenly: times that are made of frame numbers are up to "
                + "\(seconds) s off")
    }
    static func beyond(frame: Int, of count: Int) -> Words {
        Words(
            zh: "有第 \(frame) 帧（从 0 起）的框，而视频只有 \(count) 帧；请检查是否为同一视频",
            en: "there is a box of frame \(frame), from 0, but the video has \(count) frame(s); check whether it is "
                + "the same video")
    }

    // What formats cannot say

    static func ignoredLost(_ count: Int, _ format: String) -> Words {
        Words(
            zh: "提示：\(format) 无法表示被忽略的框；\(count) 个未写出",
            en: "note: \(format) has no word for boxes that are ignored: \(count) left out")
    }
    static func tracksLost(_ count: Int, _ format: String) -> Words {
        Words(
            zh: "提示：\(format) 无法表示轨迹；\(count) 个框失去轨迹编号",
            en: "note: \(format) has no word for tracks; \(count) box(es) lose the number of theirs")
    }

    // Text: YOLO, MOT

    static func yoloLine(_ text: some StringProtocol, classes: Int) -> Words {
        Words(
            zh: "每行应为“类别 中心x 中心y 宽 高”：类别为 0 到 \(classes - 1)，其余为 0 到 1 的数，而不是 \(String(text).quoted)",
            en: "a line is 'class x y width height', the class 0 to \(classes - 1), the others numbers from 0 to 1, "
                + "not \(String(text).quoted)")
    }
    static let noNames = Words(
        zh: "没有类别名称；每行写一个", en: "there is no name of a class; write one on each line")
    static func motLine(_ text: some StringProtocol) -> Words {
        Words(
            zh: "每行应为 frame,id,left,top,width,height,conf,class,visibility（6 至 10 个数，帧从 1 起），"
                + "而不是 \(String(text).quoted)",
            en: "a line is 'frame,id,left,top,width,height,conf,class,visibility': 6 to 10 numbers, frames from 1, "
                + "not \(String(text).quoted)")
    }
    static func motClass(_ number: Double, names: Int) -> Words {
        Words(
            zh: "类别 \(number.plain) 没有名称；类别为 1 到 \(names)",
            en: "the class \(number.plain) has no name; classes are 1 to \(names)")
    }

    // XML: CVAT

    static let isEmpty = Words(zh: "文件为空", en: "the file is empty")
    static let notXML = Words(
        zh: "此处不是有效的 XML；需要 CVAT 导出的 <annotations>",
        en: "this is not well-formed XML; <annotations> as CVAT exports them are needed")
    static func notCVAT(_ element: String) -> Words {
        Words(
            zh: "最外层应为 CVAT 的 <annotations>，而不是 \(element.quoted)",
            en: "the outermost element is CVAT's <annotations>, not \(element.quoted)")
    }
    static let declarations = Words(
        zh: "文件含有 DOCTYPE；CVAT 不写它，请删除", en: "the file has a DOCTYPE; CVAT writes none, remove it")
    static func tooDeep(_ most: Int) -> Words {
        Words(
            zh: "元素嵌套超过 \(most) 层；CVAT 不会如此", en: "elements stand in each other more than \(most) deep; CVAT's do not")
    }
    static func attributeNeeded(_ name: String, _ expected: Words, _ found: String?) -> Words {
        let shown = found.map(\.quoted)
        return Words(
            zh: "\(name) 应为\(expected.zh)，" + (shown.map { "而不是 \($0)" } ?? "却没有"),
            en: "\(name) is \(expected.en)" + (shown.map { ", not \($0)" } ?? "; it is missing"))
    }
    static let aName = Words(zh: "名称", en: "a name")
    static let aPlace = Words(zh: "像素坐标", en: "a number of pixels")
    static let aFrame = Words(zh: "从 0 起的帧号", en: "the number of a frame, from 0")
    static let aSide = Words(zh: "1 到 100000 的像素数", en: "1 to 100000 pixels")
    static let aTrack = Words(zh: "从 0 起的编号", en: "a number from 0")
    static let aFlag = Words(zh: " 0 或 1", en: "0 or 1")
    static func noShape(_ element: String) -> Words {
        Words(
            zh: "只能导入框（box），而不是 \(element.quoted)；请在 CVAT 中转换或删除",
            en: "only boxes are taken over, not a \(element.quoted); change it into a box in CVAT, or remove it")
    }
    static let turned = Words(
        zh: "不能导入旋转的框（rotation）；请在 CVAT 中改为正框", en: "a turned box (rotation) is not taken over; make it upright in CVAT"
    )
    static let boxAlone = Words(
        zh: "框应在 <track> 或 <image> 之内", en: "a box stands within a <track> or an <image>")
}
