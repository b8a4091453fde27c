/// A point of a canvas, from its upper left; it may lie outside.
package struct PixelPoint: Hashable, Sendable {
    package var x: Int
    package var y: Int

    package init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}

/// A rectangle of a canvas; it may lie outside.
package struct PixelArea: Hashable, Sendable {
    package var left: Int
    package var top: Int
    package var width: Int
    package var height: Int

    package init(left: Int, top: Int, width: Int, height: Int) {
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    package var right: Int { left + width }
    package var bottom: Int { top + height }

    /// Larger on each side.
    package func grown(by margin: Int) -> PixelArea {
        PixelArea(left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    package func overlaps(_ other: PixelArea) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    package func contains(_ other: PixelArea) -> Bool {
        left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
    }

    func clipped(width: Int, height: Int) -> PixelArea {
        let (newLeft, newTop) = (min(max(left, 0), width), min(max(top, 0), height))
        return PixelArea(
            left: newLeft, top: newTop, width: max(min(right, width) - newLeft, 0),
            height: max(min(bottom, height) - newTop, 0))
    }
}

extension Canvas {
    /// One thing to draw.
    package enum Mark: Hashable, Sendable {
        case fill(PixelArea, Colour, opacity: Double)
        /// Inside the area.
        case frame(PixelArea, Colour, thickness: Int)
        /// The four corners of a frame alone.
        case corners(PixelArea, Colour, thickness: Int)
        /// Closed.
        case polygon([PixelPoint], Colour, thickness: Int)
        /// One line, from its upper left; each dot of a letter is so many pixels wide and high.
        case text(String, PixelPoint, Colour, dot: Int)
    }

    /// How much room a line of text takes.
    package static func size(of text: String, dot: Int) -> (width: Int, height: Int) {
        (max(text.count * Glyphs.advance - 1, 0) * dot, Glyphs.lines * dot)
    }

    /// Draws marks, the last on top.
    package func draw(_ marks: [Mark]) {
        for mark in marks {
            switch mark {
            case .fill(let area, let colour, let opacity): fill(area, colour, opacity: opacity)
            case .frame(let area, let colour, let thickness):
                for side in sides(area, thickness) { fill(side, colour) }
            case .corners(let area, let colour, let thickness): corners(area, colour, thickness)
            case .polygon(let points, let colour, let thickness):
                for (index, point) in points.enumerated() {
                    line(from: point, to: points[(index + 1) % points.count], colour, thickness)
                }
            case .text(let text, let point, let colour, let dot): write(text, point, colour, dot)
            }
        }
    }

    private func sides(_ area: PixelArea, _ thickness: Int) -> [PixelArea] {
        let (wide, high) = (min(thickness, area.width), min(thickness, area.height))
        return [
            PixelArea(left: area.left, top: area.top, width: area.width, height: high),
            PixelArea(left: area.left, top: area.bottom - high, width: area.width, height: high),
            PixelArea(left: area.left, top: area.top, width: wide, height: area.height),
            PixelArea(left: area.right - wide, top: area.top, width: wide, height: area.height),
        ]
    }

    private func corners(_ area: PixelArea, _ colour: Colour, _ thickness: Int) {
        let (wide, high) = (max(area.width / 4, thickness), max(area.height / 4, thickness))
        for left in [area.left, area.right - wide] {
            for top in [area.top, area.bottom - thickness] {
                fill(PixelArea(left: left, top: top, width: wide, height: thickness), colour)
            }
        }
        for left in [area.left, area.right - thickness] {
            for top in [area.top, area.bottom - high] {
                fill(PixelArea(left: left, top: top, width: thickness, height: high), colour)
            }
        }
    }

    /// A row of squares.
    private func line(from start: PixelPoint, to end: PixelPoint, _ colour: Colour, _ thickness: Int) {
        let (across, down) = (end.x - start.x, end.y - start.y)
        let steps = max(abs(across), abs(down), 1)
        for step in 0...steps {
            let (x, y) = (start.x + across * step / steps, start.y + down * step / steps)
            fill(
                PixelArea(left: x - thickness / 2, top: y - thickness / 2, width: thickness, height: thickness), colour)
        }
    }

    private func write(_ text: String, _ point: PixelPoint, _ colour: Colour, _ dot: Int) {
        var left = point.x
        for character in text {
            for (line, dots) in Glyphs.dots(of: character).enumerated() {
                for column in 0..<Glyphs.columns where dots >> (Glyphs.columns - 1 - column) & 1 == 1 {
                    fill(
                        PixelArea(left: left + column * dot, top: point.y + line * dot, width: dot, height: dot),
                        colour)
                }
            }
            left += Glyphs.advance * dot
        }
    }
}
