import Foundation
import Labels
import Media

/// Reads a `labels.csv`: pictures, and the answer to a question about each.
///
/// The columns are `picture`, `camera` (else what the picture's name begins with), `upstream` (whoever labelled it first said
/// so; not used), and one with the answers, `yes`, `no` or `unclear`. A table of judged hits, as `piculet labels harvest`
/// writes it, has `algorithm` and `verdict` instead, and asks of each algorithm about its own pictures.
enum StillsFile {
    private static let most = 100_000

    /// - Parameter name: of the file, as its dataset names it.
    /// - Returns: one for each algorithm that is asked about.
    static func load(_ path: String, name: String) throws(LabelFindings) -> [StillLabels] {
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
        guard let answers = StillAnswers(columns: table.names) else {
            findings.note(file: name, line: 1, problem: LabelFileWords.questionNeeded(table.names))
            throw findings
        }
        guard table.rows.count <= most else {
            findings.note(file: name, problem: SettingsWords.tooMany(table.rows.count, most))
            throw findings
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        var pictures: [(question: String, still: Still)] = []
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
            let question = answers.question(field)
            guard !question.isEmpty else {
                findings.note(file: name, line: row.line, key: "algorithm", problem: SettingsWords.isMissing)
                continue
            }
            let answer = field(answers.column)
            guard let truth = answers.truth(answer) else {
                findings.note(
                    file: name, line: row.line, key: answers.column,
                    problem: SettingsWords.notKnown(
                        Words(name: answer.quoted), NearestName.of(answer, among: answers.known), answers.known))
                continue
            }
            let place = folder.appending(path: picture).path
            let camera = field("camera")
            let still = Still(
                picture: picture, path: Existing(place) == .file ? place : nil,
                camera: camera.isEmpty ? Still.camera(of: picture) : camera, truth: truth, line: row.line)
            pictures.append((question, still))
        }
        guard findings.isClean else { throw findings }
        let questions = pictures.isEmpty ? answers.asked : pictures.map(\.question).inOrderOnce
        return questions.map { question in
            StillLabels(
                file: name, question: question, pictures: pictures.filter { $0.question == question }.map(\.still))
        }
    }

    /// A relative path that leads nowhere else.
    private static func isWithin(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && !path.contains("\0") && !parts.contains { ["", "..", "."].contains($0) }
    }
}
