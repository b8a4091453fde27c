import Cases
import Media

/// What the commands say, in both languages; what `--help` says of them is in `HelpWords`.
package enum CommandWords {
    package static func unknownLanguage(_ text: String) -> Words {
        Words(zh: "--lang：没有 \(text.quoted)。可用：zh、en。", en: "--lang: \(text.quoted) is not known. Known: zh, en.")
    }
    static func meant(_ nearest: String?) -> Words {
        nearest.map { Words(zh: "是否想写 \($0.quoted)？", en: " Did you mean \($0.quoted)?") } ?? .none
    }
    private static func unknown(_ option: String, _ text: String, _ known: String) -> Words {
        Words(
            zh: "\(option)：没有 \(text.quoted)。可用：\(known)。",
            en: "\(option): \(text.quoted) is not known. Known: \(known).")
    }

    // Labels

    package static func labelMistakes(_ count: Int) -> Words {
        Words(zh: "标注有 \(count) 处错误", en: "the labels have \(count) mistake(s)")
    }

    // The configuration

    package static func mistakes(_ count: Int) -> Words {
        Words(zh: "配置有 \(count) 处错误", en: "the configuration has \(count) mistake(s)")
    }
    package static func clean(_ file: String, cameras: Int, grids: Int) -> Words {
        Words(
            zh: "\(file.named)：\(cameras) 路摄像机，\(grids) 个网格，没有错误",
            en: "\(file.named): \(cameras) camera(s), \(grids) grid(s), no mistake")
    }
    package static func cameraWithoutGrid(_ camera: String) -> Words {
        Words(
            zh: "提示：摄像机 '\(camera)' 不属于任何网格；其案件派到值班台",
            en: "note: camera '\(camera)' belongs to no grid; its cases go to the duty desk")
    }
    package static func wouldRefuse(_ fault: Words) -> Words {
        Words(zh: "提示：piculet run 会拒绝：\(fault.zh)", en: "note: piculet run would refuse: \(fault.en)")
    }
    package static func unstaffed(_ unit: String, _ ways: Words) -> Words {
        Words(
            zh: "提示：单位 \(unit.quoted) 没有人员，派给它的案件无人接单（\(ways.zh)）",
            en: "note: the unit \(unit.quoted) has no people: nobody takes the cases that go to it (\(ways.en))")
    }
    /// How cases come to a unit; the first few.
    package static func ways(_ ways: [CaseScheme.Way]) -> Words {
        let shown = ways.prefix(5).map { way in
            switch way {
            case .grid(let id): Words(zh: "网格 \(id.quoted)", en: "grid \(id.quoted)")
            case .row(let id): Words(zh: "责任清单 \(id.quoted)", en: "row \(id.quoted)")
            case .coHandler(let id): Words(zh: "责任清单 \(id.quoted) 的协办", en: "co-handler of row \(id.quoted)")
            case .fallback: Words(zh: "兜底", en: "fallback")
            case .byHand: Words(zh: "人工派遣、吹哨", en: "by hand")
            }
        }
        let more = ways.count > shown.count ? ", ..." : ""
        return Words(
            zh: shown.map(\.zh).joined(separator: "、") + more, en: shown.map(\.en).joined(separator: ", ") + more)
    }
    package static func noReserve(_ folder: String) -> Words {
        Words(
            zh: "提示：\(folder.named) 所在磁盘空间太小，不留备用空间；磁盘写满后案件只存内存",
            en:
                "note: the disk of \(folder.named) is too small for a reserve; when it is full, cases wait in memory alone"
        )
    }
    package static func picture(_ camera: String, _ codec: String, _ width: Int, _ height: Int, _ seconds: Double)
        -> Words
    {
        Words(
            zh: "摄像机 '\(camera)'：\(codec) \(width) x \(height)，用时 \(seconds) 秒",
            en: "camera '\(camera)': \(codec) \(width) x \(height) after \(seconds) s")
    }
    package static func noPicture(_ camera: String, _ why: Words) -> Words {
        Words(zh: "摄像机 '\(camera)'：\(why.zh)", en: "camera '\(camera)': \(why.en)")
    }
    package static func sourcesFailed(_ failed: Int, of all: Int) -> Words {
        Words(zh: "\(all) 个信号源中有 \(failed) 个没有画面。", en: "\(failed) of \(all) source(s) sent no picture.")
    }

    // Grids

    package static func fileMistakes(_ count: Int) -> Words {
        Words(zh: "文件有 \(count) 处错误", en: "the file has \(count) mistake(s)")
    }
    package static func notWritten(_ path: String, _ why: String) -> Words {
        Words(zh: "\(path.named) 无法写入：\(why)", en: "\(path.named) cannot be written: \(why)")
    }
    package static func imported(_ count: Int, _ path: String) -> Words {
        Words(zh: "\(count) 个网格 -> \(path.named)", en: "\(count) grids -> \(path.named)")
    }
    package static func noDatum(_ text: String, _ known: String) -> Words {
        Words(zh: "\(text.quoted) 不是坐标系。可用：\(known)。", en: "\(text.quoted) is no datum. Known: \(known).")
    }
    package static func noPair(_ text: String, _ known: String) -> Words {
        Words(
            zh: "\(text.quoted) 不是“我方=对方”。我方可用：\(known)。", en: "\(text.quoted) is not ours=theirs. Ours are: \(known).")
    }
    package static func levels(_ network: String, _ counts: [(key: Int, value: Int)]) -> Words {
        let (all, name) = (counts.map(\.value).reduce(0, +), network.named)
        return Words(
            zh: "\(name)：\(all) 个网格：" + counts.map { "\($0.key) 级 \($0.value)" }.joined(separator: "，"),
            en: "\(name): \(all) grids: " + counts.map { "level \($0.key) \($0.value)" }.joined(separator: ", "))
    }
    package static func lack(_ lack: Completeness.Lack) -> Words {
        let words =
            switch lack.what {
            case .head: Words(zh: "没有网格长", en: "has no head")
            case .disposal:
                Words(zh: "没有处置网格；由自己的单位处置", en: "has no disposal grid; its own unit deals with its cases")
            case .fullTimeOfficer: Words(zh: "没有专职人员", en: "has no full-time officer")
            case .fresh(let days):
                Words(
                    zh: "上次排查在 \(days) 天前；要求每半月一次",
                    en: "was looked through \(days) days ago; every half month is asked for")
            }
        let name = "\(lack.grid.id.quoted) (\(lack.grid.name.named))"
        return Words(zh: "提示：网格 \(name) \(words.zh)", en: "note: grid \(name) \(words.en)")
    }
    package static func overlap(_ grids: [String], _ place: String) -> Words {
        let names = grids.map(\.quoted)
        return Words(
            zh: "重叠：\(names.joined(separator: "、")) 都包含 \(place)",
            en: "overlap: \(names.joined(separator: " and ")) both hold \(place)")
    }
    package static func gap(_ share: String, _ parent: String, _ place: String) -> Words {
        Words(
            zh: "空白：\(parent.quoted) 约 \(share) % 不属于其任何下级网格，例如 \(place)",
            en: "gap: some \(share) % of \(parent.quoted) lies in none of its grids, for example \(place)")
    }
    package static func hole(_ hectares: String, _ network: String, _ place: String) -> Words {
        Words(
            zh: "空洞：\(network.quoted) 网内约 \(hectares) 公顷被围住却不属于任何叶网格，例如 \(place)",
            en:
                "hole: some \(hectares) ha enclosed by the leaves of \(network.quoted) lie in none of them, for example \(place)"
        )
    }
    package static func openRim(_ network: String) -> Words {
        Words(
            zh: "提示：\(network.quoted) 网的外边界没有绘制；边缘缺少的网格与界外之地无法区分，请人工核对",
            en:
                "note: nobody drew how far the network \(network.quoted) reaches: a leaf that is missing at its rim cannot be "
                + "told from ground that is not its own; check the rim by eye")
    }
    package static func surveyFailed(_ overlaps: Int, _ gaps: Int, _ holes: Int) -> Words {
        Words(
            zh: "重叠 \(overlaps) 处，空白 \(gaps) 处，空洞 \(holes) 处。请重绘多边形，使边界相接。",
            en: "overlaps: \(overlaps), gaps: \(gaps), holes: \(holes). Draw the polygons so that borders meet.")
    }
    package static func noGrid(_ id: String) -> Words {
        Words(
            zh: "没有网格 \(id.quoted)。请看 'piculet grid show'。",
            en: "there is no grid \(id.quoted). See 'piculet grid show'.")
    }
    package static func grid(_ grid: Grid) -> Words {
        Words(
            zh: "层级 \(grid.level)，类别 \(grid.kind)，单位 \(grid.unit ?? "-")，网格长 \(grid.head ?? "-")",
            en: "level \(grid.level), kind \(grid.kind), unit \(grid.unit ?? "-"), head \(grid.head ?? "-")")
    }
    package static func gridMore(_ grid: Grid) -> Words {
        let (from, until) = (grid.validity.from?.description, grid.validity.until?.description)
        return Words(
            zh: "网 \(grid.network)，运营方 \(grid.operator ?? "-")，自 \(from ?? "始") 至 \(until ?? "另行通知")",
            en: "network \(grid.network), operator \(grid.operator ?? "-"), from \(from ?? "ever") until "
                + (until ?? "further notice"))
    }
    package static func camera(_ id: String, _ name: String) -> Words {
        Words(zh: "摄像机 \(id) \(name)", en: "camera \(id) \(name)")
    }

    // Replay

    package static let cameraNeedsConfig = Words(
        zh: "--camera 需要 --config，摄像机在其中描述。", en: "--camera needs --config, where the camera is described.")
    package static func noCamera(_ option: String, _ id: String, _ nearest: String?) -> Words {
        Words(
            zh: "\(option)：配置中没有摄像机 \(id.quoted)。", en: "\(option): the configuration has no camera \(id.quoted).")
            + meant(nearest)
    }
    package static func noAlgorithm(_ option: String, _ name: String, _ nearest: String?, _ known: [String]) -> Words {
        let names = known.joined(separator: ", ")
        return Words(zh: "\(option)：没有 \(name.quoted)。", en: "\(option): \(name.quoted) is not known.")
            + meant(nearest) + Words(zh: "可用：\(names)。", en: " Known: \(names).")
    }
    package static func networkMissing(_ option: String, _ name: String, _ network: String) -> Words {
        Words(
            zh: "\(option)：\(name.quoted) 需要网络 \(network.quoted)，本程序无法运行它。",
            en: "\(option): \(name.quoted) needs the network \(network.quoted), which this program cannot run.")
    }
    package static func noPolicy(_ text: String) -> Words {
        Words(
            zh: "--decode：\(text.quoted) 不是解码策略。可用：\(DecodePolicy.allowed.zh)。",
            en: "--decode: \(text.quoted) is no policy. Known: \(DecodePolicy.allowed.en).")
    }
    package static func noPace(_ text: String) -> Words { unknown("--pace", text, "max, live") }
    package static func noFormat(_ text: String) -> Words { unknown("--format", text, "text, jsonl") }
    package static func noTime(_ option: String, _ text: String) -> Words {
        Words(
            zh: "\(option)：\(text.quoted) 不是时间。请写成 2026-03-01T08:00:00+08:00。",
            en: "\(option): \(text.quoted) is no time. Write it as 2026-03-01T08:00:00+08:00.")
    }
    package static func wrongJobs(_ jobs: Int) -> Words {
        Words(zh: "--jobs：\(jobs) 超出范围。请写 1 到 64。", en: "--jobs: \(jobs) is out of range. Give 1 to 64.")
    }

    // The daemon

    package static func console(_ address: String) -> String { "值班台 console: \(address)" }
    package static func cannotListen(_ address: String) -> Words {
        Words(
            zh: "\(address)：值班台无法在此监听，端口可能被其他程序占用；请用 console.listen 另选一个。",
            en: "\(address): the console cannot listen there. Another program may use the port; "
                + "give another with console.listen.")
    }
    package static func nothingRuns(_ store: String, _ config: String) -> Words {
        Words(
            zh: "数据库 \(store.named) 上没有运行中的 piculet。请用 'piculet run --config \(config.named)' 启动。",
            en: "no piculet runs on the store \(store.named). Start it with 'piculet run --config \(config.named)'.")
    }
    package static func cannotReach(_ process: Int32) -> Words {
        Words(
            zh: "无法通知运行中的 piculet（进程 \(process)）。请以其运行用户执行。",
            en: "the running piculet (process \(process)) cannot be reached. Ask as the user that it runs as.")
    }
    package static func taken(_ process: Int32, _ config: String) -> Words {
        Words(
            zh: "piculet（进程 \(process)）将采用 \(config.named)",
            en: "piculet (process \(process)) takes over \(config.named)")
    }
    package static func cannotLeave(_ file: String) -> Words {
        Words(
            zh: "\(file.named)：无法写入。请以 piculet 的运行用户执行。",
            en: "\(file.named): it cannot be written. Ask as the user that piculet runs as.")
    }
}
