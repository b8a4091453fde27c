import Media

/// Why two cases cannot be one, or one cannot be two again, in both languages.
enum MergingWords {
    static let intoItself = Words(zh: "案件不能归并到自身", en: "a case cannot be merged into itself")
    static func mergedAlready(_ number: String) -> Words {
        Words(zh: "\(number) 已归并到本案件", en: "\(number) is merged into it already")
    }
    static func notMerged(_ number: String) -> Words {
        Words(zh: "\(number) 未归并到本案件", en: "\(number) is not merged into it")
    }
    static func masterEnded(_ master: CaseRecord) -> Words {
        Words(
            zh: "\(master.number) 的状态为“\(master.state.nameZH)”；主案件须未终结",
            en: "\(master.number) is '\(master.state.rawValue)'; a master is open")
    }
    static func isMaster(_ number: CaseNumber) -> Words {
        Words(
            zh: "\(number) 自身是主案件；请改为归并其他案件", en: "\(number) is a master itself; merge the others instead")
    }
    static func otherType(_ master: CaseRecord) -> Words {
        Words(
            zh: "\(master.number) 是另一类型 \(master.algorithm.quoted)",
            en: "\(master.number) is of another type, \(master.algorithm.quoted)")
    }
    static func farApart(_ number: CaseNumber) -> Words {
        Words(zh: "\(number) 的发现时间相差一天以上", en: "\(number) began more than a day apart")
    }
    static func placeUnknown(_ number: CaseNumber) -> Words {
        Words(
            zh: "\(number) 来自另一摄像机，且位置未知",
            en: "\(number) is of another camera, and where they stand is not known")
    }
    static func tooFar(_ number: CaseNumber, _ metres: Double, allowed: Double) -> Words {
        let (away, most) = (Int64(clamping: metres.rounded(.down)), Int64(clamping: allowed))
        return Words(
            zh: "\(number) 相距 \(away) 米；允许 \(most) 米", en: "\(number) is \(away) m away; \(most) m are allowed")
    }
    static func masterGone(_ number: String) -> Words {
        Words(
            zh: "所归并到的 \(number) 不存在", en: "\(number), into which it was merged, is not there")
    }
    static func masterClosed(_ number: String, _ master: CaseRecord) -> Words {
        Words(
            zh: "所归并到的 \(number) 状态为“\(master.state.nameZH)”；主案件未终结时才能撤销归并",
            en: "\(number), into which it was merged, is '\(master.state.rawValue)'; "
                + "a merge is undone while its master is open")
    }
}
