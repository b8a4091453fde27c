import ArgumentParser
import Cases
import CityAlgorithms
import Foundation
import Media
import Phrases
import Speaking
import Store

/// `piculet case show`: all that is known of one case.
struct CaseShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: HelpWords.caseShow[Speech.language],
        discussion: HelpWords.example("piculet case show 20260101-7K3QF2M --store demo-output/piculet.sqlite")[
            Speech.language])

    @Argument(help: HelpWords.number.help) var number: String
    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        let desk = try place.open()
        let (record, log) = try desk.find(number)
        let course = record.course
        let now = course.endedAt ?? WallTime(Date())
        let type = Known.algorithms.name(of: record.algorithm)
        line("案件 case", record.number.description)
        line("类型 type", type.zh == type.en ? type.en : "\(type.zh) \(type.en)")
        let items = Known.algorithms[record.algorithm]?.pack?.items ?? []
        if !items.isEmpty {
            line("事项 item", items.map { "\($0.code) (\($0.standard))" }.joined(separator: ", "))
        }
        line("状态 state", "\(course.state.nameZH) \(course.state.nameEN)")
        if let judged = course.judged {
            let words = judged.verdict.words
            line(
                "判定 verdict",
                "\(words.zh) \(words.en), \(judged.by), \(judged.at.rfc3339(in: desk.zone)) \(judged.note)")
        }
        if let mode = course.mode { line("模式 mode", "\(mode.words.zh) \(mode.words.en)") }
        for words in Self.flags(course, desk.zone) { line("标记 flag", words) }
        line("摄像机 camera", "\(record.cameraName) (\(record.camera)), \(record.zone)")
        owner(record, log)
        clocks(record, desk, at: now)
        evidence(record, desk)
        for event in log {
            let words = [event.at.rfc3339(in: desk.zone), event.kind, Self.target(event), event.actor, event.note]
            say(line: "  " + words.compactMap { $0?.isEmpty ?? true ? nil : $0 }.joined(separator: " "))
        }
    }

    private func line(_ name: String, _ words: String) {
        // Han characters are two columns wide.
        let columns = name.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e80 ? 2 : 1) }
        say(line: name + String(repeating: " ", count: max(18 - columns, 1)) + words)
    }

    /// Whom or what a line of the log is about, where that is not its case alone.
    private static func target(_ event: CaseEvent) -> String? {
        guard case .took(let action) = event.content else { return nil }
        let whom: [String]
        switch action {
        case .dispatch(let order): whom = [order.lead, order.person].compactMap(\.self) + order.coUnits
        case .whistle(_, let units), .involve(let units): whom = units
        case .merge(let master): whom = [master]
        case .absorb(let part, _), .release(let part): whom = [part]
        case .checkIn(let unit), .answer(let unit): whom = [unit]
        case .forceClose(let document): whom = [document]
        default: return nil
        }
        return "→ " + whom.joined(separator: ", ")
    }

    /// How it was dispatched last.
    private static func decision(_ log: [CaseEvent]) -> Decision? {
        log.reversed().lazy.compactMap { event in
            if case .took(.dispatch(let order)) = event.content { order } else { nil }
        }.first?.decision
    }

    private func owner(_ record: CaseRecord, _ log: [CaseEvent]) {
        let assignment = record.assignment
        line("网格 grid", "\(assignment.path.joined(separator: " > ")) (\(assignment.grid ?? "-"))")
        if let order = record.course.order {
            let person = record.course.person.map { ", \($0)" } ?? ""
            line("单位 unit", "\(order.lead)\(person), because \(order.rule)")
            if !order.coUnits.isEmpty { line("协办 with", order.coUnits.joined(separator: ", ")) }
            if let decision = Self.decision(log) { why(decision) }
        }
        if let disposal = assignment.disposal { line("处置网格 disposal", disposal) }
        if let near = assignment.neighbours { line("邻界 border", "also near \(near.joined(separator: ", "))") }
    }

    private func why(_ decision: Decision) {
        line("依据 why", "\(decision.rule.map { "row '\($0)'" } ?? "the unit of the grid"), list '\(decision.version)'")
        if !decision.zones.isEmpty {
            line(
                "  区域 zones",
                decision.zones.joined(separator: ", ") + (decision.effect.map { ": \($0.rawValue)" } ?? ""))
        }
        for other in decision.rejected { line("  不取 not", "\(other.what): \(other.why)") }
    }

    private func clocks(_ record: CaseRecord, _ desk: CaseDesk, at now: WallTime) {
        let course = record.course
        line("计时 clock", "\(CaseCommand.clock(record)), since \(course.startedAt.rfc3339(in: desk.zone))")
        line("检出 hit", record.hitAt.rfc3339(in: desk.zone))
        if let words = record.extent?.words { line("规模 extent", "\(words.zh) \(words.en)") }
        let parts = course.parts(at: now)
        let used = CasePart.allCases.compactMap { part in
            parts[part].flatMap { $0 > .zero ? "\(part.nameZH) \(part.rawValue) \($0.clockText)" : nil }
        }
        line("分段 parts", used.joined(separator: ", "))
        for (clock, run) in course.clocks.sorted(by: { $0.key < $1.key }) {
            line("  \(clock.nameZH) \(clock.rawValue)", Self.words(run.account, desk, at: now))
        }
        for called in course.whistles.flatMap(\.called) {
            let arrived = called.arrivedAt.map { "checked in \($0.rfc3339(in: desk.zone))" } ?? "not checked in"
            line("  吹哨 whistle", "\(called.unit): \(arrived)\(called.answer.map { ", \($0)" } ?? "")")
        }
    }

    /// `12:00 of 2:00:00, until 2026-03-01T10:00:00+08:00`.
    private static func words(_ account: ClockAccount, _ desk: CaseDesk, at now: WallTime) -> String {
        let calendar = desk.scheme.calendars.calendar(of: account)
        var words = account.used(at: now, on: calendar).clockText
        if let limit = account.limit {
            words += " of \(limit.duration(on: calendar).clockText) (\(limit.limitClass.rawValue))"
        }
        if let left = account.left(at: now, on: calendar), left < .zero { words += ", 超时 overdue" }
        switch account.state {
        case .running:
            if let deadline = account.deadline(on: calendar) { words += ", until \(deadline.rfc3339(in: desk.zone))" }
        case .paused: words += ", 暂停 paused"
        case .stopped: words += ", 已停 stopped"
        }
        return words
    }

    private func evidence(_ record: CaseRecord, _ desk: CaseDesk) {
        if let original = record.evidence.original {
            line("图片 picture", desk.store.locate(original).path)
            line("sha256", record.evidence.sha256 ?? "-")
        } else {
            line("图片 picture", "missing: \(record.evidence.missing ?? "-")")
        }
        if let after = record.course.afterPicture {
            let path = desk.store.locate(after.path).path
            let isThere = FileManager.default.fileExists(atPath: path)
            line("处置后 after", isThere ? path : "missing: \(record.evidence.missing ?? path)")
            line("sha256", after.sha256)
        }
    }

    private static func flags(_ course: CaseCourse, _ zone: TimeZone) -> [String] {
        var words: [String] = []
        if course.flags.contains(.urgent) { words.append("紧急 urgent") }
        if course.flags.contains(.threeCross) { words.append("三跨 crosses borders, departments or levels") }
        if let supervision = course.supervision {
            let reply = supervision.needsReply ? (supervision.hasReply ? ", replied" : ", reply required") : ""
            words.append("督办 supervised, level \(supervision.level), by \(supervision.by)\(reply)")
        }
        if course.returns > 0 { words.append("回退 returned \(course.returns) x") }
        if course.reworks > 0 { words.append("返工 reworked \(course.reworks) x") }
        for (kind, asked) in course.requests.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let next = asked.seconded == nil ? "the department" : "the dispatcher"
            words.append("申请 \(kind.rawValue) asked for by \(asked.by), waits for \(next)")
        }
        if let until = course.suspendedUntil { words.append("挂账 suspended until \(until.rfc3339(in: zone))") }
        if let merging = course.merging { words.append("归并 merged into \(merging.into)") }
        for child in course.absorbed.keys.sorted() { words.append("归并 master of \(child)") }
        if let recurrence = course.recurrenceOf { words.append("复发 recurrence of \(recurrence)") }
        if let appeal = course.appeal {
            words.append("申诉 appealed by \(appeal.by)" + (appeal.isExempt ? ", 豁免 exempt from overdue figures" : ""))
        }
        return words
    }
}
