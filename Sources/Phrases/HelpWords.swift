import Media

/// What `--help` says of commands and options, in both languages. The words of ArgumentParser itself (USAGE, OPTIONS, Error)
/// are English alone.
package enum HelpWords {
    package static let language = Words(
        zh: "语言：--lang zh 或 --lang en，可写在任何位置；不写时按 LC_ALL、LC_MESSAGES、LANG，都未设置时为中文。",
        en:
            "Language: --lang zh or --lang en, anywhere; else LC_ALL, LC_MESSAGES or LANG decide, and Chinese where none is set."
    )

    // Commands

    package static let program = Words(
        zh: "城市啄木鸟：接入街面摄像机，产出有主办、有时限的案件。", en: "Street cameras in, owned and clocked cases out.")
    package static let checkCommand = Words(zh: "检查配置及其网格。", en: "Checks a configuration and the grids it names.")
    package static let runCommand = Words(
        zh: "监看配置中的摄像机，并提供值班台。", en: "Watches the cameras of a configuration, with the console at its address.")
    package static let importCommand = Words(
        zh: "从 CSV、GeoJSON 或 YAML 读入网格，写成 grids.yaml。",
        en: "Reads grids from CSV, GeoJSON or YAML and writes them as grids.yaml.")
    package static let gridCommand = Words(zh: "检查、查看、导入网格。", en: "Checks, shows and imports grids.")
    package static let gridCheck = Words(
        zh: "统计各级网格；指出重叠、空白、空洞、缺项和没有网格的摄像机。",
        en: "Counts the levels; names overlaps, gaps, holes, what grids lack and cameras without a grid.")
    package static let gridShow = Words(
        zh: "显示网格树，或某一网格及其上下级。", en: "Prints the tree, or one grid with what is above and below it.")
    package static let caseCommand = Words(zh: "列出、查看、办理案件。", en: "Lists, shows and moves cases.")
    package static let caseList = Words(zh: "列出案件，最早发现的在前。", en: "Lists cases, the oldest discovery first.")
    package static let caseShow = Words(
        zh: "查看案件：责任单位及依据、图片、计时、办理记录。", en: "Shows a case with its owner and why, pictures, clocks and log.")
    package static let replayCommand = Words(
        zh: "回放录像，输出检出、疑似事件和案件。", en: "Replays recorded footage and prints hits, incidents and cases.")
    package static let scoreCommand = Words(
        zh: "用带标注的录像衡量算法的准确度。", en: "Tells how accurate algorithms are on labelled footage.")
    package static let scoring = Words(
        zh: "数据集是带标注（*.json）的录像目录，或带答案（labels.csv）的图片目录；格式见 docs/labels.md。--require 不满足时状态为 1。",
        en:
            "A dataset is a folder of videos with labels (*.json), or of still pictures with answers (labels.csv), see docs/labels.md. The status is 1 if a --require does not hold."
    )
    package static let reloadCommand = Words(
        zh: "检查配置，并让运行中的 piculet 采用。", en: "Checks the configuration and makes the running daemon take it over.")

    package static let caseParked = Words(
        zh: "列出与已保存内容矛盾而另存的记录，最新的在前。",
        en: "Lists what is at odds with what is kept and was put aside, the newest first.")

    /// - Parameter known: names of data.
    package static func datum(_ known: String) -> Words {
        Words(zh: "多边形所用的坐标系：\(known)。", en: "What its polygons are drawn on: \(known).")
    }
    package static func example(_ command: String) -> Words { Words(zh: "例：\(command)", en: "Example: \(command)") }
    /// An example, and a line more.
    package static func discussion(_ command: String, _ more: Words) -> Words { example(command) + "\n" + more }
    package static let probing = Words(
        zh: "加 --probe 时还会连接每个信号源并说明结果；有信号源没有画面时状态为 1。",
        en:
            "With --probe it also connects to every source and tells what came; the status is 1 if one sends no picture."
    )
    package static let signals = Words(
        zh: "SIGHUP（或 'piculet reload'）采用修改后的配置，SIGTERM 有序结束。",
        en: "SIGHUP (or 'piculet reload') takes over an edited configuration, SIGTERM ends in order.")
    package static let converting = Words(
        zh: "多边形转换为 WGS 84 并注明；CSV 在 'polygon' 列写 POLYGON ((x y, ...))。",
        en:
            "Polygons are converted to WGS 84 and marked; a CSV has them as POLYGON ((x y, ...)) in the column 'polygon'."
    )

    // Options

    package static let config = Words(zh: "配置文件（YAML）。", en: "The configuration (YAML).")
    package static let probe = Words(zh: "逐个连接信号源。", en: "Connects to every source once.")
    package static let gridFile = Words(
        zh: "UTF-8 编码的 .csv、.geojson 或 .yaml 文件。", en: "A .csv, .geojson or .yaml file in UTF-8.")
    package static let network = Words(zh: "未写明所属网的网格归入此网。", en: "The network of grids that name none.")
    package static let field = Words(
        zh: "字段在对方文件中名称不同时：我方=对方；可重复。", en: "Where a field has another name there: ours=theirs; may be repeated.")
    package static let gridOutput = Words(zh: "写到哪里；不写则输出到标准输出。", en: "Where to write; standard output without it.")
    package static let gridID = Words(zh: "网格编号。", en: "The id of a grid.")
    package static let picture = Words(
        zh: "处置后图片（JPEG 或 PNG，最大 20 MB）；副本与证据一同保存。",
        en: "A picture that shows it (JPEG or PNG, at most 20 MB); a copy is kept with the evidence.")
    package static let taken = Words(
        zh: "拍摄时间（RFC 3339）；不写则用文件时间。", en: "When it was taken (RFC 3339); the file's own time where it is not given.")
    package static let at = Words(
        zh: "拍摄位置，经度和纬度：121.47,31.23。", en: "Where it was taken, longitude and latitude: 121.47,31.23.")
    package static let store = Words(zh: "数据库（piculet.sqlite）。", en: "The store (piculet.sqlite).")
    package static let storeConfig = Words(zh: "写明数据库的配置文件。", en: "The configuration that names the store.")
    package static let all = Words(zh: "包括已终结的案件。", en: "Ended cases too.")
    package static let number = Words(zh: "案件编号。", en: "The case's number.")
    package static let person = Words(zh: "办理人。", en: "Who does it.")
    package static let note = Words(zh: "理由或说明。", en: "The reason, or a word on it.")
    package static let level = Words(zh: "1、2 或 3。", en: "1, 2 or 3.")
    package static let reply = Words(zh: "要求回复。", en: "A reply is required.")
    package static let item = Words(zh: "所依据的清单事项。", en: "The item of the list that allows it.")
    package static let call = Words(zh: "部门；可重复。", en: "A department; may be given again.")
    package static let department = Words(zh: "部门。", en: "The department.")
    package static let coHandlers = Words(
        zh: "协办单位；可重复；不写则不再有协办。", en: "A co-handler; may be given again; none: nobody helps any more.")
    package static let flag = Words(zh: "urgent（紧急）或 three_cross（三跨）。", en: "urgent or three_cross.")
    package static let off = Words(zh: "取消标记。", en: "Takes the mark away.")
    package static let until = Words(zh: "最后一天，2026-04-01。", en: "The last day, 2026-04-01.")
    package static let request = Words(zh: "suspension（挂账）或 extension（延期）。", en: "suspension or extension.")
    package static let refuse = Words(zh: "不同意。", en: "Refuses it.")
    package static let verifier = Words(zh: "核实人。", en: "Who looks.")
    package static let remark = Words(zh: "核实什么。", en: "What to look at.")
    package static let verdict = Words(
        zh: "exists（属实）、not_exists（不属实）或 unable（无法核实）。", en: "exists, not_exists or unable.")
    package static let standard = Words(
        zh: "立案条件；不写则用算法自带的。", en: "The standard (立案条件) by which; the algorithm's own where none is named.")
    package static let limit = Words(
        zh: "处置时限，例如 2h 或 '4 work_hour'。", en: "How long handling may take, such as 2h or '4 work_hour'.")
    package static let rejection = Words(
        zh: "false_detection（误报）、permitted（许可）、out_of_area（不在辖区）或 below_threshold（未达标准）。",
        en: "false_detection, permitted, out_of_area or below_threshold.")
    package static let lead = Words(zh: "主办单位。", en: "The lead unit.")
    package static let with = Words(zh: "协办单位；可重复。", en: "A co-handler (协办); may be given again.")
    package static let onDuty = Words(zh: "该单位值班人员。", en: "Who is on duty there.")
    package static let check = Words(zh: "passed（通过）或 failed（未通过）。", en: "passed or failed.")
    package static let condition = Words(
        zh: "所满足的结案条件；不写则用立案条件自带的。", en: "The condition (结案条件) that is met; the standard's own where none is named.")
    package static let master = Words(zh: "主案件编号。", en: "The master's number.")
    package static let witness = Words(zh: "第二人（已派遣时须有）。", en: "The second person, where it was dispatched already.")
    package static let document = Words(zh: "依据文件。", en: "The document that decides it.")
    package static let videos = Words(zh: "视频，或装有视频的目录。", en: "Videos, or folders of them.")
    package static let camera = Words(zh: "录像来自配置中的哪路摄像机。", en: "The configured camera that the footage comes from.")
    package static let algorithms = Words(zh: "只运行这些算法，以逗号分隔。", en: "Only these algorithms, separated by commas.")
    package static let decode = Words(
        zh: "解码策略：keyframes、burst、full、\"every 1s\"。", en: "Decode policy: keyframes, burst, full, \"every 1s\".")
    package static let pace = Words(zh: "max（最快）或 live（实时）。", en: "max or live.")
    package static let jobs = Words(zh: "同时处理几段视频。", en: "How many videos at once.")
    package static let start = Words(zh: "录像开头对应的时间（RFC 3339）。", en: "The wall time of media zero (RFC 3339).")
    package static let output = Words(
        zh: "存放数据库、图片和案件页面的目录。", en: "A folder for the store, the pictures and a page of the cases.")
    package static let format = Words(zh: "text（文本）或 jsonl。", en: "text or jsonl.")
    package static let datasets = Words(
        zh: "带标注的录像或图片目录，或标注文件。", en: "Folders of labelled videos or pictures, or label files.")
    package static let scoreConfig = Words(
        zh: "配置文件：按摄像机编号取算法参数，其余用其中的 score 一节。",
        en: "The configuration: its cameras say the terms of their own clips, its 'score' those of all others.")
    package static let policies = Words(
        zh: "解码策略，可用逗号分隔多个；不写则用各摄像机自己的（无配置时为 full）。",
        en: "Decode policies, with commas between; without: each camera's own, else full.")
    package static let wholePicture = Words(
        zh: "整幅画面作为一个 watch 区域，不用标注中的区域。", en: "The whole picture is one watch zone, whatever zones the labels have.")
    package static let scoreOutput = Words(
        zh: "存放 score.json、score.csv 和页面的目录。", en: "A folder for score.json, score.csv and the page.")
    package static let compare = Words(
        zh: "与较早一次评分的 score.json 比较：哪些事件新检出、哪些丢失，差异是否超出偶然。",
        en: "The score.json of an earlier run: which events were gained and lost, and whether it is more than chance.")
    package static let require = Words(
        zh: "必须达到的指标，例如 \"street-stall recall>=0.9 false-per-day<=0.5\"；可重复。",
        en: "What must hold, such as \"street-stall recall>=0.9 false-per-day<=0.5\"; may be repeated.")
    package static let trace = Words(
        zh: "把每次观察中各算法看到的内容写到此文件（每行一个 JSON 对象）。",
        en: "Writes what each algorithm saw at each look to this file, one JSON object a line.")
    package static let annotate = Words(
        zh: "把区域、各算法所见、规则进度和时间画在录像上，写成 H.264 的 MP4；每次观察一幅画面。多段视频时请指定目录。",
        en:
            "Draws zones, what algorithms saw, how far rules are and the clocks over the footage: H.264 in this MP4, a picture for each look; a folder for several videos."
    )
    package static let relearn = Words(
        zh: "忘掉此摄像机画面平时的样子（背景、平日路面），重新学习；可重复。",
        en:
            "Forgets what this camera's place usually looks like (its background, its dry days) and learns it anew; may come again."
    )
    package static let release = Words(
        zh: "恢复因崩溃而隔离的摄像机。", en: "Watches a camera again that was set aside after crashes.")
}
