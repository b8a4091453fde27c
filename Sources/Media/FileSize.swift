import Foundation

/// How large a file is.
package enum FileSize {
    /// - Returns: in bytes; nil: there is no such file, or nothing can be said of it.
    package static func bytes(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue
    }
}
