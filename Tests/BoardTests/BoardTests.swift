import Board
import Foundation
import Media
import Testing

@Suite struct BoardTests {
    private let board = Board(timeZone: "Asia/Shanghai", start: WallTime(milliseconds: 1_780_000_000_000))

    private func card(_ number: String, startedAt: Int64 = 0, state: String = "waiting") -> CaseCard {
        CaseCard(
            number: number, type: Words(zh: "占道经营", en: "Street stall"), camera: "gate", cameraName: "西门", zone: "z",
            grid: nil, path: [], unit: nil, person: nil, coUnits: [], state: Words(zh: "待派遣", en: state), marks: [],
            startedAt: startedAt, hitAt: startedAt, clocks: [], parts: [], partSince: startedAt, missing: nil)
    }

    private func health(_ camera: String, _ state: HealthState, at time: Int64) -> HealthEvent {
        HealthEvent(camera: camera, state: state, from: WallTime(milliseconds: time))
    }

    private func figures(_ camera: String, looked: Int) -> CameraFigures {
        CameraFigures(
            camera: camera, lookedAt: nil, policy: Words(zh: "关键帧", en: "keyframes"), isBursting: false, stride: 1,
            received: 0, decoded: 0, looked: looked, bytes: 0, cpuMilliseconds: 0)
    }

    private func watch(_ ids: String...) {
        board.set(order: ids)
        for id in ids {
            board.set(
                camera: CameraCard(id: id, name: id, source: "rtsp://\(id)", health: health(id, .connecting, at: 1)))
        }
    }

    private func version() throws -> Int { try #require(board.news(since: nil, now: 0)).version }

    @Test func `who knows nothing is told everything, in order`() throws {
        watch("b", "a")
        board.set(cases: [card("2", startedAt: 20), card("1", startedAt: 10)])
        board.set(alarms: [AlarmLine(Words(zh: "满", en: "full"), since: 7)])
        let news = try #require(board.news(since: nil, now: 99))
        #expect(news.isWhole && !news.hasMore && news.now == 99 && news.timeZone == "Asia/Shanghai")
        #expect(news.cases?.map(\.number) == ["1", "2"] && news.gone == nil)
        #expect(news.cameras?.map(\.id) == ["b", "a"] && news.order == ["b", "a"])
        #expect(news.alarms?.map(\.since) == [7] && news.events == [] && news.figures == [])
    }

    @Test func `a changed case is told alone, and one that ended as gone`() throws {
        board.set(cases: (0..<500).map { card("\($0)") })
        let known = try version()
        board.set(cases: [card("7", state: "claimed")], ended: ["8", "never there"])
        let news = try #require(board.news(since: known, now: 0))
        #expect(news.cases?.map(\.number) == ["7"] && news.cases?.first?.state.en == "claimed" && news.gone == ["8"])
        #expect(news.cameras == nil && news.order == nil && news.events == nil && news.alarms == nil)
        #expect(!news.isWhole && board.news(since: news.version, now: 0) == nil)
    }

    @Test func `field accuracy is told with everything, and alone when it changed`() throws {
        func line(_ correct: Int) -> AccuracyLine {
            AccuracyLine(
                algorithm: "crowd", name: Words(zh: "人群聚集", en: "Crowd"), hits: 9, reviewed: correct, correct: correct,
                wrong: 0, leftOut: 0, precision: 1, lower: 0.5, upper: 1, standing: "open", trend: [1])
        }
        #expect(try #require(board.news(since: nil, now: 0)).accuracy == [])
        board.set(accuracy: [line(3)])
        let known = try version()
        board.set(accuracy: [line(3)])
        #expect(board.news(since: known, now: 0) == nil)
        board.set(accuracy: [line(4)])
        let news = try #require(board.news(since: known, now: 0))
        #expect(news.accuracy == [line(4)] && news.cases == nil && news.alarms == nil)
        #expect(try #require(board.news(since: nil, now: 0)).accuracy == [line(4)])
    }

    @Test func `what is said again without a change is no news`() throws {
        watch("gate")
        board.set(cases: [card("1")])
        board.set(figures: [figures("gate", looked: 1)])
        let known = try version()
        board.set(cases: [card("1")])
        board.set(figures: [figures("gate", looked: 1), figures("not watched", looked: 1)])
        board.set(alarms: [])
        watch("gate")
        #expect(board.version == known && board.news(since: known, now: 0) == nil)
    }

    @Test func `a camera's health is told at once, its figures by themselves`() throws {
        watch("gate", "bridge")
        let known = try version()
        board.set(figures: [figures("gate", looked: 5)])
        let work = try #require(board.news(since: known, now: 0))
        #expect(work.figures?.map(\.camera) == ["gate"] && work.cameras == nil && work.events == nil)
        board.set(health: health("gate", .offline, at: 50))
        let fault = try #require(board.news(since: work.version, now: 0))
        #expect(fault.cameras?.map(\.id) == ["gate"] && fault.cameras?.first?.isFault == true)
        #expect(fault.cameras?.first?.since == 50 && fault.figures == nil)
        #expect(fault.events?.map(\.from) == [50] && fault.events?.first?.to == nil)
    }

    @Test func `a state that ends is told with its end, and being connected is nothing that happened`() throws {
        watch("gate")
        board.set(health: health("gate", .offline, at: 50))
        let known = try version()
        board.set(health: health("gate", .connecting, at: 60))
        let ended = try #require(board.news(since: known, now: 0))
        #expect(ended.events?.map(\.to) == [60] && ended.events?.map(\.from) == [50])
        board.set(health: health("gate", .live, at: 70))
        board.endHealth(of: "gate", at: WallTime(milliseconds: 80))
        let all = try #require(board.news(since: nil, now: 0))
        #expect(all.events?.map(\.from) == [70, 50] && all.events?.map(\.to) == [80, 60])
    }

    @Test func `the latest hundred of what happened are shown`() throws {
        watch("gate")
        board.set(past: [health("gate", .live, at: 2), health("gate", .offline, at: 1)])
        for time in 10..<200 { board.set(health: health("gate", time % 2 == 0 ? .offline : .live, at: Int64(time))) }
        let events = try #require(board.news(since: nil, now: 0)?.events)
        #expect(events.count == Board.eventsShown && events.first?.from == 199 && events.last?.from == 100)
    }

    @Test func `a camera that is not watched any more is not in the order`() throws {
        watch("gate", "bridge")
        let known = try version()
        board.set(order: ["bridge"])
        let news = try #require(board.news(since: known, now: 0))
        #expect(news.order == ["bridge"] && news.cameras == nil)
        board.set(health: health("gate", .offline, at: 50))
        #expect(board.news(since: nil, now: 0)?.cameras?.map(\.id) == ["bridge"])
    }

    @Test func `much that changed at once is told in parts of a bounded size`() throws {
        let known = try version()
        board.set(cases: (0..<1200).map { card("\($0)") })
        var (since, parts, numbers) = (known, 0, [String]())
        while let news = board.news(since: since, now: 0) {
            parts += 1
            numbers += news.cases?.map(\.number) ?? []
            #expect(news.hasMore == (parts < 3) && (news.cases?.count ?? 0) <= Board.mostTold)
            since = news.version
        }
        #expect(parts == 3 && Set(numbers).count == 1200)
    }

    @Test(arguments: [0, 1_779_000_000_000, 1_790_000_000_000, Int.max])
    func `a page that knows an earlier daemon's versions is told everything`(since: Int) throws {
        board.set(cases: [card("1")])
        #expect(board.news(since: since, now: 0)?.isWhole == true)
    }

    @Test func `a page that slept through thousands of ends is told everything`() throws {
        let known = try version()
        for number in 0..<5000 {
            board.set(cases: [card("\(number)")])
            board.set(cases: [], ended: ["\(number)"])
        }
        let news = try #require(board.news(since: known, now: 0))
        #expect(news.isWhole && news.cases == [] && news.gone == nil)
    }

    @Test func `the list of cases is read page by page, though cases end meanwhile`() throws {
        board.set(cases: (0..<25).map { card("\($0)", startedAt: Int64($0 / 2)) })
        let first = board.cases(after: nil, limit: 10)
        let last = try #require(first.cards.last)
        board.set(cases: [], ended: [last.number])
        // As it comes back in the next question.
        let place = try #require(first.next)
        let second = board.cases(after: CasePlace("\(place)"), limit: 10)
        let third = board.cases(after: second.next, limit: 10)
        #expect(first.cards.count == 10 && second.cards.count == 10 && third.cards.count == 5 && third.next == nil)
        #expect(Set((first.cards + second.cards + third.cards).map(\.number)).count == 25)
    }

    @Test(arguments: ["", "x", "12", "x-1", "-"])
    func `a place that none was given for is refused`(text: String) { #expect(CasePlace(text) == nil) }

    @Test func `a place for a screen is free once nobody holds it`() {
        var screens = (0..<3).compactMap { _ in board.openScreen(atMost: 3) }
        #expect(screens.count == 3 && board.openScreen(atMost: 3) == nil && board.isWatched)
        screens.removeLast()
        #expect(board.openScreen(atMost: 3) != nil)
        screens = []
        #expect(!board.isWatched)
    }

    @Test func `who waits is woken by news, and only by news`() async {
        let known = board.version
        board.set(alarms: [])
        async let woken: Void = board.change(after: known)
        board.set(cases: [card("1")])
        await woken
        // What changed before one waits is not waited for.
        await board.change(after: known)
    }

    @Test func `who is called off waits no longer`() async {
        let waiting = Task { [board] in await board.change(after: board.version) }
        waiting.cancel()
        await waiting.value
        #expect(board.news(since: board.version, now: 0) == nil)
    }
}
