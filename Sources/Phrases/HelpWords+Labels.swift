import Media

/// What `--help` says of `piculet labels`.
extension HelpWords {
    package static let labelsCommand = Words(
        zh: "检查标注；与 COCO、YOLO、MOT、CVAT 互相转换；并入复核意见。",
        en: "Checks labels, converts them from and to COCO, YOLO, MOT and CVAT, takes over reviews.")
    package static let labelsCheck = Words(
        zh: "指出标注的每一处错误，并统计各数据集。", en: "Tells every mistake of labels, and counts what each dataset holds.")
    package static let labelsCheckMore = Words(
        zh: "格式见 docs/labels.md。有错误时状态为 1。",
        en: "The format is in docs/labels.md. The status is 1 if there is a mistake.")
    package static let labelsImport = Words(
        zh: "把其他工具的框读入一段视频的标注文件。", en: "Reads boxes of another tool into the label file of a video.")
    package static let labelsImportMore = Words(
        zh: "帧率和尺寸取自视频；视频不在本机时用 --fps 和 --size。已有的标注文件加 --force 后只替换其中的框。",
        en: "The rate and the size are read from the video; where it is not here, --fps and --size tell them. "
            + "Of a label file that is there, --force replaces the boxes alone.")
    package static let labelsExport = Words(
        zh: "把标注文件中的框写成其他工具的格式。", en: "Writes the boxes of a label file for another tool.")
    package static let labelsExportMore = Words(
        zh: "coco 和 cvat 写一个文件；yolo 和 mot 写一个目录，含类别名称。",
        en: "coco and cvat write a file; yolo and mot write a folder, with the names of the classes.")
    package static let labelsReview = Words(
        zh: "把评分页面上对标注的复核意见并入数据集的 reviews.json。",
        en: "Takes what was marked on the page of a score over into the dataset's reviews.json.")
    package static let labelsReviewMore = Words(
        zh: "标注本身不变；改正标注后，请从 reviews.json 删去该条。",
        en: "No label is changed; once a label is right, take its line out of reviews.json.")

    /// - Parameter known: names of formats.
    package static func boxFormat(_ known: String) -> Words { Words(zh: "格式：\(known)。", en: "The format: \(known).") }
    package static let boxInput = Words(
        zh: "要读入的文件；yolo 为装有 .txt 的目录。", en: "The file to read; of yolo the folder with its .txt files.")
    package static let boxLabels = Words(zh: "一段视频的标注文件。", en: "The label file of a video.")
    package static let boxOutput = Words(zh: "写到哪里；yolo 和 mot 为目录。", en: "Where to write; of yolo and mot a folder.")
    package static let labelOutput = Words(zh: "要写的标注文件。", en: "The label file to write.")
    package static let boxVideo = Words(zh: "这些框所属的视频。", en: "The video that the boxes are of.")
    package static let boxNames = Words(
        zh: "类别名称文件，每行一个；yolo 默认为 classes.txt，mot 默认为 labels.txt 或 MOT16 的类别。",
        en: "A file with the name of a class on each line; else classes.txt (yolo), labels.txt or the classes of MOT16 "
            + "(mot).")
    package static let boxCamera = Words(
        zh: "拍摄视频的摄像机；不写则用视频名。", en: "The camera that filmed it; the name of the video where it is not given.")
    package static let fps = Words(zh: "每秒帧数，代替视频自身的。", en: "Frames a second, instead of the video's own.")
    package static let size = Words(
        zh: "画面尺寸，例如 1920x1080，代替视频自身的。", en: "The size, such as 1920x1080, instead of the video's own.")
    package static let force = Words(zh: "替换已有的文件。", en: "Replaces what is there.")
    package static let reviewed = Words(
        zh: "数据集，可写多个；最后是评分页面保存的 label-reviews.json。",
        en: "Datasets and, last, the label-reviews.json that the page of a score saved.")
}
