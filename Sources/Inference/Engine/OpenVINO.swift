import COpenVINO
import Foundation
import Media

/// OpenVINO's C library, opened while the program runs.
package final class OpenVINO: @unchecked Sendable {
    // Sendable: the library may be called from any thread.
    let pointer: OpaquePointer
    /// As it names itself.
    package let version: String

    /// - Throws: there is none, or it cannot be opened.
    package init(_ places: OpenVINOPlaces) throws(InferenceError) {
        guard let path = places.library else {
            throw InferenceError(
                place: places.folders.first ?? "", reason: InferenceWords.noLibrary, advice: InferenceWords.bringLibrary
            )
        }
        var reason = Reason()
        guard let opened = reason.fill({ piculet_openvino_open(path, $0, $1) }) else {
            throw InferenceError(
                place: path, reason: InferenceWords.cannotBeOpened(reason.text), advice: InferenceWords.bringLibrary)
        }
        pointer = opened
        version = String(cString: piculet_openvino_version(opened))
    }
}

/// Room for the sentence that a C call leaves when it fails.
struct Reason {
    private var bytes = [CChar](repeating: 0, count: 512)

    mutating func fill<Result>(_ call: (UnsafeMutablePointer<CChar>?, Int) -> Result) -> Result {
        bytes.withUnsafeMutableBufferPointer { call($0.baseAddress, $0.count) }
    }

    /// Its first line: OpenVINO's own messages go on with places in its source.
    var text: String {
        let end = bytes.firstIndex(of: 0) ?? bytes.endIndex
        let text = String(decoding: bytes[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty && !$0.hasPrefix("Exception from")
        }
        return lines.first ?? text
    }
}
