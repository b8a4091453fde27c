// Charts as SVG: a course over time, curves of two shares, bins of scores.
const SVG = "http://www.w3.org/2000/svg";
function svg(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
// Maps values to a plane of 360 x 214 with axes and the names of their ends; the upright one's stands above it.
function plane(label, xs, ys, xName, yName) {
  const [left, top, width, height] = [44, 24, 300, 150];
  const chart = svg("svg", { viewBox: "0 0 360 214", role: "img", "aria-label": label });
  const span = ([low, high]) => (high > low ? high - low : 1);
  const x = (value) => left + ((value - xs[0]) / span(xs)) * width;
  const y = (value) => top + height - ((value - ys[0]) / span(ys)) * height;
  chart.append(svg("path", { class: "axis", d: `M${left} ${top}V${top + height}H${left + width}` }));
  const tick = (value) => num(value, 2);
  chart.append(svg("text", { x: left - 6, y: top + height, "text-anchor": "end" }, tick(ys[0])));
  chart.append(svg("text", { x: left - 6, y: top + 9, "text-anchor": "end" }, tick(ys[1])));
  chart.append(svg("text", { x: left, y: top + height + 15 }, tick(xs[0])));
  chart.append(svg("text", { x: left + width, y: top + height + 15, "text-anchor": "end" }, tick(xs[1])));
  chart.append(svg("text", { x: left + width / 2, y: top + height + 30, "text-anchor": "middle" }, xName));
  chart.append(svg("text", { x: left - 6, y: 12 }, yName));
  const line = (points, kind) => points.length && chart.append(svg("path", {
    class: kind, d: points.map(([a, b], i) => `${i ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join(""),
  }));
  const dots = (points, kind = "dot") => points.forEach(([a, b, title]) => {
    const dot = svg("circle", { class: kind, cx: x(a), cy: y(b), r: points.length > 30 ? 1.5 : 3.5 });
    if (title) dot.append(svg("title", {}, title));
    chart.append(dot);
  });
  return { chart, x, y, line, dots, top, height };
}
// What an algorithm measured around an event and how long that had lasted, with the true event and the hit. Both are drawn
// against one bound: the threshold of the one is the time that the other must reach.
function courseChart(words, event, course, threshold, needed) {
  const times = course.map((p) => p.at_s);
  const highest = Math.max(threshold * 1.25, ...course.map((p) => p.measure), 0.001);
  const xs = [Math.min(...times), Math.max(...times)];
  const { chart, x, line, top, height } = plane(words.course, xs, [0, highest], "s", words.measure);
  const clamp = (t) => Math.min(Math.max(t, xs[0]), xs[1]);
  if (event.truth) {
    const [from, to] = [x(clamp(event.truth.start_s)), x(clamp(event.truth.end_s))];
    chart.append(svg("rect", { class: "truth", x: from, y: top, width: Math.max(to - from, 1), height }));
  }
  line([[xs[0], threshold], [xs[1], threshold]], "bound");
  for (const run of needed ? runs(course) : []) line(run.map((p) => [p.at_s, Math.min(p.lasted_s / needed * threshold, highest)]), "lasting");
  line(course.map((p) => [p.at_s, p.measure]), "course");
  if (event.detection) chart.append(svg("path", { class: "hit", d: `M${x(clamp(event.detection.hit_s))} ${top}v${height}` }));
  const most = Math.max(0, ...course.map((p) => p.lasted_s ?? 0));
  const keys = [["course", words.measure], ["lasting", words.lastedAtMost(num(most, 1))], ["bound", words.bounds(num(threshold, 1), needed)]];
  return element("div", {}, chart, legend(keys.filter(([kind]) => needed || kind !== "lasting")));
}
// What each kind of line stands for.
function legend(keys) {
  return element("p", { class: "legend" }, ...keys.map(([kind, text]) => {
    const swatch = svg("svg", { viewBox: "0 0 24 8", "aria-hidden": "true" });
    swatch.append(svg("path", { class: kind, d: "M0 4H24" }));
    return element("span", {}, swatch, text);
  }));
}
// The stretches of a course in which something lasted.
function runs(course) {
  const found = [[]];
  for (const point of course) {
    if (point.lasted_s === undefined) found.push([]);
    else found.at(-1).push(point);
  }
  return found.filter((run) => run.length);
}
function prChart(words, score) {
  const points = score.curve.filter((p) => p.recall !== undefined && p.precision !== undefined).map((p) => [p.recall, p.precision, `≥ ${num(p.threshold)}`]);
  const { chart, line, dots } = plane(words.pr, [0, 1], [0, 1], words.recall, words.precision);
  line(points, "course");
  dots(points);
  return points.length ? chart : null;
}
function detChart(words, score) {
  const points = score.curve.filter((p) => p.recall !== undefined && p.false_per_hour !== undefined).map((p) => [p.false_per_hour, 1 - p.recall, `≥ ${num(p.threshold)}`]);
  const most = Math.max(1, ...points.map((p) => p[0]));
  const { chart, line, dots } = plane(words.det, [0, most], [0, 1], words.perHour, words.missRate);
  line(points, "course");
  dots(points);
  return points.length ? chart : null;
}
// On cameras that the curve never saw: how far scores are off as they are, and once they are turned into shares.
function calibrationFigure(words, name, calibration) {
  const { fitted, judged, before, after } = calibration;
  const caption = element("figcaption", {}, `${name} · ${words.calibration.title}`);
  const { chart, line, dots } = plane(words.calibration.title, [0, 1], [0, 1], words.score, words.share);
  line([[0, 0], [1, 1]], "ideal");
  for (const [kind, quality] of [["bound", before], ["course", after]]) {
    const points = quality.reliability.map((bin) => [bin.mean_score, bin.precision.value, `${bin.precision.count}/${bin.precision.n}`]);
    line(points, kind);
    dots(points, kind);
  }
  const told = (quality) => `ECE ${num(quality.expected_error)}, Brier ${num(quality.brier)}`;
  return element("figure", {}, caption, chart, legend([["bound", `${words.calibration.before}: ${told(before)}`], ["course", `${words.calibration.after}: ${told(after)}`]]),
    element("p", { class: "soft" }, words.calibration.on(fitted, judged)));
}
// One sentence for all that have too few scores to be calibrated.
function notCalibrated(words, scores) {
  const few = scores.filter(({ calibration }) => calibration && !calibration.before).map(({ name, calibration }) => words.calibration.scores(name, calibration.fitted, calibration.judged));
  return few.length ? [words.calibration.few(few.join(words.comma))] : [];
}
function reliabilityChart(words, score) {
  const { chart, x, y, line, dots } = plane(words.reliability, [0, 1], [0, 1], words.score, words.share);
  line([[0, 0], [1, 1]], "ideal");
  for (const bin of score.reliability) {
    const rate = bin.precision;
    chart.append(svg("path", { class: "lasted", d: `M${x(bin.mean_score)} ${y(rate.low)}V${y(rate.high)}` }));
  }
  dots(score.reliability.map((bin) => [bin.mean_score, bin.precision.value, `${bin.precision.count}/${bin.precision.n}`]));
  return score.reliability.length ? chart : null;
}
