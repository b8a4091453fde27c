import Media

/// What is said of files of labels, in both languages; of their values, `CheckWords` of Labels says it.
enum LabelFileWords {
    static func secondsNeeded(_ found: Words) -> Words {
        Words(zh: "此处需要秒数，例如 12.5，而不是 \(found.zh)", en: "a number of seconds is needed, such as 12.5, not \(found.en)")
    }
    static func numberNeeded(_ found: Words) -> Words {
        Words(zh: "此处需要一个数，而不是 \(found.zh)", en: "a number is needed here, not \(found.en)")
    }
    static func wholeNeeded(_ range: ClosedRange<Int>, _ found: Words) -> Words {
        let (low, high) = (range.lowerBound, range.upperBound)
        return Words(
            zh: "此处需要 \(low) 到 \(high) 之间的整数，而不是 \(found.zh)",
            en: "a whole number from \(low) to \(high) is needed, not \(found.en)")
    }
    static let personsNeeded = Words(
        zh: "此处需要两个整数 [最少, 最多]，例如 [3, 5]", en: "two whole numbers are needed, [fewest, most], such as [3, 5]")
    static let boxNeeded = Words(
        zh: "框是四个数 [左, 上, 宽, 高]", en: "a box is four numbers, [left, top, width, height]")
    static let cornersNeeded = Words(
        zh: "box_px 是四个数 [左, 上, 右, 下]（像素）", en: "box_px is four numbers in pixels, [left, top, right, bottom]")
    static let onePlace = Words(
        zh: "box 与 box_px 只能写一个", en: "an event has a box or a box_px, not both")

    // Datasets

    static let notLabels = Words(
        zh: "不是视频标注（没有 video），已跳过", en: "this is no clip's labels, having no 'video'; it was passed over")
    static let noClip = Words(zh: "不是视频标注（没有 video）", en: "this is no clip's labels, having no 'video'")
    static func otherVideo(_ labelled: String, _ given: String) -> Words {
        Words(
            zh: "此文件标注的是 \(labelled.quoted)，而不是 \(given.quoted)；请另写一个文件",
            en: "this file labels \(labelled.quoted), not \(given.quoted); write to another one")
    }
    static let noLabels = Words(
        zh: "此处及其 labels 目录中没有标注：需要 *.json 或 labels.csv",
        en: "there are no labels here nor in its folder 'labels': *.json or labels.csv are needed")
    static func cannotBeListed(_ path: String) -> Words {
        Words(zh: "目录 \(path.quoted) 无法读取", en: "the folder \(path.quoted) cannot be read")
    }
    static func questionNeeded(_ found: [String]) -> Words {
        let names = found.prefix(30).map(\.named).joined(separator: ", ")
        return Words(
            zh: "除 picture、camera、upstream 外须恰有一列答案，例如 visible_water，现有：\(names)",
            en: "beside picture, camera and upstream there is one column with the answers, such as visible_water; "
                + "found: \(names)")
    }
    static func pathWithin(_ path: String) -> Words {
        Words(
            zh: "\(path.quoted) 不在本目录之内；请写相对路径", en: "\(path.quoted) leads out of this folder; give a path within it")
    }

    static func datasetTwice(_ path: String) -> Words {
        Words(
            zh: "与 \(path.quoted) 是同一数据集，只用一次", en: "this is the same dataset as \(path.quoted); it is taken once")
    }
    static func takenOnce(_ path: String) -> Words {
        Words(zh: "\(path.quoted) 中也有，只用一次", en: "\(path.quoted) has this as well; it is taken once")
    }
    static func labelledElsewhere(_ path: String) -> Words {
        Words(
            zh: "\(path.quoted) 对同一视频另有不同的标注；请删除其一",
            en: "\(path.quoted) labels the same video in another way; remove one of the two")
    }

    // Reviews

    static func otherSchema(_ schema: String, _ version: Int) -> Words {
        Words(
            zh: "此处需要 \(schema) 第 \(version) 版，即评分页面所保存的文件",
            en: "this is not \(schema) of version \(version), which the page of a score saves")
    }
    static func timeNeeded(_ found: Words) -> Words {
        Words(
            zh: "此处需要时间，例如 2026-03-01T08:00:00Z，而不是 \(found.zh)",
            en: "a time such as 2026-03-01T08:00:00Z is needed, not \(found.en)")
    }
    static let notTakenOver = Words(
        zh: "这些复核尚未并入；请用 'piculet labels review 数据集 label-reviews.json'",
        en: "these reviews were not taken over yet; 'piculet labels review DATASET label-reviews.json' does it")

    static func otherDataset(_ name: String) -> Words {
        Words(
            zh: "此复核属于数据集 \(name.quoted)，给出的数据集中没有它；目录改过名时请改此处",
            en:
                "this review is of the dataset \(name.quoted), and none of those that were given is called so; if its folder "
                + "has another name now, write that here")
    }
    static func severalDatasets(_ video: String) -> Words {
        Words(
            zh: "不止一个数据集有视频 \(video.quoted)；请只给出所属的一个",
            en: "more than one of the datasets has the video \(video.quoted); give only the one that is meant")
    }

    // COCO, YOLO

    static func idTwice(_ id: String) -> Words {
        Words(zh: "编号 \(id.quoted) 重复；编号不能重复", en: "the id \(id.quoted) stands twice; ids are unique")
    }
    static func noSuchID(_ id: String, _ list: String) -> Words {
        Words(zh: "\(list) 中没有编号 \(id.quoted)", en: "there is no id \(id.quoted) among the \(list)")
    }
    static let namesNeeded = Words(
        zh: "names 应为类别名称的列表，或从 0 起的编号到名称的映射",
        en: "names is a list of the classes' names, or a mapping from their numbers, from 0, to them")
    static let noTexts = Words(
        zh: "目录中没有 YOLO 的 .txt 文件", en: "there is no .txt file of YOLO in this folder")
}
