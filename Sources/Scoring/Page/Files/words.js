// All that the page says, in both languages.
const WORDS = {
  zh: {
    language: "English", title: "算法准确度", filters: "筛选", table: "指标", curves: "曲线", events: "逐条查看",
    reviews: "标注复核",
    conditions: { day: "白天", night: "夜间", rain: "雨天", shadow: "阴影", crowded: "拥挤", drawn: "绘制", real: "实拍" },
    policy: "解码策略", condition: "条件", algorithm: "算法", outcome: "结果", any: "全部",
    all: "全部算法", clips: "段录像", hours: "小时", events_n: "真实事件", precision: "查准率", recall: "查全率", f1: "F1",
    falseDay: "每日误报", delay: "发现用时", missed: "漏报", false: "误报", late: "迟报", found: "检出",
    counts: "检出 / 漏报 / 误报", median: "中位数", p90: "九成", longest: "最长", none: "—", noTruth: "标注未说明其真值",
    interval: "95% 区间", recallAt: "限误报时的查全率", ofEvents: "条事件", zones: "按标注区域", whole: "整幅画面为一个区域",
    note: "点击数字可看公式和本次代入的数。区间为 95%：比例用 Wilson 区间，频次用泊松精确区间。n 小时区间很宽：不要据此下结论。",
    pr: "查准率—查全率", det: "误报—漏报（DET）", reliability: "置信度是否可信", score: "置信度", share: "为真的比例",
    perHour: "每小时误报", missRate: "漏报率", noCurve: "没有真实事件，或没有检出：画不出曲线", noEvents: "没有符合筛选的事件。",
    more: (n) => `另有 ${n} 条未附图片`, wrong: "标注有误？", wrongNote: "哪里不对（时间、区域、类型）", mark: "记下", unmark: "撤销",
    save: "保存复核文件", savedNote: (n, file) => `已记 ${n} 条。保存的文件 ${file} 请放在标注文件旁边。`,
    course: "随时间的测量值", threshold: "阈值", lasted: "已持续", measure: "测量值", truth: "真实事件", picture: (a, t) => `${a}，${t}`,
    noPicture: "录像在此处没有画面", play: "播放前后数秒", stop: "停", close: "关闭", zone: "区域", camera: "摄像机",
    whyFound: (d, e) => `${d.started_s} 秒起连续满足条件，${d.hit_s} 秒报出（测量值 ${d.measure}，置信度 ${d.score}），比事件开始晚 ${e} 秒。`,
    whyFalse: (d) => `${d.started_s} 秒起连续满足条件，${d.hit_s} 秒报出（测量值 ${d.measure}，置信度 ${d.score}），标注中此处没有事件。`,
    whyMissed: (c) => c ? `没有报出：测量值最高 ${c.measure}，阈值 ${c.threshold}；最长持续 ${c.lasted_s} 秒，需要 ${c.needed_s} 秒。` : "没有报出。",
    event: (t) => `真实：${t.start_s}–${t.end_s} 秒，开始时间容差 ${t.tolerance_s} 秒${t.note ? "。" + t.note : ""}`,
    formulas: {
      precision: (s) => ["查准率 = 检出 ÷ (检出 + 误报)", `${s.found} ÷ (${s.found} + ${s.false_alarms}) = ${num(s.precision.value)}`, wilson(s.precision, "Wilson 区间")],
      recall: (s) => ["查全率 = 检出 ÷ (检出 + 漏报)", `${s.found} ÷ (${s.found} + ${s.missed}) = ${num(s.recall.value)}`, wilson(s.recall, "Wilson 区间")],
      f1: (s) => ["F1 = 2 × 检出 ÷ (2 × 检出 + 误报 + 漏报)", `2 × ${s.found} ÷ (2 × ${s.found} + ${s.false_alarms} + ${s.missed}) = ${num(s.f1)}`],
      falseDay: (s) => ["每日误报 = 误报 ÷ 有真值的录像时长（天）", `${s.false_alarms} ÷ (${num(s.hours, 4)} 小时 ÷ 24) = ${num(s.false_per_day.value)}`, `泊松精确 95% 区间：${num(s.false_per_day.low)} 至 ${num(s.false_per_day.high)}`],
      delay: (s) => ["发现用时 = 报出时刻 − 真实事件开始时刻，只算检出的", `n = ${s.time_to_detect.n}；中位数 ${num(s.time_to_detect.median_s)} 秒，九成不超过 ${num(s.time_to_detect.p90_s)} 秒，最长 ${num(s.time_to_detect.longest_s)} 秒（线性插值分位数）`],
      recallAt: (s) => ["把置信度门槛提高到每日误报不超过给定值，再看查全率", ...s.recall_at.map((r) => `每日误报 ≤ ${r.false_per_day}：查全率 ${num(r.recall)}`)],
    },
  },
  en: {
    language: "中文", title: "How accurate the algorithms are", filters: "Filters", table: "Figures", curves: "Curves",
    events: "Event by event", reviews: "Labels that are wrong",
    conditions: { day: "day", night: "night", rain: "rain", shadow: "shadow", crowded: "crowded", drawn: "drawn", real: "real" },
    policy: "Decode policy", condition: "Condition", algorithm: "Algorithm",
    outcome: "Outcome", any: "all", all: "all algorithms", clips: "clips", hours: "h", events_n: "true events", precision: "Precision",
    recall: "Recall", f1: "F1", falseDay: "False alarms a day", delay: "Time to detect", missed: "missed", false: "false alarm",
    late: "late", found: "found", counts: "found / missed / false", median: "median", p90: "90 %", longest: "longest", none: "–",
    noTruth: "the labels do not tell its truth", interval: "95 % interval", recallAt: "Recall at fixed false alarms", ofEvents: "events",
    zones: "in the zones of the labels", whole: "the whole picture as one zone",
    note: "Click a figure for its formula with this run's numbers. Intervals are 95 %: Wilson for shares, exact Poisson for rates. With a small n they are wide: conclude nothing from them.",
    pr: "Precision and recall", det: "False alarms and misses (DET)", reliability: "Is the score to be trusted?", score: "score",
    share: "share that was true", perHour: "false alarms an hour", missRate: "share missed", noCurve: "There is no true event, or nothing was detected: no curve",
    noEvents: "No event matches the filters.", more: (n) => `${n} more without pictures`, wrong: "Is the label wrong?",
    wrongNote: "What is wrong (time, zone, type)", mark: "Note it", unmark: "Take it back", save: "Save the review file",
    savedNote: (n, file) => `${n} noted. Put the file ${file} beside the labels.`, course: "What was measured over time",
    threshold: "threshold", lasted: "lasted", measure: "measure", truth: "true event", picture: (a, t) => `${a}, ${t}`,
    noPicture: "the video has no picture here", play: "Play the seconds around it", stop: "Stop", close: "Close", zone: "zone", camera: "camera",
    whyFound: (d, e) => `It held from ${d.started_s} s and was told at ${d.hit_s} s (measure ${d.measure}, score ${d.score}), ${e} s after the event began.`,
    whyFalse: (d) => `It held from ${d.started_s} s and was told at ${d.hit_s} s (measure ${d.measure}, score ${d.score}); the labels know of no event there.`,
    whyMissed: (c) => c ? `It was not told: the measure reached ${c.measure} of ${c.threshold}, and lasted ${c.lasted_s} s of the ${c.needed_s} s that it must.` : "It was not told.",
    event: (t) => `Truth: ${t.start_s} to ${t.end_s} s, its beginning within ${t.tolerance_s} s${t.note ? ". " + t.note : ""}`,
    formulas: {
      precision: (s) => ["precision = found ÷ (found + false alarms)", `${s.found} ÷ (${s.found} + ${s.false_alarms}) = ${num(s.precision.value)}`, wilson(s.precision, "Wilson interval")],
      recall: (s) => ["recall = found ÷ (found + missed)", `${s.found} ÷ (${s.found} + ${s.missed}) = ${num(s.recall.value)}`, wilson(s.recall, "Wilson interval")],
      f1: (s) => ["F1 = 2 × found ÷ (2 × found + false alarms + missed)", `2 × ${s.found} ÷ (2 × ${s.found} + ${s.false_alarms} + ${s.missed}) = ${num(s.f1)}`],
      falseDay: (s) => ["false alarms a day = false alarms ÷ days of footage whose truth is told", `${s.false_alarms} ÷ (${num(s.hours, 4)} h ÷ 24) = ${num(s.false_per_day.value)}`, `exact 95 % Poisson interval: ${num(s.false_per_day.low)} to ${num(s.false_per_day.high)}`],
      delay: (s) => ["time to detect = moment of the hit − beginning of the true event, of those that were found", `n = ${s.time_to_detect.n}; median ${num(s.time_to_detect.median_s)} s, 90 % within ${num(s.time_to_detect.p90_s)} s, longest ${num(s.time_to_detect.longest_s)} s (quantiles by linear interpolation)`],
      recallAt: (s) => ["the threshold of the score is raised until there are no more false alarms a day than given", ...s.recall_at.map((r) => `false alarms a day ≤ ${r.false_per_day}: recall ${num(r.recall)}`)],
    },
  },
};
function num(value, digits = 3) {
  return value === null || value === undefined ? "–" : Number(value.toFixed(digits)).toString();
}
function wilson(rate, name) {
  if (rate.value === null || rate.value === undefined) return "n = 0";
  return `${name} (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96, n = ${rate.n}: ${num(rate.low)} – ${num(rate.high)}`;
}
