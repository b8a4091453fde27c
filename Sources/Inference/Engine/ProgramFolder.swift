import Foundation

/// Where a program lies: what belongs to it is looked for beside it and above.
package enum ProgramFolder {
    /// Its folder and those above: of a program that was built here up to the project's own.
    package static func above(_ program: String) -> [URL] {
        let folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        return Array(sequence(first: folder) { $0.deletingLastPathComponent() }.prefix(5))
    }
}
