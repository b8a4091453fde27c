import CaseBook
import Cases
import GRDB
import Media

/// The pictures of cases, as far as the store knows of them.
extension CaseStore {
    /// The pictures of a case that are kept.
    package struct KeptEvidence: Sendable {
        package let number: CaseNumber
        /// The original, the marked copy, what shows it dealt with.
        package let paths: [String]
        package let at: WallTime
        /// The case still waits for somebody.
        package let isOpen: Bool
    }

    /// The evidence that is kept, the oldest first.
    package func keptEvidence() throws(StoreError) -> [KeptEvidence] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, original, marked, after_pictures, hit_at, ended_at FROM case_file
                    WHERE original IS NOT NULL OR marked IS NOT NULL OR after_pictures IS NOT NULL
                    ORDER BY hit_at, number
                    """
            ).map { row in
                let (original, marked, after): (String?, String?, String?) = (
                    row["original"], row["marked"], row["after_pictures"]
                )
                let ended: Int64? = row["ended_at"]
                return KeptEvidence(
                    number: CaseNumber(row["number"]),
                    paths: [original, marked].compactMap(\.self)
                        + (after ?? "").split(separator: "\n").map { String($0) },
                    at: WallTime(milliseconds: row["hit_at"]), isOpen: ended == nil)
            }
        }
    }

    /// Notes that pictures of some cases were deleted, and why, in one transaction; their hashes stay.
    package func noteEvidenceGone(
        _ gone: [(number: CaseNumber, reason: String)], at now: WallTime
    ) throws(StoreError) {
        try write { unit in
            for (number, reason) in gone {
                try unit.database.execute(
                    sql: """
                        UPDATE case_file SET original = NULL, marked = NULL, after_pictures = NULL, missing = ?
                        WHERE number = ?
                        """, arguments: [reason, number.description])
                let event = CaseEvent(
                    sequence: 0, at: now, actor: CaseActor.system.name, content: .noted("evidence-gone"), note: reason)
                try unit.append(event, nil, to: number.description)
            }
        }
    }
}
