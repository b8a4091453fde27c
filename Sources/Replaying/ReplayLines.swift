import Cases
import Foundation
import Media
import Pipeline

/// Words what a replay told, as JSON lines or as text.
package struct ReplayLines {
    package enum Format: String, CaseIterable, Sendable { case text, jsonl }

    private let format: Format
    private let timeZone: TimeZone

    package init(format: Format, timeZone: TimeZone) { (self.format, self.timeZone) = (format, timeZone) }

    package func line(_ event: ReplayEvent, camera: String) -> String {
        format == .jsonl ? json(event, camera: camera) : text(event, camera: camera)
    }

    private func json(_ event: ReplayEvent, camera: String) -> String {
        switch event {
        case .hit(let hit, let at, let startedAt):
            JSONLine([
                "type": .text("hit"), "camera": .text(camera), "algorithm": .text(hit.algorithm),
                "zone": .text(hit.zone), "media_s": .number(at.seconds),
                "started_media_s": .number(startedAt.seconds), "score": .number(hit.score),
                "measure": .number(hit.measure), "box": box(hit.box),
                "extent": hit.extent.map { .object(JSONLine($0)) } ?? .null,
            ]).text
        case .permitted(let algorithm, let permit, let area, let at):
            JSONLine([
                "type": .text("permitted"), "camera": .text(camera), "algorithm": .text(algorithm),
                "permit": .text(permit), "media_s": .number(at.seconds), "box": box(area),
            ]).text
        case .incident(let incident, let at):
            JSONLine([
                "type": .text("incident"), "camera": .text(camera), "algorithm": .text(incident.firstHit.algorithm),
                "zone": .text(incident.firstHit.zone), "media_s": .number(at.seconds),
                "incident": .text(incident.key), "phase": .text(incident.phase.rawValue),
                "hits": .whole(incident.hits),
            ]).text
        case .opened(let record, let at):
            JSONLine([
                "type": .text("case"), "camera": .text(camera), "algorithm": .text(record.algorithm),
                "zone": .text(record.zone), "media_s": .number(at.seconds),
                "number": .text(record.number.description), "incident": .text(record.incident),
                "grid": record.assignment.grid.map { .text($0) } ?? .null,
                "grid_path": .texts(record.assignment.path), "unit": .text(record.lead),
                "reason": .text(record.assignment.reason.rawValue),
                "started_at": .text(record.startedAt.rfc3339(in: timeZone)),
                "hit_at": .text(record.hitAt.rfc3339(in: timeZone)), "state": .text(record.state.rawValue),
                "sha256": record.evidence.sha256.map { .text($0) } ?? .null,
            ]).text
        }
    }

    private func text(_ event: ReplayEvent, camera: String) -> String {
        let time = (event.at - .zero).clockText
        switch event {
        case .hit(let hit, _, let startedAt):
            return "\(time) \(camera) 检出 hit \(hit.algorithm) in \(hit.zone), since "
                + (startedAt - .zero).clockText + (hit.extent.map { "; \($0.words.zh) \($0.words.en)" } ?? "")
        case .permitted(let algorithm, let permit, _, _):
            return "\(time) \(camera) 许可 permitted \(algorithm) by \(permit)"
        case .incident(let incident, _):
            return "\(time) \(camera) 事件 incident \(incident.firstHit.algorithm) \(incident.phase.rawValue)"
        case .opened(let record, _):
            let path = record.assignment.path.joined(separator: " > ")
            return
                "\(time) \(camera) 案件 case \(record.number) -> \(path.isEmpty ? "" : path + ": ")\(record.lead)"
        }
    }

    package func line(_ burst: Burst, video: String) -> String {
        if format == .text {
            return "\((burst.from - .zero).clockText) \(video) 突发 burst until \((burst.to - .zero).clockText), "
                + "\(burst.looks) looks"
        }
        return JSONLine([
            "type": .text("burst"), "video": .text(video), "from_media_s": .number(burst.from.seconds),
            "to_media_s": .number(burst.to.seconds), "looks": .whole(burst.looks),
        ]).text
    }

    package func line(_ summary: ReplaySummary, video: String) -> String {
        if format == .text {
            return "\(video): \(summary.looked) looks of \(summary.decoded) decoded in "
                + "\((summary.media - .zero).clockText), \(summary.hits) hits, \(summary.cases) cases"
        }
        return JSONLine([
            "type": .text("summary"), "video": .text(video), "media_s": .number(summary.media.seconds),
            "wall_s": .number(summary.wall.inSeconds), "cpu_s": .number(summary.cpu.inSeconds),
            "packets": .whole(summary.packets), "decoded": .whole(summary.decoded),
            "looked": .whole(summary.looked), "dropped": .whole(summary.dropped),
            "damaged": .whole(summary.damaged), "hits": .whole(summary.hits), "cases": .whole(summary.cases),
        ]).text
    }

    private func box(_ box: Box) -> JSONLine.Value { .numbers([box.x, box.y, box.width, box.height]) }
}
