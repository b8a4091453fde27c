/// What is read off the board.
extension Board {
    /// What a reader is told at once, but for the first time.
    package static let mostTold = 500

    /// What is new since a version; nil: nothing.
    ///
    /// - Parameters:
    ///   - since: what the reader knows; nil, or what this board does not know any more: everything is told.
    ///   - limit: so many parts at most, 1 or more; everything is told at once.
    ///   - now: the server's time in milliseconds.
    package func news(since: Int?, limit: Int = mostTold, now: Int64) -> News? {
        lock.withLock {
            guard let since, (log.oldest...log.version).contains(since) else { return everything(now: now) }
            guard since < log.version else { return nil }
            let (keys, upTo, hasMore) = log.changes(since: since, limit: max(1, limit))
            var news = News(now: now, version: upTo, isWhole: false, hasMore: hasMore, timeZone: timeZone)
            for key in keys { add(key, to: &news) }
            return news
        }
    }

    private func everything(now: Int64) -> News {
        var news = News(now: now, version: log.version, isWhole: true, hasMore: false, timeZone: timeZone)
        news.cases = cases.values.sorted { CasePlace($0) < CasePlace($1) }
        news.cameras = order.compactMap { cameras[$0] }
        news.figures = order.compactMap { figures[$0] }
        (news.order, news.events, news.alarms) = (order, events, alarms)
        news.accuracy = accuracy
        return news
    }

    private func add(_ key: Key, to news: inout News) {
        switch key {
        case .order: news.order = order
        case .alarms: news.alarms = alarms
        case .accuracy: news.accuracy = accuracy
        case .of(case: let number):
            if let card = cases[number] {
                news.cases = (news.cases ?? []) + [card]
            } else {
                news.gone = (news.gone ?? []) + [number]
            }
        case .camera(let id): if let card = cameras[id] { news.cameras = (news.cameras ?? []) + [card] }
        case .figures(let id): if let one = figures[id] { news.figures = (news.figures ?? []) + [one] }
        case .event: if let line = events.first(where: { $0.key == key }) { news.events = (news.events ?? []) + [line] }
        }
    }

    /// A page of the open cases, the longest clock first.
    ///
    /// - Parameters:
    ///   - place: that of the last case of the page before; nil: from the beginning.
    ///   - limit: so many at most, 1 or more.
    /// - Returns: `next`: the place to ask on from; nil: these are the last.
    package func cases(after place: CasePlace?, limit: Int) -> (cards: [CaseCard], next: CasePlace?) {
        let all = lock.withLock { Array(cases.values) }
        let left = all.map { (CasePlace($0), $0) }.filter { one in place.map { $0 < one.0 } ?? true }
            .sorted { $0.0 < $1.0 }
        let page = left.prefix(max(1, limit))
        return (page.map(\.1), page.count < left.count ? page.last?.0 : nil)
    }

    package var openCases: Int { lock.withLock { cases.count } }

    /// Whether a screen is served: figures are worked out for nobody else.
    package var isWatched: Bool { lock.withLock { screens > 0 } }

    /// A place for a screen that is told the news; nil when so many have one already. The place is free again as soon as
    /// nobody holds it, whatever became of the screen.
    package func openScreen(atMost most: Int) -> Screen? {
        let isFree = lock.withLock {
            guard screens < most else { return false }
            screens += 1
            return true
        }
        return isFree ? Screen(self) : nil
    }

    fileprivate func closeScreen() { lock.withLock { screens -= 1 } }
}

/// The place of a screen that is told the news.
package final class Screen: Sendable {
    private let board: Board

    fileprivate init(_ board: Board) { self.board = board }

    deinit { board.closeScreen() }
}
