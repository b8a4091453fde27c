import Foundation
import Inference

/// How a file of a network's weights lies on this machine.
package enum WeightState: Hashable, Sendable {
    case missing
    case otherSize(Int)
    /// As large as it should be, and another file.
    case otherContents
    case whole

    /// By its size alone, which is what a start of the program looks at.
    static func bySize(of file: WeightFile, in folder: URL) -> WeightState {
        let values = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: file.name).path)
        guard let size = (values?[.size] as? NSNumber)?.intValue else { return .missing }
        return size == file.bytes ? .whole : .otherSize(size)
    }

    /// By its size, then by its digest.
    ///
    /// - Throws: the file cannot be read, or there is no `sha256sum`.
    static func byDigest(of file: WeightFile, in folder: URL) throws(WeightFault) -> WeightState {
        let state = bySize(of: file, in: folder)
        guard state == .whole else { return state }
        return try sha256(of: folder.appending(path: file.name)) == file.sha256 ? .whole : .otherContents
    }

    /// - Returns: 64 hexadecimal digits.
    static func sha256(of file: URL) throws(WeightFault) -> String {
        let outcome = try OutsideProgram("sha256sum").run(["--", file.path])
        // A name with odd letters is quoted, and the digest after a backslash then.
        let digest = outcome.output.drop { $0 == "\\" }.prefix(64)
        guard outcome.status == 0, digest.count == 64 else {
            throw WeightFault(WeightWords.unreadable(file.path, outcome.errors))
        }
        return String(digest)
    }
}
