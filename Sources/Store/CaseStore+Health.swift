import CaseBook
import GRDB
import Media

extension CaseStore {
    /// A camera is watched no longer: whatever lasts ends.
    package func endHealth(of camera: String, at now: WallTime) throws(StoreError) {
        try transact { try $0.endHealth(of: camera, at: now) }
    }

    /// The last states of all cameras, or of one, the newest first.
    package func health(of camera: String? = nil, limit: Int) throws(StoreError) -> [HealthEvent] {
        try look { try $0.health(of: camera, limit: limit) }
    }

    /// The states of this node that last, by camera.
    package func lastingHealth() throws(StoreError) -> [String: HealthEvent] {
        let events = try read { try StoreUnit.health($0, "WHERE to_at IS NULL AND node = ?", [node]) }
        return Dictionary(events.map { ($0.camera, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Forgets states that ended before a time.
    package func forgetHealth(before: WallTime) throws(StoreError) {
        try write {
            try $0.database.execute(
                sql: "DELETE FROM health_event WHERE to_at < ?", arguments: [before.milliseconds])
        }
    }
}
