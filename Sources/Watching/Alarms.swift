import Board
import Foundation
import Media

/// What concerns the whole, as long as it lasts.
package final class Alarms: @unchecked Sendable {
    // Sendable: the lock guards `raised`.
    package enum Kind: Hashable {
        case diskFull
        case storeFails
        case configurationBroken(mistakes: Int)
        case overloaded
        case quarantined(camera: String)
        case rosterGap(first: Words)
        case caseAside(number: String)
        case writesParked(Int)
        case storeLost(Words)
    }

    private let lock = NSLock()
    private var raised: [Kind: WallTime] = [:]
    private let log: Logbook
    private let board: Board

    package init(log: Logbook, board: Board) { (self.log, self.board) = (log, board) }

    package func raise(_ kind: Kind, at now: WallTime) {
        let isNew = lock.withLock {
            guard raised[kind] == nil else { return false }
            raised[kind] = now
            return true
        }
        guard isNew else { return }
        show()
        log.error("alarm", ["alarm": "\(kind.name)", "words": "\(log.said(kind.words))"])
    }

    package func settle(_ kind: Kind) {
        guard lock.withLock({ raised.removeValue(forKey: kind) }) != nil else { return }
        show()
        log.info("alarm is over", ["alarm": "\(kind.name)"])
    }

    /// Raises one in the place of another, since when the other lasted.
    func replace(_ old: Kind, with new: Kind, at now: WallTime) {
        let since = lock.withLock { raised.removeValue(forKey: old) }
        raise(new, at: since ?? now)
    }

    package func settleConfiguration() {
        let kinds = lock.withLock { raised.keys.filter { if case .configurationBroken = $0 { true } else { false } } }
        kinds.forEach(settle)
    }

    /// The gaps that are ahead now, instead of those that were before.
    func foresee(_ gap: Words?, at now: WallTime) {
        let new = gap.map { Kind.rosterGap(first: $0) }
        let old = lock.withLock { raised.keys.filter { if case .rosterGap = $0 { $0 != new } else { false } } }
        old.forEach(settle)
        if let new { raise(new, at: now) }
    }

    package var names: [String] { lock.withLock { raised.keys.map(\.name).sorted() } }

    /// Under the lock, so that of two changes the later one is shown last.
    private func show() {
        lock.withLock {
            let lasting = raised.sorted { ($0.value, $0.key.name) < ($1.value, $1.key.name) }
            board.set(alarms: lasting.map { AlarmLine($0.key.words, since: $0.value.milliseconds) })
        }
    }
}

extension Alarms.Kind {
    var name: String {
        switch self {
        case .diskFull: "disk-full"
        case .storeFails: "store-fails"
        case .configurationBroken: "configuration-broken"
        case .overloaded: "overloaded"
        case .quarantined(let camera): "quarantined-\(camera)"
        case .rosterGap: "roster-gap"
        case .caseAside(let number): "case-aside-\(number)"
        case .writesParked: "writes-parked"
        case .storeLost: "store-lost"
        }
    }

    var words: Words {
        switch self {
        case .diskFull:
            Words(
                zh: "磁盘已满：图片暂不保存；案件在余下的少量空间内继续登记，写不下时只存内存。请立即清理磁盘。",
                en:
                    "The disk is full: pictures are not kept; cases go on in the little room that is left, then in memory "
                    + "alone. Free space now.")
        case .storeFails:
            Words(
                zh: "数据库写入失败：案件暂存内存，正在重试。请检查磁盘。",
                en: "The store cannot be written: cases wait in memory and are tried again. Check the disk.")
        case .configurationBroken(let mistakes):
            Words(
                zh: "新配置有 \(mistakes) 处错误，继续使用旧配置。详见日志，或运行 piculet check。",
                en: "The new configuration has \(mistakes) mistake(s), the old one runs on. See the log, or run "
                    + "piculet check.")
        case .overloaded:
            Words(
                zh: "算力不足：最安静的摄像机已降低分析频率，数量见各摄像机。请减少摄像机、改用 keyframes 策略或增加算力。",
                en: "The machine cannot keep up: the quietest cameras are looked at less often. Watch fewer, use the "
                    + "policy keyframes, or give it more cores.")
        case .rosterGap(let first):
            Words(
                zh: "值班表在三十天内有空档，届时案件将派给上级：\(first.zh)。详见 piculet check。",
                en:
                    "The rosters have gaps within thirty days, when cases go one level up: \(first.en). See piculet check."
            )
        case .caseAside(let number):
            Words(
                zh: "案件 \(number) 无法读取或办理，已搁置；其他案件照常。详见日志。",
                en:
                    "Case \(number) cannot be read, or cannot do what is due, and is set aside; all others go on. See the log."
            )
        case .writesParked(let count):
            Words(
                zh: "\(count) 项记录与已保存的内容矛盾，无法写入，已连同原因另存。运行 piculet case parked 查看。",
                en: "\(count) record(s) are at odds with what is kept and were put aside with the reason. See "
                    + "piculet case parked.")
        case .storeLost(let reason): reason
        case .quarantined(let camera):
            Words(
                zh: "摄像机 \(camera) 连续三次崩溃时正在读取或解码，已隔离。修改其配置，或运行 piculet reload --release \(camera)。",
                en:
                    "Camera \(camera) was being read or decoded at three crashes in a row and is set aside. Change its entry, "
                    + "or run piculet reload --release \(camera).")
        }
    }
}
