/// In which order things changed: each with the version at which it changed last, counted upwards.
///
/// What went is remembered for a while, so that it can be told. Pure; as long as what it holds, give or take a half.
package struct ChangeLog<Key: Hashable & Sendable>: Sendable {
    private struct Entry {
        let key: Key
        let version: Int
    }

    /// So many things that went are remembered; whoever missed more is told everything.
    package static var mostGone: Int { 2000 }

    package private(set) var version: Int
    /// Whoever knows less than this is told everything: what went before it is not remembered any more.
    package private(set) var oldest: Int
    /// By version; one that is not its key's latest is void.
    private var entries: [Entry] = []
    private var latest: [Key: Int] = [:]
    private var gone: Set<Key> = []

    /// How long the log is, void entries too.
    package var entryCount: Int { entries.count }

    /// - Parameter start: above every version that readers may still know from an earlier log.
    package init(from start: Int) { (version, oldest) = (start, start) }

    /// It is new or became different.
    package mutating func changed(_ key: Key) {
        gone.remove(key)
        note(key)
    }

    /// It is not there any more, and readers must hear of it.
    package mutating func went(_ key: Key) {
        gone.insert(key)
        note(key)
        if gone.count > Self.mostGone { forgetGone() }
    }

    /// It is not there any more, and readers find that out by themselves.
    package mutating func drop(_ key: Key) {
        gone.remove(key)
        latest[key] = nil
    }

    private mutating func note(_ key: Key) {
        version += 1
        entries.append(Entry(key: key, version: version))
        latest[key] = version
        if entries.count > 2 * latest.count + 256 { entries.removeAll { latest[$0.key] != $0.version } }
    }

    private mutating func forgetGone() {
        let old = entries.filter { gone.contains($0.key) && latest[$0.key] == $0.version }.prefix(gone.count / 2)
        for entry in old {
            drop(entry.key)
            oldest = entry.version
        }
    }

    /// What changed after a version, in that order, at most `limit` of it.
    ///
    /// - Returns: `upTo`: what a reader knows that was told this; `hasMore`: whether there is more at once.
    package func changes(since: Int, limit: Int) -> (keys: [Key], upTo: Int, hasMore: Bool) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].version > since { high = middle } else { low = middle + 1 }
        }
        var keys: [Key] = []
        var upTo = since
        for entry in entries[low...] where latest[entry.key] == entry.version {
            guard keys.count < limit else { return (keys, upTo, true) }
            keys.append(entry.key)
            upTo = entry.version
        }
        return (keys, version, false)
    }
}
