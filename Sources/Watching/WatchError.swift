import Media

/// Why the daemon cannot start: what, where, and what a person can do.
package struct WatchError: Error, Worded, Sendable, CustomStringConvertible {
    package let words: Words

    package var description: String { words.en }

    static func rescued(_ rescued: String, _ store: String) -> WatchError {
        WatchError(
            words: Words(
                zh: "\(rescued)：数据库丢失时已知的内容保存在这里。请将其移到 \(store)，或移到别处，然后再启动。",
                en: "\(rescued): what was known when the store was lost lies here. Move it to \(store), or elsewhere, "
                    + "then start again."))
    }
}
