import Media

/// Why an action on a case is refused, in both languages: every sentence of `CaseRefusal` stands here.
enum RefusalWords {
    // By the state, by who asks

    static func state(_ state: CaseState, _ action: CaseAction.Kind, possible: [CaseAction.Kind]) -> Words {
        // What is asked for has a command each.
        let names = possible.flatMap { $0 == .ask ? ["ask-suspension", "ask-extension"] : [$0.rawValue] }
        return Words(
            zh: "案件状态为“\(state.nameZH)”，不能办理 '\(action.rawValue)'；"
                + (names.isEmpty ? "已终结，不能再办理" : "现在可以：\(names.joined(separator: "、"))"),
            en: "a case that is '\(state.rawValue)' cannot take '\(action.rawValue)'; "
                + (names.isEmpty
                    ? "nothing can follow, it is at its end" : "possible now: \(names.joined(separator: ", "))"))
    }
    static func role(_ name: String, _ action: CaseAction.Kind, needed: [CaseActor.Role]) -> Words {
        Words(
            zh: "'\(action.rawValue)' 不能由 \(name.quoted) 办理：需要\(needed.map(\.nameZH).joined(separator: "或"))",
            en: "'\(action.rawValue)' is not for \(name.quoted): it takes a "
                + needed.map { "\($0.rawValue) (\($0.nameZH))" }.joined(separator: ", or a "))
    }
    static func unit(_ name: String, _ action: CaseAction.Kind, needed: String) -> Words {
        Words(
            zh: "'\(action.rawValue)' 不能由 \(name.quoted) 办理：案件在 \(needed.quoted)",
            en: "'\(action.rawValue)' is not for \(name.quoted): the case is with \(needed.quoted)")
    }
    static func unmet(_ action: CaseAction.Kind, _ why: Words) -> Words {
        Words(zh: "不能办理 '\(action.rawValue)'：\(why.zh)", en: "'\(action.rawValue)' is not possible: \(why.en)")
    }
    static let reasonNeeded = Words(zh: "须写明理由", en: "a reason is needed")

    // Dispatching

    static let oneLead = Words(zh: "案件只能派给一个主办单位", en: "a case goes to exactly one lead unit")
    static func leadsAlready(_ unit: String) -> Words {
        Words(zh: "\(unit.quoted) 是主办单位，不能同时协办", en: "\(unit.quoted) leads and cannot help itself too")
    }
    static let noLeadYet = Words(zh: "案件尚无主办单位", en: "it has no lead unit yet")
    static func noUnit(_ unit: String, _ nearest: String?) -> Words {
        Words(
            zh: "没有单位 \(unit.quoted)" + (nearest.map { "；是否想写 \($0.quoted)？" } ?? ""),
            en: "there is no unit \(unit.quoted)" + (nearest.map { "; did you mean \($0.quoted)?" } ?? ""))
    }
    static let onlyPermits = Words(zh: "只有许可区才能自动不予受理", en: "only a permit rejects by itself")

    // Asking and reviewing

    static let suspendedYet = Words(zh: "挂账期限未到", en: "it is suspended for a while yet")
    static let askedAlready = Words(zh: "已有申请，正待审批", en: "one is asked for already and waits for its review")
    static let isOverdue = Words(zh: "案件已超时", en: "the case is overdue")
    static let suspendedBefore = Words(zh: "案件已挂账过一次", en: "it was suspended once before")
    static let datePassed = Words(zh: "日期已过", en: "the date has passed")
    static func tooLong(_ days: Int64) -> Words {
        Words(zh: "最多可申请 \(days) 天", en: "at most \(days) days can be asked for")
    }
    static func extendedOften(_ times: Int) -> Words {
        Words(zh: "已延期 \(times) 次，不能再延", en: "it was extended \(times) times, which is all")
    }
    static let nobodyAsked = Words(zh: "没有此项申请", en: "nobody asked for it")
    static func reviewOf(_ role: CaseActor.Role) -> Words {
        Words(zh: "下一步由\(role.nameZH)审批", en: "the review of a \(role.rawValue) (\(role.nameZH)) comes next")
    }

    // Pictures and checks

    static let pictureNeeded = Words(zh: "须附处置后图片", en: "a picture that shows it dealt with is needed")
    static let pictureOfFuture = Words(zh: "图片的拍摄时间在将来", en: "the picture was taken in the future")
    static let pictureTooOld = Words(zh: "图片拍摄于派遣之前", en: "the picture was taken before it was dispatched")
    static func pictureElsewhere(_ metres: Double, allowed: Double) -> Words {
        let (away, most) = (Int64(clamping: metres.rounded(.down)), Int64(clamping: allowed))
        return Words(
            zh: "图片拍摄地点距案件 \(away) 米；允许 \(most) 米",
            en: "the picture was taken \(away) m from the case; \(most) m are allowed")
    }
    static let cameraMayNotCheck = Words(
        zh: "此案件不能仅凭摄像机通过核查", en: "the camera alone may not pass the check of this case")

    // Ending

    static let secondPersonNeeded = Words(
        zh: "案件已派遣：须有第二人同意", en: "it was dispatched already: a second person must agree")
    static func samePerson(_ name: String) -> Words {
        Words(zh: "第二人不能是 \(name.quoted) 本人", en: "the second person must be another than \(name.quoted)")
    }
    static let documentNeeded = Words(zh: "须写明依据文件", en: "the document that decides it is needed")
    static func closedLongAgo(_ time: String) -> Words {
        Words(
            zh: "结案已超过 \(time)；再次出现的是新案件",
            en: "it was closed more than \(time) ago; what came back is a new case")
    }
    static let appealedOnce = Words(zh: "每个案件只能申诉一次", en: "a case can be appealed once")
    static let notOverdue = Words(zh: "案件未超时", en: "it was not overdue")
    static let noAppeal = Words(zh: "没有待审批的申诉", en: "no appeal waits for its review")

    // Together

    static let levelOneToThree = Words(zh: "督办级别为 1、2 或 3", en: "the level is 1, 2 or 3")
    static let noReplyAsked = Words(zh: "未要求回复", en: "no reply is asked for")
    static let repliedAlready = Words(zh: "已回复", en: "it has its reply already")
    static func notCalled(_ unit: String) -> Words {
        Words(zh: "未吹哨通知 \(unit.quoted)", en: "\(unit.quoted) was not called")
    }
    static func arrivedAlready(_ unit: String) -> Words {
        Words(zh: "\(unit.quoted) 已报到", en: "\(unit.quoted) has checked in already")
    }
    static func notArrived(_ unit: String) -> Words {
        Words(zh: "\(unit.quoted) 尚未报到", en: "\(unit.quoted) has not checked in")
    }
    static let departmentsNeeded = Words(
        zh: "须写明被叫部门，每个只写一次", en: "the departments that are called are named, each once")
    static func calledAlready(_ unit: String) -> Words {
        Words(zh: "已通知 \(unit.quoted)，尚未报到", en: "\(unit.quoted) was called and has not checked in")
    }
    static func noItem(_ item: String) -> Words {
        Words(
            zh: "\(item.quoted) 不在吹哨清单内", en: "\(item.quoted) is no item of the list for which a whistle may be blown")
    }
    static let clockStands = Words(zh: "该计时未运行", en: "that clock does not run")
    static let stepTaken = Words(zh: "该级预警已发出，或不是下一级", en: "that step was taken already, or is not the next")
}
