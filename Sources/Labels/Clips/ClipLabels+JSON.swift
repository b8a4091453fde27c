import Media

extension ClipLabels {
    /// The text of a label file, as its reader takes it: keys in a fixed order, what is empty left out, but `events` and
    /// `absent`, which say that there are none.
    package var json: String {
        var fields: [(key: String, value: JSONText)] = [("video", .text(video)), ("camera", .text(camera))]
        func add(_ key: String, _ text: String) { if !text.isEmpty { fields.append((key, .text(text))) } }
        func add(_ key: String, _ items: [JSONText]) { if !items.isEmpty { fields.append((key, .list(items))) } }
        add("conditions", conditions.map { .text($0.rawValue) })
        add("scene", scene)
        add("zones", zones.map(\.json))
        fields.append(("events", .list(events.map(\.json))))
        fields.append(("absent", .list(absent.map { .text($0) })))
        add("counts", counts.map(\.json))
        add("boxes", boxes.map(\.json))
        add("note", note)
        return JSONText.fields(fields).lines
    }
}

extension Zone {
    fileprivate var json: JSONText {
        var fields: [(key: String, value: JSONText)] = [
            ("id", .text(id)), ("kind", .text(kind.rawValue)),
            ("polygon", .list(polygon.points.map { .list([.number($0.x), .number($0.y)]) })),
        ]
        if !allows.isEmpty { fields.append(("allows", .list(allows.map { .text($0) }))) }
        if let when { fields.append(("when", .text(when.configured))) }
        return .fields(fields)
    }
}

extension ClipLabels.Event {
    fileprivate var json: JSONText {
        var fields: [(key: String, value: JSONText)] = [
            ("algorithm", .text(algorithm)), ("zone", .text(zone)), ("start_s", .number(start.seconds)),
            ("end_s", .number(end.seconds)), ("tolerance_s", .number(tolerance.inSeconds)),
        ]
        switch place {
        case nil: break
        case .share(let box): fields.append(("box", box.json))
        case .pixels(let left, let top, let right, let bottom):
            fields.append(("box_px", .list([left, top, right, bottom].map { .number($0) })))
        }
        if !note.isEmpty { fields.append(("note", .text(note))) }
        return .fields(fields)
    }
}

extension ClipLabels.Count {
    fileprivate var json: JSONText {
        let fields: [(key: String, value: JSONText)] = [
            ("t_s", .number(time.seconds)), ("persons", .list([.number(Double(low)), .number(Double(high))])),
        ]
        return .fields(by.isEmpty ? fields : fields + [("by", .text(by))])
    }
}

extension ClipLabels.Moment {
    fileprivate var json: JSONText {
        var fields: [(key: String, value: JSONText)] = [
            ("t_s", .number(time.seconds)), ("box", box.box.json), ("label", .text(box.label)),
        ]
        if let track = box.track { fields.append(("track", .number(Double(track)))) }
        if box.isIgnored { fields.append(("ignored", .flag(true))) }
        return .fields(fields)
    }
}

extension Box {
    /// To a millionth of the picture.
    fileprivate var json: JSONText {
        .list([x, y, width, height].map { .number(($0 * 1e6).rounded() / 1e6) })
    }
}
