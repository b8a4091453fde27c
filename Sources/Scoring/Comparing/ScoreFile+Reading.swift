import Foundation
import Media

extension ScoreFile {
    /// Reads a `score.json` of this or an earlier run.
    ///
    /// - Throws: `ScoreError`: that there is none, that it is none, or that a later version wrote it.
    package static func load(_ path: String) throws(ScoreError) -> ScoreFile {
        guard let data = FileManager.default.contents(atPath: path) else { throw .noFile(path) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        struct Head: Decodable {
            let schema: String
            let version: Int
        }
        guard let head = try? decoder.decode(Head.self, from: data), head.schema == schema else { throw .noScore(path) }
        guard head.version == version else { throw .otherVersion(path, head.version) }
        do { return try decoder.decode(ScoreFile.self, from: data) } catch { throw .noScore(path) }
    }
}
