import Foundation

/// Where OpenVINO's C library is looked for.
package struct OpenVINOPlaces {
    /// In this order.
    package let folders: [String]

    /// - Parameters:
    ///   - chosen: a folder or a library file that somebody named; then no other place is looked at.
    ///   - program: the path of the running program.
    package init(chosen: String?, program: String) {
        if let chosen {
            folders = [chosen]
            return
        }
        // `make deps` puts it beside what is built, an installation beside the program or where the system's libraries are.
        folders =
            ProgramFolder.above(program).map { $0.appending(path: "openvino/libs").path } + [
                "/usr/local/lib/piculet/openvino/libs", "/usr/local/lib", "/usr/lib/x86_64-linux-gnu",
                "/usr/lib/aarch64-linux-gnu",
            ]
    }

    /// The library's path; nil: there is none.
    package var library: String? { folders.lazy.compactMap(Self.library).first }

    /// In one folder; of several versions the newest.
    private static func library(in place: String) -> String? {
        if URL(filePath: place).lastPathComponent.hasPrefix(name) {
            return FileManager.default.fileExists(atPath: place) ? place : nil
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        let newest = names.filter { $0.hasPrefix(name) }.max {
            $0.compare($1, options: .numeric) == .orderedAscending
        }
        return newest.map { URL(filePath: place).appending(path: $0).path }
    }

    private static let name = "libopenvino_c.so"
}
