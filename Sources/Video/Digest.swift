import CFFmpeg
import Foundation

/// SHA-256, by libavutil.
package enum Digest {
    /// 64 hexadecimal digits.
    package static func sha256(_ data: Data) -> String {
        guard let context = av_sha_alloc() else { fatalError("out of memory for a digest") }
        defer { av_free(UnsafeMutableRawPointer(context)) }
        var digest = [UInt8](repeating: 0, count: 32)
        av_sha_init(context, 256)
        data.withUnsafeBytes { bytes in
            av_sha_update(context, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        }
        av_sha_final(context, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
