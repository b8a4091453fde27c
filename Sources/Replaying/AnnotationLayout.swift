import Video

/// Where things are on an annotated picture: the footage at the top, a panel with the clocks and a row for each rule below.
package struct AnnotationLayout: Sendable, Equatable {
    /// Wider footage is made smaller.
    private static let mostWidth = 1280
    /// Narrower footage is made larger: else nothing could be read.
    private static let leastWidth = 960
    private static let mostHeight = 1920
    /// More rules than these share a row that says how many there are.
    package static let mostRows = 8

    package let width: Int
    /// Of the footage alone.
    package let pictureHeight: Int
    package let rows: Int
    /// How many pixels a dot of a letter is wide.
    package let dot: Int

    /// - Parameters:
    ///   - footageWidth, footageHeight: of the first picture; the others are fitted.
    ///   - rules: how many algorithms watch how many zones.
    package init(footageWidth: Int, footageHeight: Int, rules: Int) {
        let (wide, high) = (Double(max(footageWidth, 1)), Double(max(footageHeight, 1)))
        let wished = wide < Double(Self.leastWidth) ? Double(Self.leastWidth) / wide : Double(Self.mostWidth) / wide
        let scale = min(wished, wide < Double(Self.leastWidth) ? max(Double(Self.mostHeight) / high, 1) : 1)
        width = max(Int((wide * scale).rounded()) & ~1, 16)
        pictureHeight = max(Int((high * scale).rounded()) & ~1, 16)
        rows = min(rules, Self.mostRows + 1)
        dot = width >= 840 ? 2 : 1
    }

    package var height: Int { pictureHeight + headerHeight + captionHeight + rows * rowHeight + 4 * dot }

    var picture: PixelArea { PixelArea(left: 0, top: 0, width: width, height: pictureHeight) }
    var panel: PixelArea { PixelArea(left: 0, top: pictureHeight, width: width, height: height - pictureHeight) }

    var margin: Int { 6 * dot }
    var letter: Int { 6 * dot }
    var letterHeight: Int { 8 * dot }
    var headerHeight: Int { 14 * dot }
    var captionHeight: Int { rows == 0 ? 0 : 10 * dot }
    var rowHeight: Int { 13 * dot }

    /// The columns of a row, from the left: what begins where, and how many letters fit.
    struct Columns {
        let algorithm: (left: Int, letters: Int)
        let zone: (left: Int, letters: Int)
        let measure: (left: Int, letters: Int)
        let bar: (left: Int, width: Int)
        let lasting: (left: Int, letters: Int)
        let state: (left: Int, letters: Int)
    }

    /// - Parameter algorithm, zone: the longest names.
    func columns(algorithm: Int, zone: Int) -> Columns {
        let lengths = [min(max(algorithm, 9), 16), min(max(zone, 4), 14), 9]
        var left = margin
        let begins = lengths.map { length in
            defer { left += (length + 1) * letter }
            return left
        }
        let (lastingLetters, stateLetters) = (11, 14)
        let state = width - margin - stateLetters * letter
        let lasting = state - (lastingLetters + 1) * letter
        return Columns(
            algorithm: (begins[0], lengths[0]), zone: (begins[1], lengths[1]), measure: (begins[2], lengths[2]),
            bar: (left, max(lasting - letter - left, 0)), lasting: (lasting, lastingLetters),
            state: (state, stateLetters))
    }
}
