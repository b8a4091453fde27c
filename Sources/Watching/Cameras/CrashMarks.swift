import CProcess
import Foundation
import Pipeline

/// The file that tells after a crash which cameras were being read and decoded.
package struct CrashMarks: Sendable {
    private let path: String

    package init(besides store: String) {
        path = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "decoding").path
    }

    /// The cameras that the last process's crash is put down to; nil when it did not crash. SIGKILL and power cuts are no
    /// crashes.
    package func guilty() -> Set<String>? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        let header = 16
        let name = Int(CRASH_MARK_NAME)
        guard bytes.count == header + (1 + Int(CRASH_MARK_SLOTS)) * name, word(bytes, 0) == UInt32(CRASH_MARK_MAGIC),
            word(bytes, 4) == 1
        else { return nil }
        let names = (0...Int(CRASH_MARK_SLOTS)).map { index in
            String(
                decoding: bytes[(header + index * name)..<(header + (index + 1) * name)].prefix { $0 != 0 },
                as: UTF8.self)
        }
        let (reading, cameras) = (names[0], Array(names.dropFirst()))
        if !reading.isEmpty { return [reading] }
        let slot = Int(Int32(bitPattern: word(bytes, 8)))
        // Where another thread crashed, any decoder may have spoilt the memory.
        let suspects = cameras.indices.contains(slot) && !cameras[slot].isEmpty ? [cameras[slot]] : cameras
        return Set(suspects.filter { !$0.isEmpty })
    }

    /// Begins to watch over this process.
    package func open() -> Bool { unsafe crash_mark_open(path) == 0 }

    private func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * $1) }
    }
}

/// The marks of one camera: of its reader, and of the worker that decodes it, on the worker's queue.
struct CameraMark: CrashMark {
    let slot: Int32

    func begin(_ camera: String) { unsafe crash_mark_begin(slot, camera) }

    func end() { crash_mark_end(slot) }

    func read(_ camera: String) { unsafe crash_mark_read(camera) }
}
