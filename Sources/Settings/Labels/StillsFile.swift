import Foundation
import Labels
import Media

/// Reads a `labels.csv`: the columns `picture`, `camera` (else what the picture's name begins with), `upstream` (whoever
/// labelled it first said so; not used), and one with the answers, `yes`, `no` or `unclear`.
enum StillsFile {
    private static let most = 100_000

    /// - Parameter name: of the file, as its dataset names it.
    static func load(_ path: String, name: String) throws(LabelFindings) -> StillLabels {
        let table: CSVTable
        do throws(SettingsFaults) {
            guard let read = CSVTable(try TextFile.read(path)) else {
                throw SettingsFaults([SettingsFault(file: name, line: nil, key: "", problem: GridsWords.openQuote)])
            }
            table = read
        } catch { throw LabelFindings(error, file: name) }
        var findings = LabelFindings()
        guard table.names.contains("picture") else {
            findings.note(file: name, line: 1, key: "picture", problem: SettingsWords.isMissing)
            throw findings
        }
        let answers = table.names.filter { !["picture", "camera", "upstream"].contains($0) }
        guard answers.count == 1, let question = answers.first else {
            findings.note(file: name, line: 1, problem: LabelFileWords.questionNeeded(table.names))
            throw findings
        }
        guard table.rows.count <= most else {
            findings.note(file: name, problem: SettingsWords.tooMany(table.rows.count, most))
            throw findings
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        var pictures: [Still] = []
        for row in table.rows {
            func field(_ column: String) -> String {
                let place = table.names.firstIndex(of: column) ?? .max
                return place < row.fields.count ? row.fields[place].trimmingCharacters(in: .whitespaces) : ""
            }
            let picture = field("picture")
            guard isWithin(picture) else {
                findings.note(
                    file: name, line: row.line, key: "picture",
                    problem: picture.isEmpty ? SettingsWords.isMissing : LabelFileWords.pathWithin(picture))
                continue
            }
            let answer = field(question)
            guard let truth = Still.Truth(rawValue: answer) else {
                let known = Still.Truth.allCases.map(\.rawValue)
                findings.note(
                    file: name, line: row.line, key: question,
                    problem: SettingsWords.notKnown(
                        Words(name: answer.quoted), NearestName.of(answer, among: known), known))
                continue
            }
            let place = folder.appending(path: picture).path
            let camera = field("camera")
            pictures.append(
                Still(
                    picture: picture, path: Existing(place) == .file ? place : nil,
                    camera: camera.isEmpty ? Still.camera(of: picture) : camera, truth: truth, line: row.line))
        }
        guard findings.isClean else { throw findings }
        return StillLabels(file: name, question: question, pictures: pictures)
    }

    /// A relative path that leads nowhere else.
    private static func isWithin(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && !path.contains("\0") && !parts.contains { ["", "..", "."].contains($0) }
    }
}
