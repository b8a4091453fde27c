import Cases
import Foundation
import Media

/// Files and a case that nothing is wrong with.
enum Sound {
    static let configuration = """
        grids: grids.yaml
        dispatch: dispatch.yaml
        cameras:
          - {id: gate, source: "rtsp://viewer:${PASSWORD}@10.1.2.3/stream", grid: leaf-1}
          - {id: kerb, source: "lavfi:testsrc2", location: [121.4155, 31.6635]}

        """
    static let dispatch = """
        version: "1"
        units: [{name: office, grid: town}, {name: patrol, grid: leaf-1, duty: "08:00-20:00"}]
        people:
          - {name: Li, unit: office, roles: [acceptor, shift_head, dispatcher]}
          - {name: Wang, unit: patrol, roles: [handler, department]}
        shifts: [{unit: patrol, days: [workdays], people: [Wang]}]
        rules: [{id: all, lead: patrol, limit: 2 urgent_hour}]

        """
    static let grids = """
        - {id: town, name: Town, level: 1, unit: office, head: Li}
        - {id: leaf-1, name: Leaf, level: 2, parent: town, unit: patrol, polygon: [[121.40, 31.65], [121.43, 31.65], [121.43, 31.67]]}

        """

    static func intake(
        _ algorithm: String, _ assignment: Dispatcher.Assignment, _ place: Point?, _ moment: WallTime
    ) -> CaseIntake {
        let hit = Hit(
            camera: "gate", algorithm: algorithm, zone: "kerb", startedAt: moment, hitAt: moment + .seconds(10),
            box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1, score: 0.8)
        let incident = IncidentTracker.Incident(
            key: "gate/\(algorithm)", firstHit: hit, box: hit.box, sustainedAt: hit.hitAt, phase: .firing, hits: 1)
        return CaseIntake(
            incident: incident, number: CaseNumber("20260301-7K3QF2M"), cameraName: "Gate", assignment: assignment,
            place: place)
    }
}
