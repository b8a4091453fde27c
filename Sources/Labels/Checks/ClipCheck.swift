import Media

/// Judges the labels of one clip.
struct ClipCheck {
    let clip: LabelledClip
    let check: LabelCheck
    /// nil: there is no video.
    let seen: SeenVideo?

    private var labels: ClipLabels { clip.labels }

    func note(in findings: inout LabelFindings) {
        var all = Notes(clip: clip, findings: findings)
        video(&all)
        zones(&all)
        for (index, event) in labels.events.enumerated() { self.event(event, clip.key("events", index), &all) }
        overlaps(&all)
        for (index, id) in labels.absent.enumerated() { algorithm(id, clip.key("absent", index), &all) }
        for (index, count) in labels.counts.enumerated() {
            let key = clip.key("counts", index)
            time(count.time, "\(key).t_s", &all)
            if count.low < 0 || count.low > count.high {
                all.fault("\(key).persons", CheckWords.noRange(count.low, count.high))
            }
        }
        for (index, moment) in labels.boxes.enumerated() {
            let key = clip.key("boxes", index)
            time(moment.time, "\(key).t_s", &all)
            box(moment.box.box, "\(key).box", &all)
        }
        findings = all.findings
    }

    private func video(_ all: inout Notes) {
        if labels.video.contains("/") || labels.video.contains("\0") || [".", ".."].contains(labels.video) {
            all.fault("video", CheckWords.noFileName(labels.video))
        } else if clip.videoPath == nil {
            all.fault("video", CheckWords.noVideo(labels.video))
        } else if let why = seen?.fault {
            all.fault("video", CheckWords.unopened(labels.video, why))
        }
    }

    private func zones(_ all: inout Notes) {
        var places: [String: String] = [:]
        for (index, zone) in labels.zones.enumerated() {
            let key = clip.key("zones", index)
            if let other = places[zone.id] {
                all.fault("\(key).id", CheckWords.zoneTwice(zone.id, other))
            } else {
                places[zone.id] = key
            }
            if zone.polygon.points.count < 3 {
                all.fault("\(key).polygon", CheckWords.threePoints(zone.polygon.points.count))
            }
            for (at, point) in zone.polygon.points.enumerated() {
                guard !(0...1).contains(point.x) || !(0...1).contains(point.y) else { continue }
                all.fault(clip.key("\(key).polygon", at), CheckWords.pointOutside(point))
            }
            for (at, id) in zone.allows.enumerated() { algorithm(id, clip.key("\(key).allows", at), &all) }
        }
    }

    private func event(_ event: ClipLabels.Event, _ key: String, _ all: inout Notes) {
        algorithm(event.algorithm, "\(key).algorithm", &all)
        if labels.absent.contains(event.algorithm) {
            all.fault("\(key).algorithm", CheckWords.alsoAbsent(event.algorithm))
        }
        if let zone = labels.zones.first(where: { $0.id == event.zone }) {
            // It would be missed for ever, whatever the algorithm is worth.
            if let others = check.others(than: zone.kind, watchedBy: event.algorithm) {
                all.fault("\(key).zone", CheckWords.unwatched(event.algorithm, zone, others))
            }
        } else if !clip.lacksItems(of: "zones") {
            all.fault("\(key).zone", CheckWords.noZone(event.zone, labels.zones.map(\.id)))
        }
        time(event.start, "\(key).start_s", &all)
        time(event.end, "\(key).end_s", &all)
        if event.end < event.start { all.fault("\(key).end_s", CheckWords.endsFirst(event)) }
        if event.tolerance < .zero { all.fault("\(key).tolerance_s", CheckWords.negativeTolerance) }
        switch event.place {
        case nil: break
        case .share(let box): self.box(box, "\(key).box", &all)
        case .pixels(let left, let top, let right, let bottom):
            guard left >= 0 && top >= 0 && right > left && bottom > top else {
                all.fault("\(key).box_px", CheckWords.pixelsOutside)
                break
            }
            guard let size = seen?.size else { break }
            if right > Double(size.width) || bottom > Double(size.height) {
                all.fault("\(key).box_px", CheckWords.beyond(size))
            }
        }
    }

    private func algorithm(_ id: String, _ key: String, _ all: inout Notes) {
        guard !check.known.contains(id), !check.extra.contains(id) else { return }
        all.fault(key, CheckWords.noAlgorithm(id, check.known))
    }

    private func time(_ time: MediaTime, _ key: String, _ all: inout Notes) {
        if time < .zero {
            all.fault(key, CheckWords.beforeStart(time))
        } else if let length = seen?.length, time - .zero > length + LabelCheck.slack {
            all.fault(key, CheckWords.pastEnd(time, length))
        }
    }

    private func box(_ box: Box, _ key: String, _ all: inout Notes) {
        // What rounding to six places may add.
        let slack = 2e-6
        let isWithin =
            box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 && box.x + box.width <= 1 + slack
            && box.y + box.height <= 1 + slack
        if !isWithin { all.fault(key, CheckWords.boxOutside(box)) }
    }

    /// Events of one algorithm in one zone, in the order of their starts: each is compared with what lasts longest so far.
    private func overlaps(_ all: inout Notes) {
        struct Watched: Hashable { let algorithm, zone: String }
        let events = labels.events.enumerated().filter { $1.start <= $1.end }
        let groups = Dictionary(grouping: events) { Watched(algorithm: $1.algorithm, zone: $1.zone) }
        var overlapping: [(index: Int, other: Int)] = []
        for group in groups.values {
            let ordered = group.sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            guard var longest = ordered.first else { continue }
            for event in ordered.dropFirst() {
                if event.element.start < longest.element.end || event.element.start == longest.element.start {
                    overlapping.append((event.offset, longest.offset))
                }
                if event.element.end > longest.element.end { longest = event }
            }
        }
        for (index, other) in overlapping.sorted(by: { $0.index < $1.index }) {
            all.fault(
                clip.key("events", index), CheckWords.overlaps(labels.events[other], clip.key("events", other)))
        }
    }
}

/// Findings of one clip, with the lines of its file.
private struct Notes {
    let clip: LabelledClip
    var findings: LabelFindings

    mutating func fault(_ key: String, _ problem: @autoclosure () -> Words) {
        guard !clip.isUnread(key) else { return }
        findings.note(file: clip.file, line: clip.line(of: key), key: key, problem: problem())
    }
}
