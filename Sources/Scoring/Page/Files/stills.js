// Still pictures: a table, the formulas of its figures, and two curves for each algorithm that judged them.
function renderStills(words) {
  const stills = (score.stills ?? []).filter((s) => !choice.algorithm || s.algorithm === choice.algorithm || !s.figures);
  document.getElementById("stills").hidden = !stills.length;
  if (!stills.length) return;
  put("stills-title", words.stills.title);
  put("stills-note", words.stills.note);
  const row = (s) => {
    const name = element("th", { scope: "row" }, named(s.algorithm));
    if (!s.figures) return element("tr", {}, name, element("td", { colspan: 5 }, words.stills.notJudged(s.positives + s.negatives + s.unclear, s.algorithm)));
    const { auc, recall_at: recalls, told } = s.figures;
    const cell = (figure, value, small) => element("td", {}, element("button", { type: "button", onclick: () => explainStills(words, figure, s) }, value), element("small", {}, small));
    const rate = (figure, r) => cell(figure, num(r.value, 2), r.value === undefined ? "n = 0" : `${num(r.low, 2)} – ${num(r.high, 2)}, n = ${r.n}`);
    const seesNothing = s.figures.pictures.every((picture) => picture.score === 0);
    return element("tr", {}, name,
      element("td", {}, `${s.positives} / ${s.negatives} / ${s.unclear}`, element("small", {}, `${s.cameras} ${words.stills.cameras}${seesNothing ? ` · ${words.stills.seesNothing}` : ""}`)),
      cell("auc", num(auc.value), auc.low === undefined ? "" : `${num(auc.low)} – ${num(auc.high)}`),
      ...recalls.map((r, i) => rate(`recall${i}`, r.recall)), rate("told", told.recall));
  };
  const heads = [words.algorithm, words.stills.counts, words.stills.auc, words.stills.recall0, words.stills.recall1, words.stills.told];
  put("stills-table", element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...stills.map(row)));
  const charts = stills.filter((s) => s.figures).flatMap((s) => [...[[words.stills.roc, stillROCChart], [words.pr, stillPRChart]].map(([name, draw]) =>
    element("figure", {}, element("figcaption", {}, `${named(s.algorithm)} · ${name}`), draw(words, s) ?? element("p", { class: "empty" }, words.stills.noCurve))), ...(s.figures.calibration.before ? [calibrationFigure(words, named(s.algorithm), s.figures.calibration)] : [])]);
  put("stills-curves", ...charts);
  put("stills-wrong", ...stills.filter((s) => s.figures).map((s) => misjudged(words, s)).filter(Boolean));
  put("stills-curves-note", ...notCalibrated(words, stills.map((s) => ({ name: named(s.algorithm), calibration: s.figures?.calibration }))));
}
// The pictures that its rule got wrong: told though nothing is there, and the other way round.
function misjudged(words, s) {
  const wrong = s.figures.pictures.filter((p) => p.is_positive !== p.is_told);
  if (!wrong.length) return null;
  const line = (p) => element("li", {}, `${p.dataset}/${p.picture} · ${p.camera} · ${p.is_positive ? words.stills.notTold : words.stills.toldFalsely} · ${words.score} ${num(p.score)}`);
  return element("details", {}, element("summary", {}, words.stills.misjudged(named(s.algorithm), wrong.length)), element("ul", {}, ...wrong.map(line)));
}
function explainStills(words, figure, s) {
  put("formula-title", `${words.stills[figure]} · ${named(s.algorithm)}`);
  put("formula-body", ...words.stills.formulas[figure](s).map((line) => element("p", {}, element("code", {}, line))));
  put("formula-close", words.close);
  document.getElementById("formula").showModal();
}
function stillROCChart(words, s) {
  const points = s.figures.roc.map((p) => [p.false_positive_rate, p.recall, p.threshold === undefined ? undefined : `≥ ${num(p.threshold)}`]);
  const { chart, line, dots } = plane(words.stills.roc, [0, 1], [0, 1], words.stills.falseRate, words.recall);
  line([[0, 0], [1, 1]], "ideal");
  line(points, "course");
  dots(points);
  return points.length ? chart : null;
}
function stillPRChart(words, s) {
  const points = s.figures.precision_recall.map((p) => [p.recall, p.precision, `≥ ${num(p.threshold)}`]);
  const { chart, line, dots } = plane(words.pr, [0, 1], [0, 1], words.recall, words.precision);
  line(points, "course");
  dots(points);
  return points.length ? chart : null;
}
