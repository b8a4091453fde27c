import CProcess
import Foundation
import Pipeline

/// The file that tells after a crash which cameras were being decoded.
struct CrashMarks: Sendable {
    private let path: String

    init(besides store: String) {
        path = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "decoding").path
    }

    /// The cameras that were being decoded when the last process crashed; nil when it did not crash. SIGKILL and power
    /// cuts are no crashes.
    func guilty() -> Set<String>? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        let header = 16
        let name = Int(CRASH_MARK_NAME)
        guard bytes.count == header + Int(CRASH_MARK_SLOTS) * name, word(bytes, 0) == UInt32(CRASH_MARK_MAGIC),
            word(bytes, 4) == 1
        else { return nil }
        let cameras = (0..<Int(CRASH_MARK_SLOTS)).map { slot in
            String(
                decoding: bytes[(header + slot * name)..<(header + (slot + 1) * name)].prefix { $0 != 0 }, as: UTF8.self
            )
        }
        let slot = Int(Int32(bitPattern: word(bytes, 8)))
        // Where another thread crashed, any decoder may have spoilt the memory.
        let suspects = cameras.indices.contains(slot) && !cameras[slot].isEmpty ? [cameras[slot]] : cameras
        return Set(suspects.filter { !$0.isEmpty })
    }

    /// Begins to watch over this process.
    func open() -> Bool { unsafe crash_mark_open(path) == 0 }

    private func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * $1) }
    }
}

/// The mark of one decode worker; used on its queue.
struct WorkerMark: DecodeMark {
    let slot: Int32

    func begin(_ camera: String) { unsafe crash_mark_begin(slot, camera) }

    func end() { crash_mark_end(slot) }
}
