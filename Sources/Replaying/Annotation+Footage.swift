import Media
import Pipeline
import Video

/// What is drawn over the footage itself.
extension Annotation {
    /// All marks of the picture, in the order in which they are drawn.
    package func marks(on layout: AnnotationLayout) -> [Canvas.Mark] {
        footage(layout) + panel(layout)
    }

    private func footage(_ layout: AnnotationLayout) -> [Canvas.Mark] {
        let dot = layout.dot
        var places = LabelPlaces(in: layout.picture)
        var (lines, labels): ([Canvas.Mark], [Canvas.Mark]) = ([], [])
        func label(_ text: String, _ colour: Colour, on ground: Colour, opacity: Double, at wishes: [PixelPoint]) {
            let size = Canvas.size(of: text, dot: dot)
            let (width, height) = (size.width + 6 * dot, size.height + 4 * dot)
            guard let area = places.place(width: width, height: height, at: wishes) else { return }
            labels.append(.fill(area, ground, opacity: opacity))
            labels.append(
                .text(text, PixelPoint(x: area.left + 3 * dot, y: area.top + 2 * dot), colour, dot: dot))
        }
        let tall = 12 * dot
        if let banner = hitNow.first {
            let text = "HIT  \(banner.algorithm)  \(banner.zone)"
            lines.append(.frame(layout.picture, AnnotationColours.hit, thickness: 3 * dot))
            let width = Canvas.size(of: text, dot: dot).width
            label(
                text, AnnotationColours.text, on: AnnotationColours.hit, opacity: 1,
                at: [PixelPoint(x: (layout.width - width) / 2, y: 5 * dot)])
        }
        for zone in zones {
            let colour = AnnotationColours.of(zone.kind)
            let points = zone.polygon.points.map { layout.point($0) }
            lines.append(.polygon(points, colour, thickness: dot))
            let bounds = layout.area(zone.polygon.bounds)
            let (inside, right) = (4 * dot, bounds.right - 30 * dot)
            label(
                zone.id, AnnotationColours.dark, on: colour, opacity: 0.85,
                at: [
                    PixelPoint(x: bounds.left + inside, y: bounds.top + inside),
                    PixelPoint(x: bounds.left + inside, y: bounds.bottom - inside - tall),
                    PixelPoint(x: right, y: bounds.top + inside),
                    PixelPoint(x: right, y: bounds.bottom - inside - tall),
                ])
        }
        for box in moving { lines.append(.corners(layout.area(box), AnnotationColours.moving, thickness: dot)) }
        for rule in rules {
            for seen in rule.observations.sorted(by: { $0.observation.measure > $1.observation.measure }) {
                let area = layout.area(seen.observation.box)
                let colour = AnnotationColours.of(seen.standing)
                for part in seen.observation.parts {
                    lines.append(.frame(layout.area(part), AnnotationColours.part, thickness: dot))
                }
                lines.append(.frame(area.grown(by: dot), AnnotationColours.dark, thickness: 3 * dot))
                lines.append(.frame(area, colour, thickness: dot))
                let isHit = seen.standing == .hit
                label(
                    "\(rule.algorithm) \(Self.amount(seen.observation.measure))"
                        + " score \(Self.hundredths(seen.observation.score))",
                    isHit ? AnnotationColours.text : colour,
                    on: isHit ? AnnotationColours.hit : AnnotationColours.dark, opacity: isHit ? 0.92 : 0.78,
                    at: Self.around(area, tall))
            }
        }
        for thing in still {
            let area = layout.area(thing.box)
            lines.append(.frame(area.grown(by: 2 * dot), AnnotationColours.still, thickness: dot))
            label(
                "still \((at - thing.since).clockText)", AnnotationColours.still, on: AnnotationColours.dark,
                opacity: 0.78, at: Self.below(area.grown(by: 2 * dot), tall))
        }
        return lines + labels
    }

    /// Above a box, below it, further away, and last inside it.
    private static func around(_ area: PixelArea, _ tall: Int) -> [PixelPoint] {
        let tops = [1, 2, 3].map { area.top - $0 * tall } + [0, 1, 2].map { area.bottom + $0 * tall } + [area.top]
        return tops.map { PixelPoint(x: area.left, y: $0) }
    }

    /// Below a box, inside it, or above it.
    private static func below(_ area: PixelArea, _ tall: Int) -> [PixelPoint] {
        let tops = [area.bottom, area.bottom - tall, area.top, area.top - tall, area.bottom + tall]
        return tops.map { PixelPoint(x: area.left, y: $0) }
    }
}

extension AnnotationLayout {
    /// What an algorithm says may lie anywhere, or nowhere.
    private static func pixel(_ share: Double, of length: Int) -> Int {
        guard share.isFinite else { return 0 }
        return Int((min(max(share, -1), 2) * Double(length)).rounded())
    }

    /// On the picture, and such that a line through it covers whole values of colour.
    func point(_ point: Point) -> PixelPoint {
        PixelPoint(
            x: min(max(Self.pixel(point.x, of: width), dot), width - dot) / 2 * 2 + dot / 2,
            y: min(max(Self.pixel(point.y, of: pictureHeight), dot), pictureHeight - dot) / 2 * 2 + dot / 2)
    }

    /// The part of a box that lies on the picture, its edges where values of colour begin.
    func area(_ box: Box) -> PixelArea {
        let (left, right) = (Self.pixel(box.x, of: width), Self.pixel(box.x + box.width, of: width))
        let (top, bottom) = (Self.pixel(box.y, of: pictureHeight), Self.pixel(box.y + box.height, of: pictureHeight))
        func even(_ value: Int, _ most: Int) -> Int { min(max(value, 0), most) / 2 * 2 }
        let (inLeft, inTop) = (even(left, width), even(top, pictureHeight))
        return PixelArea(
            left: inLeft, top: inTop, width: max(even(right + 1, width) - inLeft, 0),
            height: max(even(bottom + 1, pictureHeight) - inTop, 0))
    }
}
