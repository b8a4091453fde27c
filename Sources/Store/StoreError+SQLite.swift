import CaseBook
import Cases
import GRDB
import Media

/// What SQLite says, in the words of whoever reads it.
extension StoreError {
    init(_ cause: any Error, place: String) {
        switch cause {
        case let error as StoreError: self = error
        case let refusal as CaseRefusal: self.init(refusal)
        case let error as DatabaseError: self = Self.of(error, place)
        default: self = .notRead("\(cause)", place)
        }
    }

    private static func of(_ error: DatabaseError, _ place: String) -> StoreError {
        switch error.resultCode {
        case .SQLITE_FULL:
            StoreError(
                reason: Words(zh: "磁盘已满", en: "the disk is full"), place: place,
                advice: Words(zh: "请腾出空间；已告知的内容不会丢失", en: "Free space; nothing that was told is lost"),
                outlook: .passes, isDiskFull: true)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreError(
                reason: Words(zh: "案件库被另一程序占用超过 10 秒", en: "another program has held the store for more than 10 s"),
                place: place, advice: Words(zh: "请结束该程序，或稍后再试", en: "End that program, or try again later"),
                outlook: .passes)
        case .SQLITE_IOERR:
            StoreError(
                reason: Words(zh: "磁盘读写失败", en: "the disk could not be read or written"), place: place,
                advice: Words(zh: "请检查磁盘", en: "Check the disk"), outlook: .passes)
        case .SQLITE_NOTADB: .noStore(place)
        case .SQLITE_CORRUPT:
            StoreError(
                reason: Words(zh: "案件库已损坏", en: "the store is damaged"), place: place,
                advice: Words(zh: "请保留该文件，并从备份恢复", en: "Keep the file, and go on with a backup"),
                outlook: .storeFails)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            StoreError(
                reason: Words(zh: "案件库无法写入", en: "the store cannot be written"), place: place,
                advice: Words(zh: "请检查目录是否存在且可写", en: "Check that the folder exists and may be written"),
                outlook: .storeFails)
        case .SQLITE_NOMEM:
            StoreError(
                reason: Words(zh: "内存不足", en: "there is no memory left"), place: place,
                advice: Words(zh: "请释放内存", en: "Free memory"), outlook: .passes)
        default:
            // A constraint, or a value that does not fit: asking again changes nothing.
            StoreError(
                reason: Words(
                    zh: "与已保存的内容矛盾（SQLite \(error.extendedResultCode.rawValue)）",
                    en: "it is at odds with what is kept (SQLite \(error.extendedResultCode.rawValue))"),
                place: place, advice: Words(zh: "请报告", en: "Report it"), outlook: .never)
        }
    }

    static func noStore(_ path: String) -> StoreError {
        StoreError(
            reason: Words(zh: "这不是案件库", en: "it is not a store"), place: path,
            advice: Words(zh: "请给出 Piculet 写的文件", en: "Give a file that Piculet wrote"), outlook: .storeFails)
    }

    static func notReadable(_ path: String) -> StoreError {
        StoreError(
            reason: Words(zh: "案件库无法读取", en: "the store cannot be read"), place: path,
            advice: Words(zh: "请检查权限", en: "Check its permissions"), outlook: .storeFails)
    }

    static func laterVersion(_ path: String) -> StoreError {
        StoreError(
            reason: Words(
                zh: "案件库由更新版本的 Piculet 写成，本程序不会改动它",
                en: "a later version of Piculet wrote this store, and this one leaves it as it is"),
            place: path, advice: Words(zh: "请使用该版本", en: "Use that version"), outlook: .storeFails)
    }

    static func migrationUnderDaemon(_ path: String, process: Int32) -> StoreError {
        StoreError(
            reason: Words(
                zh: "案件库由较早版本写成，且该版本的 piculet（进程 \(process)）正在使用它",
                en: "an earlier version wrote this store, and a piculet of it (process \(process)) is running on it"),
            place: path,
            advice: Words(
                zh: "请先用本版本重启该进程：由它更新案件库",
                en: "Restart that one with this version first: it brings the store up to date"),
            outlook: .storeFails)
    }

    /// What is kept of a case cannot be understood.
    static func notRead(_ why: String, _ place: String = "store") -> StoreError {
        StoreError(
            reason: Words(zh: "已保存的内容无法读取（\(why)）", en: "what is kept cannot be read (\(why))"), place: place,
            advice: Words(zh: "该案件之外一切照常；请报告", en: "All but this case goes on; report it"), outlook: .never)
    }
}
