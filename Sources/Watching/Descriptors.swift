import Foundation

/// How the file descriptors of the process are shared out: store, evidence and cameras come before the console.
package enum Descriptors {
    /// A stream with what it fetches beside: playlists, segments, a second socket.
    private static let eachCamera = 4
    /// Store, log, pictures that are being written, what the libraries keep.
    private static let always = 64
    /// An event loop of the console.
    private static let eachCore = 4
    /// So many connections are served however few descriptors there are.
    package static let fewestConnections = 8
    /// More would only be idle.
    private static let mostConnections = 512

    /// Takes as many as the system allows this process: hundreds of cameras need more than the usual 1024.
    ///
    /// - Returns: how many there are.
    package static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0 else { return 1024 }
        var wanted = limit
        wanted.rlim_cur = limit.rlim_max
        if unsafe setrlimit(resource, &wanted) == 0 { limit = wanted }
        return Int(min(limit.rlim_cur, 1 << 30))
    }

    /// How many connections the console may have open.
    package static func connections(
        of descriptors: Int, cameras: Int, cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) -> Int {
        let left = descriptors - always - cameras * eachCamera - cores * eachCore
        return min(mostConnections, max(fewestConnections, left))
    }
}
