import Board
import Testing

@Suite struct ChangeLogTests {
    @Test func `what changed twice is told once, at its last change`() {
        var log = ChangeLog<String>(from: 100)
        log.changed("a")
        log.changed("b")
        log.changed("a")
        let all = log.changes(since: 100, limit: 10)
        #expect(all.keys == ["b", "a"] && all.upTo == 103 && !all.hasMore)
        #expect(log.changes(since: 102, limit: 10).keys == ["a"])
        #expect(log.changes(since: 103, limit: 10).keys.isEmpty)
    }

    @Test func `what is told in parts is told without a gap`() {
        var log = ChangeLog<Int>(from: 0)
        for key in 0..<1000 { log.changed(key % 700) }
        var (since, told, hasMore) = (0, [Int](), true)
        while hasMore {
            let part = log.changes(since: since, limit: 64)
            #expect(part.keys.count <= 64)
            told += part.keys
            (since, hasMore) = (part.upTo, part.hasMore)
        }
        #expect(told.count == 700 && Set(told).count == 700 && since == log.version)
    }

    @Test func `it grows with what there is, not with how often it changes`() {
        var log = ChangeLog<Int>(from: 0)
        for change in 0..<100_000 { log.changed(change % 10) }
        #expect(log.changes(since: 0, limit: .max).keys.count == 10)
        #expect(log.entryCount < 300)
    }

    @Test func `whoever missed more than is remembered must be told everything`() {
        var log = ChangeLog<Int>(from: 5)
        for key in 0..<3000 {
            log.changed(key)
            log.went(key)
        }
        #expect(log.oldest > 5 && log.oldest < log.version)
        // What is still remembered is whole from there on.
        #expect(log.changes(since: log.oldest, limit: .max).keys.count <= ChangeLog<Int>.mostGone)
        #expect(log.entryCount < 2 * ChangeLog<Int>.mostGone + 512)
    }
}
