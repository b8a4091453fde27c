// The page: what is chosen lives in the address, all else follows from it.
const { score, names, shown } = JSON.parse(document.getElementById("contents").textContent);
const pictures = new Map(shown.map((one) => [one.id, one]));
const REVIEWS = "label-reviews.json";
// Of this run alone: another run's page has other events.
const key = `piculet-reviews:${score.times.generated_at}:${score.run.datasets.join(",")}`;
const reviews = new Map(JSON.parse(stored() ?? "[]"));
// What was typed and is not noted yet: cards are made anew whenever something else is chosen.
const drafts = new Map();
const playing = new Map();
let choice = read();

function stored() { try { return localStorage.getItem(key); } catch { return null; } }
function keep() { try { localStorage.setItem(key, JSON.stringify([...reviews])); } catch { /* a browser that keeps nothing */ } }
// What was saved is in its file, and not here when the page is opened again.
function forget() { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } }
function read() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const of = (name, known, usual) => (known.includes(asked.get(name)) ? asked.get(name) : usual);
  const policy = of("policy", score.run.policies, score.run.policies[0]);
  const conditions = (score.policies.find((p) => p.policy === policy)?.conditions ?? []).map((c) => c.condition);
  return {
    lang: of("lang", ["zh", "en"], navigator.language.startsWith("zh") || !navigator.language ? "zh" : "en"), policy,
    condition: of("condition", conditions, ""), algorithm: of("algorithm", score.run.algorithms, ""),
    outcome: of("outcome", ["missed", "false", "late", "found"], ""), conditions,
  };
}
// What people call an algorithm.
function named(id) { return names[id]?.[choice.lang] ?? id; }
function choose(name, value) {
  const next = { ...choice, [name]: value };
  const address = new URLSearchParams();
  for (const part of ["lang", "policy", "condition", "algorithm", "outcome"]) if (next[part]) address.set(part, next[part]);
  location.hash = address.toString();
}
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) made.addEventListener(attribute.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
function put(id, ...children) { document.getElementById(id).replaceChildren(...children); }

function render() {
  choice = read();
  for (const timer of playing.values()) clearInterval(timer);
  playing.clear();
  const words = WORDS[choice.lang];
  document.documentElement.lang = choice.lang === "zh" ? "zh-CN" : "en";
  document.title = `${words.title} · Piculet`;
  put("title", words.title);
  const zones = score.run.is_whole_picture ? words.whole : words.zones;
  const clips = score.clips.length ? [`${score.clips.length} ${words.clips}`, zones] : [];
  put("what", [score.run.datasets.join(", "), ...clips, score.times.generated_at].join(" · "));
  put("language", words.language);
  document.getElementById("language").onclick = () => choose("lang", choice.lang === "zh" ? "en" : "zh");
  for (const part of ["filters", "table", "curves", "events", "reviews"]) put(`${part}-title`, words[part]);
  renderStills(words);
  // A dataset may hold still pictures alone.
  for (const part of ["filters", "figures", "curve-section", "event-section", "review-section"]) document.getElementById(part).hidden = !score.clips.length;
  if (!score.clips.length) return;
  const unjudged = score.clips.filter((clip) => !choice.condition || clip.conditions.includes(choice.condition)).reduce((sum, clip) => sum + (clip.unjudged[choice.policy] ?? 0), 0);
  put("table-note", words.note, ...(unjudged ? [` ${words.unjudged(unjudged)}`] : []));
  renderChips(words);
  const scope = scoped();
  renderTable(words, scope);
  renderCounts(words, scope);
  renderBoxes(words, scope);
  renderComparison(words);
  renderCurves(words, scope);
  renderEvents(words);
  renderReviews(words);
}
// The scores of the policy and the condition that are chosen.
function scoped() {
  const policy = score.policies.find((p) => p.policy === choice.policy);
  return choice.condition ? policy.conditions.find((c) => c.condition === choice.condition) : policy;
}
function renderChips(words) {
  const group = (name, label, values, text) => element("div", { class: "group", role: "group", "aria-label": label }, element("span", {}, label),
    ...values.map((value) => element("button", { type: "button", "aria-pressed": choice[name] === value ? "true" : "false", onclick: () => choose(name, value) }, text(value))));
  const groups = [
    group("algorithm", words.algorithm, ["", ...score.run.algorithms], (v) => (v ? named(v) : words.any)),
    group("outcome", words.outcome, ["", "missed", "false", "late", "found"], (v) => (v ? words[v] : words.any)),
  ];
  if (choice.conditions.length) groups.unshift(group("condition", words.condition, ["", ...choice.conditions], (v) => (v ? words.conditions[v] : words.any)));
  if (score.run.policies.length > 1) groups.unshift(group("policy", words.policy, score.run.policies, (v) => v));
  put("chips", ...groups);
}
function renderTable(words, scope) {
  const rows = [scope.overall, ...scope.algorithms].filter((s) => !choice.algorithm || s.algorithm === choice.algorithm || s.algorithm === "all");
  const cell = (s, name, value, small) => element("td", {}, element("button", { type: "button", onclick: () => explain(words, name, s) }, value), element("small", {}, small));
  const rate = (s, name) => cell(s, name, num(s[name].value, 2), s[name].value === undefined ? "n = 0" : `${num(s[name].low, 2)} – ${num(s[name].high, 2)}, n = ${s[name].n}`);
  const row = (s) => {
    const name = s.algorithm === "all" ? words.all : named(s.algorithm);
    if (!s.clips) return element("tr", {}, element("th", { scope: "row" }, name), element("td", { colspan: 7 }, words.noTruth));
    const delay = s.time_to_detect;
    const day = s.false_per_day;
    return element("tr", {}, element("th", { scope: "row" }, name),
      element("td", {}, `${s.found} / ${s.missed} / ${s.false_alarms}`, element("small", {}, `${s.clips} ${words.clips}, ${num(s.hours, 2)} ${words.hours}`)),
      rate(s, "precision"), rate(s, "recall"), cell(s, "f1", num(s.f1, 2), ""),
      cell(s, "falseDay", num(day.value, 1), day.value === undefined ? "" : `${num(day.low, 1)} – ${num(day.high, 1)}`),
      cell(s, "delay", delay.n ? `${num(delay.median_s, 1)} s` : words.none, delay.n ? `${words.p90} ${num(delay.p90_s, 1)} s, ${words.longest} ${num(delay.longest_s, 1)} s` : ""),
      cell(s, "recallAt", s.recall_at.map((r) => num(r.recall, 2)).join(" / "), s.recall_at.map((r) => `≤ ${r.false_per_day}`).join(" / ")));
  };
  const heads = [words.algorithm, words.counts, words.precision, words.recall, words.f1, words.falseDay, words.delay, words.recallAt];
  put("table", element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...rows.map(row)));
}
function explain(words, name, s) {
  put("formula-title", `${words[name]} · ${s.algorithm === "all" ? words.all : named(s.algorithm)}`);
  put("formula-body", ...words.formulas[name](s).map((line) => element("p", {}, element("code", {}, line))));
  put("formula-close", words.close);
  document.getElementById("formula").showModal();
}
function renderCounts(words, scope) {
  const counts = (scope.counts ?? []).filter((c) => !choice.algorithm || c.algorithm === choice.algorithm);
  document.getElementById("counts").hidden = !counts.length;
  put("counts-title", words.counting);
  const overlapping = [...new Set(counts.flatMap((c) => c.overlapping ?? []))];
  put("counts-note", words.countsNote, ...(overlapping.length ? [` ${words.overlapping(overlapping)}`] : []));
  const rows = counts.map((c) => element("tr", {}, element("th", { scope: "row" }, named(c.algorithm)), element("td", {}, String(c.n)),
    element("td", {}, num(c.mean_absolute, 1)), element("td", {}, num(c.root_mean_square, 1)), element("td", {}, num(c.bias, 1)),
    element("td", {}, num(c.within_fifth.value, 2), element("small", {}, c.n ? `${num(c.within_fifth.low, 2)} – ${num(c.within_fifth.high, 2)}, n = ${c.n}` : "n = 0"))));
  const heads = [words.algorithm, words.moments, words.mae, words.rmse, words.bias, words.fifth];
  put("counts-table", element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...rows));
}
function renderComparison(words) {
  const comparison = score.comparison;
  document.getElementById("comparison").hidden = !comparison;
  if (!comparison) return;
  put("comparison-title", words.comparison);
  put("comparison-note", words.compared(comparison.earlier_generated_at), ...notCompared(words, comparison), ...(choice.condition ? [` ${words.allConditions}`] : []));
  const signed = (value) => (value === undefined ? "–" : `${value < 0 ? "" : "+"}${num(value, 2)}`);
  const difference = (d) => element("td", {}, signed(d.value), element("small", {}, d.low === undefined ? "" : `${signed(d.low)} – ${signed(d.high)}`));
  const policy = comparison.policies.find((p) => p.policy === choice.policy);
  const rows = (policy?.algorithms ?? []).filter((a) => !choice.algorithm || a.algorithm === choice.algorithm || a.algorithm === "all").map((a) =>
    element("tr", {}, element("th", { scope: "row" }, a.algorithm === "all" ? words.all : named(a.algorithm)),
      element("td", {}, `${a.gained} / ${a.lost}`, element("small", {}, `${a.events} ${words.ofEvents}`)), element("td", {}, num(a.p)),
      difference(a.recall), element("td", {}, `${a.new_false} / ${a.gone_false}`), difference(a.false_per_day)));
  const heads = [words.algorithm, words.change, words.chance, words.recallChange, words.falses, words.falseChange];
  put("comparison-table", element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...rows));
  const clips = new Map(score.clips.map((clip) => [clip.name, clip]));
  const changes = comparison.events.filter((change) => {
    const line = change.now ?? change.before;
    return line.policy === choice.policy && (!choice.condition || clips.get(line.clip)?.conditions.includes(choice.condition)) && (!choice.algorithm || line.algorithm === choice.algorithm);
  });
  put("comparison-events", ...changes.map((change) => changeCard(words, change)), ...(changes.length ? [] : [element("p", { class: "empty" }, words.nothing)]));
}
// What only one of the two scores has: a sentence for each kind.
function notCompared(words, comparison) {
  const events = (comparison.uncompared_events ?? []).map((change) => ({ line: change.now ?? change.before, isNow: Boolean(change.now) }))
    .filter(({ line }) => line.policy === choice.policy).map(({ line, isNow }) => `${named(line.algorithm)} · ${line.clip} · ${num(line.truth.start_s, 1)} s (${words.only(isNow)})`);
  const truths = (comparison.uncompared_truths ?? []).map((one) => `${named(one.algorithm)} · ${one.clip} (${words.only(one.is_judged_now)})`);
  const left = { clips: comparison.uncompared_clips, policies: comparison.uncompared_policies, algorithms: comparison.uncompared_algorithms?.map(named), truths, events };
  return Object.entries(left).filter(([, names]) => names?.length).map(([kind, names]) => ` ${words.left[kind]} ${names.join(words.comma)}${words.fullStop}`);
}
// Both pictures side by side: what was told before, and what is told now.
function changeCard(words, change) {
  const line = change.now ?? change.before;
  const bad = change.kind === "lost" || change.kind === "new_false";
  const half = (label, one, event) => element("figure", { class: "half" }, element("figcaption", {}, label), one?.picture ? framed(words, one, event) : element("p", { class: "empty" }, words.none));
  return element("article", { class: bad ? "missed" : "found" }, element("div", { class: "halves" },
    half(words.before, change.before && pictures.get(`before/${change.before.id}`), change.before), half(words.now, change.now && pictures.get(change.now.id), change.now)),
    element("div", { class: "body" }, element("div", { class: "head" }, element("h3", {}, `${named(line.algorithm)} · ${line.clip}`), element("span", { class: `badge ${bad ? "missed" : "found"}` }, words[change.kind]))));
}
function framed(words, one, event) {
  const moment = event.detection?.hit_s ?? event.truth.start_s;
  const picture = element("div", { class: "picture" }, element("img", { src: one.picture, alt: words.picture(named(event.algorithm), `${num(moment, 1)} s`), loading: "lazy" }), element("span", { class: "time" }, `${num(moment, 1)} s`));
  picture.append(...boxes(event));
  return picture;
}
// Where the label says that it is, and where it was seen.
function boxes(event) {
  return [[event.truth?.box, "box truth"], [event.detection?.box, "box"]].filter(([box]) => box).map(([box, kind]) => boxed(box, kind));
}
function boxed(box, kind) {
  return element("div", { class: kind, style: `left:${100 * box.x}%;top:${100 * box.y}%;width:${100 * box.width}%;height:${100 * box.height}%` });
}
function renderCurves(words, scope) {
  const wanted = scope.algorithms.filter((s) => s.clips && (!choice.algorithm || s.algorithm === choice.algorithm));
  const charts = wanted.flatMap((s) => [...[[words.pr, prChart], [words.det, detChart], [words.reliability, reliabilityChart]].map(([name, draw]) =>
    element("figure", {}, element("figcaption", {}, `${named(s.algorithm)} · ${name}`), draw(words, s) ?? element("p", { class: "empty" }, words.noCurve))),
  ...(s.calibration?.before ? [calibrationFigure(words, named(s.algorithm), s.calibration)] : [])]);
  put("curves", ...charts);
  put("curves-note", ...notCalibrated(words, wanted.map((s) => ({ name: named(s.algorithm), calibration: s.calibration }))));
}
function renderEvents(words) {
  const clips = new Map(score.clips.map((clip) => [clip.name, clip]));
  const wanted = score.events.filter((e) => e.policy === choice.policy && (!choice.algorithm || e.algorithm === choice.algorithm)
    && (!choice.outcome || e.outcome === choice.outcome) && (!choice.condition || clips.get(e.clip).conditions.includes(choice.condition)));
  // What has pictures comes in the order of its cost.
  const byID = new Map(wanted.map((e) => [e.id, e]));
  const cards = shown.map((one) => byID.get(one.id)).filter(Boolean).map((e) => card(words, e, clips.get(e.clip)));
  const rest = wanted.length - cards.length;
  put("events", ...cards, ...(rest ? [element("p", { class: "empty" }, words.more(rest))] : []), ...(wanted.length ? [] : [element("p", { class: "empty" }, words.noEvents)]));
}
function card(words, event, clip) {
  const one = pictures.get(event.id);
  const moment = event.detection?.hit_s ?? event.truth.start_s;
  const image = one.picture && element("img", { src: one.picture, alt: words.picture(named(event.algorithm), `${clip.name} ${num(moment, 1)} s`), loading: "lazy" });
  const time = element("span", { class: "time" }, `${num(moment, 1)} s`);
  const picture = element("div", { class: "picture" }, image || words.noPicture, image ? time : null);
  if (image) picture.append(...boxes(event));
  const term = score.run.terms.find((t) => t.algorithm === event.algorithm);
  const threshold = event.closest?.threshold ?? term?.threshold ?? 1;
  const why = event.outcome === "missed" ? words.whyMissed(event.closest) : event.outcome === "false" ? words.whyFalse(event.detection)
    : words.whyFound(event.detection, num(event.detection.hit_s - event.truth.start_s, 1));
  const body = element("div", { class: "body" },
    element("div", { class: "head" }, element("div", {}, element("h3", {}, `${named(event.algorithm)} · ${clip.name}`),
      element("p", { class: "soft" }, [`${words.zone} ${event.zone}`, ...clip.conditions.map((c) => words.conditions[c])].join(" · "))), element("span", { class: `badge ${event.outcome}` }, words[event.outcome])),
    element("p", { class: "why" }, why), event.truth ? element("p", { class: "soft" }, words.event(event.truth)) : null,
    one.frames.length && image ? player(words, event.id, image, time, one, moment) : null,
    one.course.length > 1 ? courseChart(words, event, one.course, threshold, event.closest?.needed_s ?? term?.lasting_s) : null, review(words, event, clip));
  return element("article", { class: event.outcome, id: event.id }, picture, body);
}
// Loops the pictures around the moment, in their own time.
function player(words, id, image, time, one, moment) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, words.play);
  const still = () => {
    clearInterval(playing.get(id));
    playing.delete(id);
    [image.src, time.textContent] = [one.picture, `${num(moment, 1)} s`];
    button.textContent = words.play;
    button.setAttribute("aria-pressed", "false");
  };
  button.addEventListener("click", () => {
    if (playing.has(id)) return still();
    let at = 0;
    const show = () => {
      const frame = one.frames[at % one.frames.length];
      [image.src, time.textContent] = [frame.picture, `${num(frame.at_s, 1)} s`];
      at += 1;
    };
    show();
    playing.set(id, setInterval(show, 500));
    button.textContent = words.stop;
    button.setAttribute("aria-pressed", "true");
  });
  return button;
}
function review(words, event, clip) {
  const known = reviews.get(event.id);
  const text = element("textarea", { "aria-label": words.wrongNote, placeholder: words.wrongNote, oninput: () => drafts.set(event.id, text.value) });
  text.value = drafts.get(event.id) ?? known?.note ?? "";
  const mark = element("button", { type: "button", onclick: () => {
    reviews.set(event.id, { id: event.id, clip: clip.name, dataset: clip.dataset ?? null, video: clip.video, algorithm: event.algorithm, zone: event.zone, outcome: event.outcome,
      truth: event.truth ?? null, hit_s: event.detection?.hit_s ?? null, note: text.value, at: new Date().toISOString() });
    drafts.delete(event.id);
    keep();
    renderReviews(words);
    unmark.hidden = false;
  } }, words.mark);
  const unmark = element("button", { type: "button", hidden: !known, onclick: () => {
    reviews.delete(event.id);
    keep();
    renderReviews(words);
    unmark.hidden = true;
  } }, words.unmark);
  return element("details", { open: Boolean(known) || drafts.has(event.id) }, element("summary", {}, words.wrong), text, mark, " ", unmark);
}
function renderReviews(words) {
  put("reviews-note", words.savedNote(reviews.size, REVIEWS));
  put("save", words.save);
  document.getElementById("save").onclick = () => {
    const content = JSON.stringify({ schema: "piculet-label-reviews", version: 1, reviews: [...reviews.values()] }, null, 1);
    const link = element("a", { href: URL.createObjectURL(new Blob([content + "\n"], { type: "application/json" })), download: REVIEWS });
    link.click();
    URL.revokeObjectURL(link.href);
    forget();
  };
}
addEventListener("hashchange", render);
render();
