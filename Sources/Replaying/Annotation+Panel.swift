import Cases
import Foundation
import Media
import Video

/// The panel below the footage: clocks, and how far each rule is.
extension Annotation {
    func panel(_ layout: AnnotationLayout) -> [Canvas.Mark] {
        var marks: [Canvas.Mark] = [.fill(layout.panel, AnnotationColours.panel, opacity: 1)]
        marks += header(layout)
        guard !rules.isEmpty else { return marks }
        let columns = layout.columns(
            algorithm: rules.map(\.algorithm.count).max() ?? 0, zone: rules.map(\.zone.count).max() ?? 0)
        var top = layout.panel.top + layout.headerHeight
        marks += caption(layout, columns, top)
        top += layout.captionHeight
        for rule in shownRules {
            marks += row(rule, layout, columns, top)
            top += layout.rowHeight
        }
        let more = rules.count - shownRules.count
        if more > 0 {
            marks.append(
                .text(
                    "and \(more) more", PixelPoint(x: layout.margin, y: top), AnnotationColours.dim, dot: layout.dot))
        }
        return marks
    }

    /// Where there are too many, those under which something is under way come first.
    private var shownRules: [Rule] {
        guard rules.count > AnnotationLayout.mostRows else { return rules }
        func isBusy(_ rule: Rule) -> Bool { rule.lasting != nil || rule.phase != nil }
        return Array((rules.filter(isBusy) + rules.filter { !isBusy($0) }).prefix(AnnotationLayout.mostRows))
    }

    private func header(_ layout: AnnotationLayout) -> [Canvas.Mark] {
        let top = layout.panel.top + (layout.headerHeight - layout.letterHeight) / 2
        let wall = start + (at - .zero)
        let local = wall.local(in: timeZone)
        let pieces: [(text: String, colour: Colour)] = [
            (Self.clock(at), AnnotationColours.text), (camera, AnnotationColours.text),
            ("\(local.date) \(local.time)", AnnotationColours.dim), ("decode \(policy)", AnnotationColours.dim),
        ]
        var marks: [Canvas.Mark] = []
        var left = layout.margin
        for piece in pieces {
            let room = (layout.width - layout.margin - left) / layout.letter
            guard room >= min(piece.text.count, 4) else { break }
            let text = Self.cut(piece.text, to: room)
            marks.append(.text(text, PixelPoint(x: left, y: top), piece.colour, dot: layout.dot))
            left += (text.count + 3) * layout.letter
        }
        return marks
    }

    /// Half as large as the rows.
    private func caption(_ layout: AnnotationLayout, _ columns: AnnotationLayout.Columns, _ top: Int) -> [Canvas.Mark] {
        let words = [
            (columns.algorithm.left, "ALGORITHM"), (columns.zone.left, "ZONE"), (columns.measure.left, "MEASURE"),
            (columns.bar.left, "LASTING"), (columns.lasting.left, "OF NEEDED"), (columns.state.left, "INCIDENT"),
        ]
        return words.map { left, word in
            .text(word, PixelPoint(x: left, y: top), AnnotationColours.dim, dot: max(layout.dot / 2, 1))
        }
    }

    private func row(
        _ rule: Rule, _ layout: AnnotationLayout, _ columns: AnnotationLayout.Columns, _ top: Int
    ) -> [Canvas.Mark] {
        func text(_ text: String, _ column: (left: Int, letters: Int), _ colour: Colour) -> Canvas.Mark {
            .text(Self.cut(text, to: column.letters), PixelPoint(x: column.left, y: top), colour, dot: layout.dot)
        }
        let isEnough = rule.measure.map { $0 >= rule.terms.enter } ?? false
        let running = rule.lasting == nil ? AnnotationColours.dim : AnnotationColours.counts
        let colour = rule.isHit ? AnnotationColours.hit : running
        let zone = zones.first { $0.id == rule.zone }.map { AnnotationColours.of($0.kind) } ?? AnnotationColours.text
        let bar = PixelArea(left: columns.bar.left, top: top, width: columns.bar.width, height: layout.letterHeight)
        let filled = Int(Double(bar.width) * share(rule))
        return [
            text(rule.algorithm, columns.algorithm, AnnotationColours.text), text(rule.zone, columns.zone, zone),
            text(
                "\(rule.measure.map(Self.amount) ?? "-")/\(Self.amount(rule.terms.enter))", columns.measure,
                isEnough ? AnnotationColours.text : AnnotationColours.dim),
            .fill(bar, AnnotationColours.track, opacity: 1),
            .fill(
                PixelArea(left: bar.left, top: bar.top, width: filled, height: bar.height), colour, opacity: 1),
            text(
                "\(rule.lasting.map { Self.tenths($0.inSeconds) } ?? "-")/\(Self.amount(rule.terms.lasting.inSeconds))s",
                columns.lasting, colour),
            text(Self.state(rule), columns.state, Self.stateColour(rule)),
        ]
    }

    /// How far what lasts has come, 0...1.
    private func share(_ rule: Rule) -> Double {
        guard let lasting = rule.lasting else { return 0 }
        let needed = rule.terms.lasting.inSeconds
        return needed > 0 ? min(max(lasting.inSeconds / needed, 0), 1) : 1
    }

    private static func state(_ rule: Rule) -> String {
        if let permit = rule.permit { return "permit \(permit)" }
        let hits = rule.hits == 1 ? "1 hit" : "\(rule.hits) hits"
        return rule.phase.map { "\($0.rawValue) \(hits)" } ?? (rule.hits > 0 ? hits : "-")
    }

    private static func stateColour(_ rule: Rule) -> Colour {
        if rule.permit != nil { return AnnotationColours.permitted }
        switch rule.phase {
        case .firing: return AnnotationColours.hit
        case .quiet: return AnnotationColours.counts
        case .ended, nil: return AnnotationColours.dim
        }
    }

    /// `1`, `18.4`, `1200`.
    static func amount(_ value: Double) -> String {
        guard value.isFinite else { return "?" }
        return value == value.rounded() || abs(value) >= 1000
            ? "\(Int64(clamping: value))"
            : abs(value) < 1 ? String(format: "%.2f", value) : tenths(value)
    }

    static func tenths(_ value: Double) -> String { value.isFinite ? String(format: "%.1f", value) : "?" }

    static func hundredths(_ value: Double) -> String { value.isFinite ? String(format: "%.2f", value) : "?" }

    /// `0:31.240`.
    private static func clock(_ time: MediaTime) -> String {
        let millis = time.microseconds / 1000 % 1000
        return (time - .zero).clockText + String(format: ".%03d", Int(millis))
    }

    private static func cut(_ text: String, to letters: Int) -> String {
        text.count <= letters ? text : String(text.prefix(max(letters - 2, 0))) + ".."
    }
}
