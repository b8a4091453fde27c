import Media

/// Why a store cannot be had alone: what, where, and what a person can do.
package struct ProcessLockError: Error, Worded, Sendable, CustomStringConvertible {
    package let words: Words

    package var description: String { words.en }

    static func noFolder(_ path: String) -> ProcessLockError {
        ProcessLockError(
            words: Words(
                zh: "\(path)：无法建立数据库所在目录。请指定可写的目录。",
                en: "\(path): the store's folder cannot be made. Give a folder that may be written."))
    }

    static func notWritten(_ path: String) -> ProcessLockError {
        ProcessLockError(
            words: Words(
                zh: "\(path)：无法写入。请为数据库指定可写的目录。",
                en: "\(path): it cannot be written. Give the store a folder that may be written."))
    }

    static func running(_ store: String, _ process: Int32) -> ProcessLockError {
        ProcessLockError(
            words: Words(
                zh: "\(store)：另一个 piculet（进程 \(process)）正在使用此数据库。",
                en: "\(store): another piculet (process \(process)) runs on this store."))
    }
}
