import Foundation
import Media

/// What is known of a store that was lost: a file beside the place where the store was.
package enum RescuedStore {
    private static let beginning = "piculet-rescued-"

    /// - Parameter time: when the store was found lost; a second loss has a file of its own.
    static func path(in folder: URL, at time: WallTime) -> String {
        folder.appending(path: "\(beginning)\(time.milliseconds).sqlite").path
    }

    /// A daemon that went on with an empty store would hide that one was lost.
    ///
    /// - Throws: where one lies beside the store: somebody must decide which of them counts.
    package static func refuse(besides store: String) throws(WatchError) {
        let folder = URL(fileURLWithPath: store).deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard let name = names.sorted().first(where: { $0.hasPrefix(beginning) && $0.hasSuffix(".sqlite") }) else {
            return
        }
        let rescued = folder.appending(path: name).path
        throw .rescued(rescued, store)
    }
}
