import Board
import Cases
import CityAlgorithms
import Media

/// A case as screens show it.
extension CaseCard {
    init(_ record: CaseRecord, _ calendars: CalendarBook, _ catalog: AlgorithmCatalog) {
        let course = record.course
        self.init(
            number: record.number.description,
            type: catalog.name(of: record.algorithm),
            camera: record.camera, cameraName: record.cameraName, zone: record.zone,
            extent: record.extent?.words, grid: record.assignment.grid, path: record.assignment.path, unit: course.lead,
            person: course.lead == nil ? nil : course.order?.person,
            coUnits: course.lead == nil ? [] : course.order?.coUnits ?? [],
            state: Words(zh: course.state.nameZH, en: course.state.nameEN), marks: Self.marks(course),
            startedAt: course.startedAt.milliseconds, hitAt: course.hitAt.milliseconds,
            clocks: Self.clocks(course, calendars), parts: Self.parts(course),
            partSince: course.stateSince.milliseconds,
            missing: record.evidence.marked == nil ? MissingEvidence.words(record.evidence.missing ?? "") : nil)
    }

    private static func clocks(_ course: CaseCourse, _ calendars: CalendarBook) -> [Clock] {
        let stages = course.clocks.sorted { $0.key < $1.key }.map { clock, run in
            (Words(zh: clock.nameZH, en: clock.rawValue), run.account)
        }
        let called = course.whistles.flatMap(\.called).map {
            (Words(zh: "报到 \($0.unit)", en: "check-in \($0.unit)"), $0.clock.account)
        }
        return (stages + called).compactMap { name, account in
            account.deadline(on: calendars.calendar(of: account)).map {
                Clock(name: name, deadline: $0.milliseconds)
            }
        }.sorted { $0.deadline < $1.deadline }
    }

    private static func parts(_ course: CaseCourse) -> [Part] {
        let running = course.runningPart
        return CasePart.allCases.compactMap { part in
            let used = course.parts[part] ?? .zero
            guard used > .zero || part == running else { return nil }
            return Part(
                name: Words(zh: part.nameZH, en: part.rawValue), milliseconds: used.wholeMicroseconds / 1000,
                budget: part.budget.map { $0.wholeMicroseconds / 1000 }, isRunning: part == running)
        }
    }

    private static func marks(_ course: CaseCourse) -> [Words] {
        var marks: [Words] = []
        if course.flags.contains(.urgent) { marks.append(Words(zh: "紧急", en: "urgent")) }
        if course.flags.contains(.threeCross) { marks.append(Words(zh: "三跨", en: "three-cross")) }
        if let supervision = course.supervision {
            marks.append(Words(zh: "督办 \(supervision.level) 级", en: "supervised, level \(supervision.level)"))
        }
        if course.returns > 0 { marks.append(Words(zh: "回退 \(course.returns) 次", en: "returned \(course.returns)x")) }
        if course.reworks > 0 { marks.append(Words(zh: "返工 \(course.reworks) 次", en: "reworked \(course.reworks)x")) }
        if !course.absorbed.isEmpty {
            marks.append(Words(zh: "归并 \(course.absorbed.count) 件", en: "\(course.absorbed.count) merged"))
        }
        return marks
    }
}
