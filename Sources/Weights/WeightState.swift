import Foundation
import Inference
import Media
import Video

/// How a file of a network's weights lies on this machine.
package enum WeightState: Hashable, Sendable {
    case missing
    case otherSize(Int)
    /// As large as it should be, and another file.
    case otherContents
    case whole

    /// By its size alone, which is what a start of the program looks at.
    static func bySize(of file: WeightFile, in folder: URL) -> WeightState {
        guard let size = FileSize.bytes(of: folder.appending(path: file.name).path) else { return .missing }
        return size == file.bytes ? .whole : .otherSize(size)
    }

    /// By its size, then by its digest.
    ///
    /// - Throws: the file cannot be read.
    static func byDigest(of file: WeightFile, in folder: URL) throws(WeightFault) -> WeightState {
        let state = bySize(of: file, in: folder)
        guard state == .whole else { return state }
        return try sha256(of: folder.appending(path: file.name)) == file.sha256 ? .whole : .otherContents
    }

    /// - Returns: 64 hexadecimal digits.
    static func sha256(of file: URL) throws(WeightFault) -> String {
        do { return Digest.sha256(try Data(contentsOf: file, options: .mappedIfSafe)) } catch {
            throw WeightFault(WeightWords.unreadable(file.path, (error as NSError).localizedDescription))
        }
    }
}
