// All that the page says, in both languages.
const WORDS = {
  zh: {
    language: "English", title: "算法准确度", filters: "筛选", table: "指标", curves: "曲线", events: "逐条查看",
    reviews: "标注复核",
    conditions: { day: "白天", night: "夜间", rain: "雨天", shadow: "阴影", crowded: "拥挤", drawn: "绘制", real: "实拍" },
    policy: "解码策略", condition: "条件", algorithm: "算法", outcome: "结果", any: "全部",
    all: "全部算法", clips: "段录像", hours: "小时", precision: "查准率", recall: "查全率", f1: "F1",
    falseDay: "每日误报", delay: "发现用时", missed: "漏报", false: "误报", late: "迟报", found: "检出",
    counts: "检出 / 漏报 / 误报", p90: "九成", longest: "最长", none: "—", noTruth: "标注未说明其真值",
    recallAt: "限误报时的查全率", ofEvents: "条事件", zones: "按标注区域", whole: "整幅画面为一个区域",
    note: "点击数字可看公式和本次代入的数。区间为 95%：比例用 Wilson 区间，频次用泊松精确区间。n 小时区间很宽：不要据此下结论。", unjudged: (n) => `另有 ${n} 个检出，其算法的真值标注未说明：不计。`, allConditions: "表为全部条件之下。",
    pr: "查准率—查全率", det: "误报—漏报（DET）", reliability: "置信度是否可信", score: "置信度", share: "为真的比例",
    perHour: "每小时误报", missRate: "漏报率", noCurve: "没有真实事件，或没有检出：画不出曲线", noEvents: "没有符合筛选的事件。",
    more: (n) => `另有 ${n} 条未附图片`, wrong: "标注有误？", wrongNote: "哪里不对（时间、区域、类型）", mark: "记下", unmark: "撤销",
    save: "保存复核文件", savedNote: (n, file) => `已记 ${n} 条。保存文件 ${file} 后执行 piculet labels review <数据集> ${file}，记到标注旁边。`,
    course: "随时间的测量值和已持续的时间", lastedAtMost: (s) => `已持续，最长 ${s} 秒`, bounds: (t, s) => (s ? `阈值 ${t}，同时表示需持续 ${s} 秒` : `阈值 ${t}`), measure: "测量值", picture: (a, t) => `${a}，${t}`,
    noPicture: "录像在此处没有画面", play: "播放前后数秒", stop: "停", close: "关闭", zone: "区域",
    whyFound: (d, e) => `${d.started_s} 秒起连续满足条件，${d.hit_s} 秒报出（测量值 ${d.measure}，置信度 ${d.score}），比事件开始晚 ${e} 秒。`,
    whyFalse: (d) => `${d.started_s} 秒起连续满足条件，${d.hit_s} 秒报出（测量值 ${d.measure}，置信度 ${d.score}），标注中此处没有事件。`,
    whyMissed: (c) => c ? `没有报出：测量值最高 ${c.measure}，阈值 ${c.threshold}；最长持续 ${c.lasted_s} 秒，需要 ${c.needed_s} 秒。` : "没有报出。",
    event: (t) => `真实：${t.start_s}–${t.end_s} 秒，开始时间容差 ${t.tolerance_s} 秒${t.box ? "，虚线框为标注的位置" : ""}${t.note ? "。" + t.note : ""}`,
    counting: "人数", countsNote: "与人工清点同一时刻比较。MAE：误差绝对值的平均；RMSE：误差平方平均的平方根；偏差为正表示多数。人工给出范围时，落在范围内误差为 0。各区域的人数相加；被另一区域覆盖的区域不重复计。", overlapping: (clips) => `区域互相重叠、人会被数两次，不计：${clips.join("、")}。`, mae: "MAE（人）", rmse: "RMSE（人）", bias: "偏差（人）", fifth: "误差在 20% 以内", moments: "清点时刻",
    comparison: "与上次相比", compared: (at) => `与 ${at} 的评分相比，只比较两次都评判了的内容。区间为按录像重抽样（2000 次）的 95% 区间；p 为 McNemar 精确检验：只凭偶然出现这样不均的得失的可能性。`,
    left: { clips: "不参与比较的录像：", policies: "不参与比较的解码策略：", algorithms: "不参与比较的算法：", truths: "只有一次的标注说明了真值，不参与比较：", events: "只在一次标注中的事件，不参与比较：" }, only: (isNow) => (isNow ? "仅本次" : "仅上次"), comma: "、", fullStop: "。",
    gained: "新检出", lost: "丢失", new_false: "新误报", gone_false: "消除的误报", change: "得 / 失", chance: "p", recallChange: "查全率变化", falseChange: "每日误报变化", falses: "新误报 / 消除", before: "上次", now: "本次", nothing: "没有变化",
    calibration: {
      title: "置信度校准", before: "校准前", after: "校准后",
      few: (list) => `未校准，开发组和评判组的置信度各至少要 20 个，现有：${list}。`, scores: (name, fitted, judged) => `${name} ${fitted} 和 ${judged}`,
      on: (fitted, judged) => `单调曲线（保序回归）在开发组摄像机的 ${fitted} 个置信度上拟合，图为评判组摄像机的 ${judged} 个。摄像机按编号的散列固定分组。`,
    },
    boxes: {
      title: "框", label: "标注的类别", counts: "框 / 时刻", unreported: "没有算法报出此类框：未评判",
      note: "框的标注名为算法代号时，与该算法在同一时刻（0.5 秒以内）报出的框比较。AP：重叠度（交并比）0.50 至 0.95 各级平均精度的均值，AP50：重叠度 0.50 时，按 COCO 的算法：101 个查全率处精度的平均，置信度高的框先选。",
    },
    stills: {
      title: "静止图片", cameras: "台摄像机", counts: "有 / 无 / 不明", auc: "ROC 曲线下面积（AUC）", recall0: "误判 ≤ 1% 时的查全率", recall1: "误判 ≤ 5% 时的查全率",
      told: "规则报出的查全率", roc: "ROC", falseRate: "误判率", noCurve: "图片答案都相同：画不出曲线", misjudged: (name, n) => `${name}：规则判错的图片 ${n} 张`, notTold: "有，未报出", toldFalsely: "无，却报出", seesNothing: "在任何一张图片中都没有看到东西",
      note: "每张图片作为画面不动的录像给算法看，每秒一幅，看到规则所需的时长再加 10 幅；整幅画面为一个区域。图片的得分是其间最高的置信度，没有看到为 0。“不明”的图片不计。靠变化发现事物的算法在静止画面中什么也看不到，AUC 即为 0.5。AUC 的 95% 区间按摄像机重抽样（2000 次）。",
      notJudged: (n, id) => `${n} 张图片询问 ${id}，此算法尚未内置：未评判`,
      formulas: {
        auc: (s) => ["AUC = 任取一张“有”的和一张“无”的，前者得分更高的可能性；相等算一半", ...pairs(s, (higher, equal, area) => `(${higher} + ${equal} ÷ 2) ÷ (${s.positives} × ${s.negatives}) = ${area}`), `95% 区间，${s.cameras} 台摄像机重抽样：${num(s.figures.auc.low)} 至 ${num(s.figures.auc.high)}`],
        recall0: (s) => recallAtLines(s.figures.recall_at[0], "误判 ≤ 1% 的门槛中查全率最高者", "门槛", "查全率", "Wilson 区间"),
        recall1: (s) => recallAtLines(s.figures.recall_at[1], "误判 ≤ 5% 的门槛中查全率最高者", "门槛", "查全率", "Wilson 区间"),
        told: (s) => ["规则满足（会报出）的“有”图片 ÷ 全部“有”图片", `${s.figures.told.recall.count} ÷ ${s.figures.told.recall.n} = ${num(s.figures.told.recall.value)}`, wilson(s.figures.told.recall, "Wilson 区间"), `误判：${s.figures.told.false_positives.count} ÷ ${s.figures.told.false_positives.n} = ${num(s.figures.told.false_positives.value)}`],
      },
    },
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
    outcome: "Outcome", any: "all", all: "all algorithms", clips: "clips", hours: "h", precision: "Precision",
    recall: "Recall", f1: "F1", falseDay: "False alarms a day", delay: "Time to detect", missed: "missed", false: "false alarm",
    late: "late", found: "found", counts: "found / missed / false", p90: "90 %", longest: "longest", none: "–",
    noTruth: "the labels do not tell its truth", recallAt: "Recall at fixed false alarms", ofEvents: "events",
    zones: "in the zones of the labels", whole: "the whole picture as one zone",
    note: "Click a figure for its formula with this run's numbers. Intervals are 95 %: Wilson for shares, exact Poisson for rates. With a small n they are wide: conclude nothing from them.", unjudged: (n) => `${n} more detections are of algorithms whose truth the labels do not tell: they count for nothing.`, allConditions: "The table is over all conditions.",
    pr: "Precision and recall", det: "False alarms and misses (DET)", reliability: "Is the score to be trusted?", score: "score",
    share: "share that was true", perHour: "false alarms an hour", missRate: "share missed", noCurve: "There is no true event, or nothing was detected: no curve",
    noEvents: "No event matches the filters.", more: (n) => `${n} more without pictures`, wrong: "Is the label wrong?",
    wrongNote: "What is wrong (time, zone, type)", mark: "Note it", unmark: "Take it back", save: "Save the review file",
    savedNote: (n, file) => `${n} noted. Save ${file}, then run piculet labels review DATASET ${file}: it is kept beside the labels.`, course: "What was measured over time, and how long it had lasted",
    lastedAtMost: (s) => `had lasted, ${s} s at most`, bounds: (t, s) => (s ? `threshold ${t}, and the ${s} s that it must last` : `threshold ${t}`), measure: "measure", picture: (a, t) => `${a}, ${t}`,
    noPicture: "the video has no picture here", play: "Play the seconds around it", stop: "Stop", close: "Close", zone: "zone",
    whyFound: (d, e) => `It held from ${d.started_s} s and was told at ${d.hit_s} s (measure ${d.measure}, score ${d.score}), ${e} s after the event began.`,
    whyFalse: (d) => `It held from ${d.started_s} s and was told at ${d.hit_s} s (measure ${d.measure}, score ${d.score}); the labels know of no event there.`,
    whyMissed: (c) => c ? `It was not told: the measure reached ${c.measure} of ${c.threshold}, and lasted ${c.lasted_s} s of the ${c.needed_s} s that it must.` : "It was not told.",
    event: (t) => `Truth: ${t.start_s} to ${t.end_s} s, its beginning within ${t.tolerance_s} s${t.box ? ", where the label has the dashed box" : ""}${t.note ? ". " + t.note : ""}`,
    counting: "Counting persons", countsNote: "Against what somebody counted in the same moments. MAE: mean of the errors' sizes; RMSE: root of the mean of their squares; a positive bias counts too many. Within a range that was counted the error is 0. Persons are summed over the zones, but for those that another zone covers.", overlapping: (clips) => `Left out, for zones overlap there and people in two of them would count twice: ${clips.join(", ")}.`, mae: "MAE, persons", rmse: "RMSE, persons", bias: "bias, persons", fifth: "within 20 %", moments: "moments",
    comparison: "Against the earlier score", compared: (at) => `Against the score of ${at}, over what both judged. Intervals are 95 % of 2,000 resamples of clips; p is exact McNemar: how likely so uneven a split is by chance alone.`,
    left: { clips: "Clips not compared:", policies: "Policies not compared:", algorithms: "Algorithms not compared:", truths: "Not compared, for the labels of only one of the two tell the truth:", events: "Events that only one of the two has, not compared:" }, only: (isNow) => (isNow ? "only now" : "only before"), comma: ", ", fullStop: ".",
    gained: "gained", lost: "lost", new_false: "new false alarm", gone_false: "false alarm gone", change: "gained / lost", chance: "p", recallChange: "change of recall", falseChange: "change of false alarms a day", falses: "new false / gone", before: "before", now: "now", nothing: "nothing changed",
    calibration: {
      title: "Calibration", before: "as they are", after: "calibrated",
      few: (list) => `Calibration not fitted, 20 scores on development cameras and as many on judging ones are needed; there are: ${list}.`, scores: (name, fitted, judged) => `${name} ${fitted} and ${judged}`,
      on: (fitted, judged) => `A rising curve (isotonic) is fitted to ${fitted} scores of development cameras; drawn are ${judged} of judging ones. A hash of its id puts a camera into its half for ever.`,
    },
    boxes: {
      title: "Boxes", label: "label", counts: "boxes / moments", unreported: "none of the algorithms reports boxes of that label: not judged",
      note: "Boxes whose label is the id of an algorithm are held to what that algorithm reports in the same moment (within 0.5 s). AP: mean of the average precision at overlaps (intersection over union) of 0.50 to 0.95, AP50: at 0.50, as COCO has it: the mean of the precision at 101 recalls, the surest box choosing first.",
    },
    stills: {
      title: "Still pictures", cameras: "cameras", counts: "with / without / unclear", auc: "Area under ROC (AUC)", recall0: "Recall at ≤ 1 % false", recall1: "Recall at ≤ 5 % false",
      told: "Recall of its rule", roc: "ROC", falseRate: "share of negatives taken for positive", noCurve: "All pictures have the same answer: no curve", misjudged: (name, n) => `${name}: ${n} pictures that its rule got wrong`, notTold: "there, and not told", toldFalsely: "told, and not there", seesNothing: "it saw nothing in any picture",
      note: "Each picture is shown to the algorithm as a steady film, a picture a second for as long as its rule needs and ten more, the whole picture as one zone. A picture's score is the highest that the algorithm gave in that time, 0 where it saw nothing. Pictures that are unclear are left out. An algorithm that goes by what changes sees nothing in a still picture: its AUC is 0.5. The 95 % interval of the AUC is of 2,000 resamples of cameras.",
      notJudged: (n, id) => `${n} pictures ask for ${id}, which is not built in: not judged`,
      formulas: {
        auc: (s) => ["AUC = how likely a picture with it scores more than one without; ties count half", ...pairs(s, (higher, equal, area) => `(${higher} + ${equal} ÷ 2) ÷ (${s.positives} × ${s.negatives}) = ${area}`), `95 % interval, ${s.cameras} cameras resampled: ${num(s.figures.auc.low)} to ${num(s.figures.auc.high)}`],
        recall0: (s) => recallAtLines(s.figures.recall_at[0], "the highest recall of a threshold with at most 1 % of the negatives above it", "threshold", "recall", "Wilson interval"),
        recall1: (s) => recallAtLines(s.figures.recall_at[1], "the highest recall of a threshold with at most 5 % of the negatives above it", "threshold", "recall", "Wilson interval"),
        told: (s) => ["pictures with it that satisfied the rule (somebody would be told) ÷ all pictures with it", `${s.figures.told.recall.count} ÷ ${s.figures.told.recall.n} = ${num(s.figures.told.recall.value)}`, wilson(s.figures.told.recall, "Wilson interval"), `false: ${s.figures.told.false_positives.count} ÷ ${s.figures.told.false_positives.n} = ${num(s.figures.told.false_positives.value)}`],
      },
    },
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
// Of all pairs of a picture with it and one without: in how many the former scores more, in how many both score the same.
function pairs(s, told) {
  const { pictures, auc } = s.figures;
  const [yes, no] = [true, false].map((is) => pictures.filter((p) => p.is_positive === is).map((p) => p.score));
  if (auc.value === undefined) return ["n = 0"];
  const count = (holds) => yes.reduce((sum, a) => sum + no.filter((b) => holds(a, b)).length, 0);
  return [told(count((a, b) => a > b), count((a, b) => a === b), num(auc.value))];
}
function recallAtLines(at, what, threshold, recall, interval) {
  if (at.recall.value === undefined) return [what, "n = 0"];
  return [what, `${threshold} ${at.threshold === undefined ? "–" : `≥ ${num(at.threshold)}`}`, `${recall} = ${at.recall.count} ÷ ${at.recall.n} = ${num(at.recall.value)}`, wilson(at.recall, interval)];
}
