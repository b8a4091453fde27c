import Foundation
import Media

/// The folder that a score leaves: `score.json`, `score.csv`, `index.html`.
package struct ScoreOutput {
    private let folder: URL

    /// Makes the folder: before the work, for a place that cannot be written is not to be found out after it.
    ///
    /// - Throws: `ScoreError` when the folder cannot be made, or not be written to.
    package init(_ path: String) throws(ScoreError) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        let files = FileManager.default
        do { try files.createDirectory(at: folder, withIntermediateDirectories: true) } catch { throw .noFolder(path) }
        guard files.isWritableFile(atPath: folder.path) else { throw .noFolder(path) }
    }

    /// - Parameter names: what people call the algorithms, by id.
    /// - Throws: `ScoreError` when a file cannot be written; whatever stands in the way of making its content.
    package func write(_ file: ScoreFile, names: [String: Words], shown: [ShownEvent]) throws {
        let contents = [
            ("index.html", Data(try ScorePage.html(file, names: names, shown: shown).utf8)),
            ("score.json", try file.json()), ("score.csv", Data(ScoreTable.csv(file).utf8)),
        ]
        for (name, content) in contents {
            let place = folder.appending(path: name)
            do { try content.write(to: place) } catch {
                throw ScoreError.notWritten(place.path, error.localizedDescription)
            }
        }
    }
}

/// Why a score could not be told.
package enum ScoreError: Error, Worded, Hashable, Sendable {
    case noFile(String)
    case noScore(String)
    case otherVersion(String, Int)
    /// The earlier score watched the whole picture, and this one does not, or the other way round.
    case otherZones(String, isWhole: Bool)
    /// The earlier score's policies, and this one's.
    case otherPolicies(String, [String], [String])
    case noFolder(String)
    /// A file, and why.
    case notWritten(String, String)
    case noStill(String)

    package var words: Words {
        switch self {
        case .noFile(let path):
            Words(
                zh: "\(path)：没有此文件，或无法读取。--compare 需要较早一次评分的 score.json。",
                en:
                    "\(path): there is no such file, or it cannot be read. --compare needs the score.json of an earlier run."
            )
        case .noScore(let path):
            Words(
                zh: "\(path)：这不是 piculet score 写的 score.json。",
                en: "\(path): this is no score.json that piculet score wrote.")
        case .otherVersion(let path, let version):
            Words(
                zh: "\(path)：版本 \(version) 的评分文件，本程序只读版本 \(ScoreFile.version)。请用本程序重新评分。",
                en:
                    "\(path): a score of version \(version); this program reads version \(ScoreFile.version). Score the footage anew with it."
            )
        case .otherZones(let path, let isWhole):
            isWhole
                ? Words(
                    zh: "\(path)：那次评分把整幅画面作为一个区域，本次按标注区域，两者不能比较。请加上 --whole-picture。",
                    en:
                        "\(path): that score watched the whole picture, this one would watch the zones of the labels: they "
                        + "cannot be compared. Add --whole-picture.")
                : Words(
                    zh: "\(path)：那次评分按标注区域，本次把整幅画面作为一个区域，两者不能比较。请去掉 --whole-picture。",
                    en:
                        "\(path): that score watched the zones of the labels, this one would watch the whole picture: they "
                        + "cannot be compared. Leave out --whole-picture.")
        case .otherPolicies(let path, let before, let now):
            Words(
                zh: "\(path)：那次评分的解码策略是 \(before.joined(separator: "、"))，本次是 \(now.joined(separator: "、"))，"
                    + "没有相同的，不能比较。请用 --decode 指定其中之一。",
                en: "\(path): that score has the policies \(before.joined(separator: ", ")), this one would have "
                    + "\(now.joined(separator: ", ")): none is in both. Give one of them with --decode.")
        case .noFolder(let path):
            Words(
                zh: "\(path)：无法建立输出目录。请用 --output 指定可写的目录。",
                en: "\(path): the output folder cannot be made. Give a folder that may be written with --output.")
        case .noStill(let picture):
            Words(
                zh: "\(picture)：标注中有此图片，但没有这个文件。",
                en: "\(picture): the labels have this picture, but there is no such file.")
        case .notWritten(let path, let why):
            Words(zh: "\(path)：无法写入：\(why)", en: "\(path): it cannot be written: \(why)")
        }
    }
}
