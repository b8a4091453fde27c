import Media

/// To whom a camera's cases go, from day to day: worked out once, for grids are drawn anew on known days only.
package struct Ownership: Hashable, Sendable {
    private struct Span: Hashable {
        /// nil: since ever.
        let from: CalendarDate?
        let assignment: Dispatcher.Assignment
    }

    /// In order of their days; the first is since ever.
    private let spans: [Span]
    /// Where the camera stands, WGS 84; nil: not known.
    package let place: Point?

    /// - Parameters: as `Dispatcher.assign` takes them.
    package init(_ tree: GridTree, grid: String?, location: Point?) {
        place = location
        let dispatcher = Dispatcher(tree)
        let before = tree.turningDays.first?.advanced(by: -1) ?? CalendarDate(day: 0)
        var spans = [Span(from: nil, assignment: dispatcher.assign(grid: grid, location: location, on: before))]
        for day in tree.turningDays {
            let assignment = dispatcher.assign(grid: grid, location: location, on: day)
            if assignment != spans[spans.count - 1].assignment { spans.append(Span(from: day, assignment: assignment)) }
        }
        self.spans = spans
    }

    package func assignment(on date: CalendarDate) -> Dispatcher.Assignment {
        let last = spans.last { span in span.from.map { $0 <= date } ?? true }
        return (last ?? spans[0]).assignment
    }
}
