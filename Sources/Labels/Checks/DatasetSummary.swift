import Media

/// What a dataset holds, counted.
package struct DatasetSummary: Hashable, Sendable {
    /// Its path, as it was given.
    package let folder: String
    package let clips: Int
    /// Of the videos whose length is known.
    package let length: Duration
    /// Clips without a video, or whose video does not say how long it is.
    package let withoutLength: Int
    /// Events by algorithm.
    package let events: [String: Int]
    /// By algorithm, the clips in which it has nothing to find.
    package let absent: [String: Int]
    package let conditions: [ClipLabels.Condition: Int]
    /// Clips by camera.
    package let cameras: [String: Int]
    package let counts: Int
    package let boxes: Int
    /// Of each table of pictures.
    package let stills: [Stills]

    package struct Stills: Hashable, Sendable {
        package let file: String
        package let question: String
        package let answers: [Still.Truth: Int]
        package let cameras: Int
    }

    /// - Parameter length: of a clip's video; nil: not known.
    package init(_ dataset: Dataset, length: (LabelledClip) -> Duration?) {
        let labels = dataset.clips.map(\.labels)
        let lengths = dataset.clips.compactMap(length)
        folder = dataset.folder
        clips = labels.count
        self.length = lengths.reduce(.zero, +)
        withoutLength = labels.count - lengths.count
        events = Self.counted(labels.flatMap { $0.events.map(\.algorithm) })
        absent = Self.counted(labels.flatMap { Set($0.absent) })
        conditions = Self.counted(labels.flatMap { Set($0.conditions) })
        cameras = Self.counted(labels.map(\.camera))
        counts = labels.map(\.counts.count).reduce(0, +)
        boxes = labels.map(\.boxes.count).reduce(0, +)
        stills = dataset.stills.map { table in
            Stills(
                file: table.file, question: table.question, answers: Self.counted(table.pictures.map(\.truth)),
                cameras: Set(table.pictures.map(\.camera)).count)
        }
    }

    private static func counted<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
        Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

// For people
extension DatasetSummary {
    /// So many names are told of a list.
    private static let told = 30

    package var lines: [Words] {
        let hours = (length.inSeconds / 3600).plain(to: 100)
        var lines = [
            Words(
                zh: "\(folder.named)：\(clips) 段视频，\(hours) 小时，\(cameras.count) 台摄像机",
                en: "\(folder.named): \(clips) clip(s), \(hours) h, \(cameras.count) camera(s)")
        ]
        func add(_ zh: String, _ en: String, _ list: String) {
            if !list.isEmpty { lines.append(Words(zh: "  \(zh)：\(list)", en: "  \(en): \(list)")) }
        }
        if withoutLength > 0 { add("长度未知的视频", "videos of unknown length", "\(withoutLength)") }
        add("事件", "events", Self.list(events))
        add("无事件的视频", "clips without", Self.list(absent))
        let all = ClipLabels.Condition.allCases.compactMap { one in conditions[one].map { "\(one.rawValue) \($0)" } }
        add("条件", "conditions", all.joined(separator: ", "))
        add("摄像机", "cameras", Self.list(cameras))
        if counts > 0 { add("人数", "counts of persons", "\(counts)") }
        if boxes > 0 { add("框", "boxes", "\(boxes)") }
        for table in stills {
            let answers = Still.Truth.allCases.map { "\($0.rawValue) \(table.answers[$0] ?? 0)" }
            let list = "\(table.question.named): " + answers.joined(separator: ", ")
            lines.append(
                Words(
                    zh: "  图片 \(table.file.named)，\(list)；\(table.cameras) 台摄像机",
                    en: "  pictures of \(table.file.named), \(list); \(table.cameras) camera(s)"))
        }
        return lines
    }

    private static func list(_ counts: [String: Int]) -> String {
        let shown = counts.sorted { $0.key < $1.key }.prefix(told).map { "\($0.key.named) \($0.value)" }
        return shown.joined(separator: ", ") + (counts.count > told ? ", ... (\(counts.count))" : "")
    }
}
