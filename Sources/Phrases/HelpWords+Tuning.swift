import Media

/// What is said of `piculet tune`.
extension HelpWords {
    package static let tuneCommand = Words(
        zh: "在带标注的录像上为一个算法寻找更好的参数。", en: "Searches better terms of an algorithm on labelled footage.")
    package static let tuning = Words(
        zh: "录像只回放一次；每个设置都在没有参与选择的摄像机上检验。",
        en: "The footage is replayed once; what is chosen is judged on cameras that took no part in the choice.")
    package static let tuned = Words(zh: "为哪个算法寻找。", en: "The algorithm.")
    package static let falsePerDay = Words(zh: "每日误报上限。", en: "At most so many false alarms a day.")
    package static let tuneOutput = Words(
        zh: "把结果写成 piculet score --config 可读的配置（YAML）。",
        en: "Writes what was found as a configuration (YAML) for piculet score --config.")

    package static let wrongFalsePerDay = Words(
        zh: "--false-per-day：请写不小于 0 的数。", en: "--false-per-day: give a number from 0 up.")
    package static let onePolicy = Words(
        zh: "--decode：请只写一种解码策略。", en: "--decode: give one policy alone.")
}
