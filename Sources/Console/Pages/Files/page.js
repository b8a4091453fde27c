"use strict";
// Shows what is known. Clocks run by themselves.

let language = localStorage.getItem("language") || (new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh");
if (new URLSearchParams(location.search).has("lang")) language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh";

const word = (name) => WORDS[language][name];
const named = (zh, en) => (language === "zh" ? zh : en);
const serverNow = () => Date.now() + ahead;
const byId = (id) => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function clockText(milliseconds) {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const [days, hours, minutes, seconds] = [Math.floor(total / 86400), Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60];
  const clock = hours || days ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
  return days ? `${days}${named("天 ", "d ")}${clock}` : clock;
}

// In the city's time zone, and free of the browser's locale: every screen of a duty room reads the same.
function timeText(milliseconds, withDate = true) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: known.timeZone, hourCycle: "h23", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(milliseconds).map((one) => [one.type, one.value]));
  const time = `${part.hour}:${part.minute}:${part.second}`;
  return withDate ? `${part.month}-${part.day} ${time}` : time;
}

// A look is seconds old, or something is wrong.
function ageText(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds}${named(" 秒", " s")}` : clockText(milliseconds);
}

const runningClock = (since, className) =>
  element("span", { class: className, "data-since": since, text: clockText(serverNow() - since) });

function row(name, ...content) {
  return [element("dt", { text: word(name) }), element("dd", {}, ...content)];
}

function caseCard(one) {
  const picture = one.missing === null || one.missing === undefined
    ? element("a", { href: `/api/cases/${one.number}/original.jpg`, target: "_blank", class: "picture" },
        element("img", { src: `/api/cases/${one.number}/marked.jpg`, alt: named(one.type.zh, one.type.en), loading: "lazy" }))
    : element("div", { class: "picture none" }, element("span", { text: `${word("noPicture")}: ${named(one.missing.zh, one.missing.en)}` }));
  const path = one.grid ? one.path.slice(-2).join(" › ") : word("desk");
  const unit = [one.unit || word("nobody"), one.person].filter(Boolean).join(" · ");
  return element("article", { class: "case", id: `case-${one.number}`, "data-grid": one.grid || "" },
    picture,
    element("div", { class: "body" },
      element("div", { class: "head" },
        element("div", {},
          element("h3", { text: named(one.type.zh, one.type.en) }),
          element("span", { class: "soft", text: one.cameraName })),
        element("div", { class: "right" },
          runningClock(one.startedAt, "clock"),
          element("span", { class: "badge", text: named(one.state.zh, one.state.en) }))),
      one.marks.length ? element("div", { class: "marks" }, ...one.marks.map((mark) => element("span", { class: "badge bad", text: named(mark.zh, mark.en) }))) : null,
      one.clocks.length ? element("div", { class: "limits" }, ...one.clocks.map(limitText)) : null,
      element("dl", {},
        ...row("unit", unit, one.coUnits.length ? element("span", { class: "soft", text: ` · ${word("with")} ${one.coUnits.join("、")}` }) : ""),
        ...row("grid", element("span", { text: path, title: one.path.join(" › ") }), " ", element("span", { class: "soft code", text: one.grid ? `(${one.grid})` : "" })),
        ...row("began", timeText(one.startedAt), element("span", { class: "soft", text: ` · ${word("hit")} ${timeText(one.hitAt, false)}` }))),
      one.extent ? element("div", { class: "soft line extent", text: named(one.extent.zh, one.extent.en) }) : null,
      partsBar(one),
      element("div", { class: "number", text: one.number })));
}

// How long somebody still has, or by how much they are late.
function limitText(clock) {
  return element("span", { class: "limit", "data-deadline": clock.deadline },
    element("span", { text: named(clock.name.zh, clock.name.en) }), " ", element("b", {}));
}
function tellLimit(limit) {
  const left = Number(limit.dataset.deadline) - serverNow();
  limit.classList.toggle("late", left < 0);
  limit.lastElementChild.textContent = `${word(left < 0 ? "late" : "left")} ${clockText(Math.abs(left))}`;
}
const isLate = (one) => one.clocks.some((clock) => clock.deadline < serverNow());

// Where the time went, against the 28 minutes: a piece for each stage, red where it took more than it should.
const reference = 28 * 60 * 1000;
function partsBar(one) {
  const bar = element("div", { class: "parts" });
  bar.append(...one.parts.map((part) => element("span", {
    "data-used": part.milliseconds, "data-budget": part.budget ?? "", "data-name": named(part.name.zh, part.name.en),
    ...(part.isRunning ? { "data-from": one.partSince } : {}),
  })));
  return element("div", { class: "share" }, bar, element("div", { class: "soft line", "data-running": "" }));
}
function tellParts(share) {
  const pieces = [...share.firstElementChild.children];
  const used = pieces.map((piece) => Number(piece.dataset.used) + (piece.dataset.from ? Math.max(0, serverNow() - Number(piece.dataset.from)) : 0));
  const whole = Math.max(reference, used.reduce((sum, time) => sum + time, 0));
  pieces.forEach((piece, index) => {
    const budget = piece.dataset.budget ? Number(piece.dataset.budget) : null;
    const text = `${piece.dataset.name} ${clockText(used[index])}${budget === null ? "" : ` / ${clockText(budget)}`}`;
    piece.style.width = `${(100 * used[index]) / whole}%`;
    piece.title = text;
    piece.className = (budget !== null && used[index] > budget ? "over" : "") + (piece.dataset.from ? " now" : "");
    if (piece.dataset.from) share.lastElementChild.textContent = `${text} · ${word("ofReference")(Math.round((100 * used.reduce((sum, time) => sum + time, 0)) / reference))}`;
  });
}

function cameraTile(camera) {
  const tile = element("article", { class: `camera ${camera.isFault ? "fault" : camera.state}`, id: `camera-${camera.id}`, "data-state": camera.state, "data-id": camera.id },
    element("div", { class: "picture" },
      element("span", { class: "waiting", text: word("waiting") }),
      element("img", { alt: "", "data-look": camera.id, hidden: "" })),
    element("div", { class: "body" },
      element("div", { class: "head" },
        element("div", {}, element("h3", { text: camera.name }), element("span", { class: "soft", text: camera.id })),
        element("div", { class: "right" }, element("span", { class: `badge ${camera.isFault ? "bad" : "good"}`, text: named(camera.stateName.zh, camera.stateName.en) }))),
      element("div", { class: "soft line" }, `${camera.isFault ? word("sinceTime")(timeText(camera.since)) : word("going")} `, runningClock(camera.since, ""), " · ", lookText(camera)),
      camera.figures ? element("div", { class: "soft line work", "data-work": "", text: workText(camera.figures) }) : null,
      camera.openCases ? element("div", { class: "line open", text: word("openHere")(camera.openCases) }) : null,
      camera.reason.en ? element("div", { class: "line why", text: named(camera.reason.zh, camera.reason.en) }) : null));
  return tile;
}

// Looks come all the time: they change a number, not the tile.
const lookedAt = (camera) => camera.figures && camera.figures.lookedAt;
const cameraShape = (camera) => ({ ...camera, figures: Boolean(camera.figures), looked: Boolean(lookedAt(camera)) });
function touchCamera(tile, camera) {
  const looked = tile.querySelector("[data-looked]");
  if (looked) looked.dataset.looked = lookedAt(camera);
  const work = tile.querySelector("[data-work]");
  if (work && camera.figures) work.textContent = workText(camera.figures);
}

// What watching it took: how much came, how much of it was decoded and looked at.
function workText(work) {
  const count = (number) => number.toLocaleString(word("tag"));
  const megabytes = (work.bytes / 1e6).toLocaleString(word("tag"), { maximumFractionDigits: work.bytes < 1e8 ? 1 : 0 });
  const seconds = (work.cpuMilliseconds / 1000).toLocaleString(word("tag"), { maximumFractionDigits: 1 });
  const policy = named(work.policy.zh, work.policy.en) + (work.isBursting ? ` (${word("bursting")})` : "") + (work.stride > 1 ? ` (${word("thinned")(work.stride)})` : "");
  const parts = [word("work")(policy, count(work.received), count(work.decoded), count(work.looked), megabytes, seconds)];
  if (work.networkLooks) parts.push(word("networks")(count(work.networkLooks), (work.networkMilliseconds / 1000).toLocaleString(word("tag"), { maximumFractionDigits: 1 })));
  // The first day and night of a place are learned; after that there is nothing to say.
  if (work.learnedHours !== undefined && work.learnedHours !== null && work.learnedHours < 24) parts.push(word("learning")(work.learnedHours));
  return parts.join(" · ");
}

function lookText(camera) {
  const looked = lookedAt(camera);
  if (!looked) return element("span", { text: word("never") });
  return element("span", { "data-looked": looked, text: word("looked")(ageText(serverNow() - looked)) });
}

// Keeps what is on the page and changes what changed, so that pictures do not flicker. `shape` is what a child is made
// anew for; what else changes goes into it by `touch`.
function place(container, items, key, make, empty, shape = (item) => item, touch = () => {}) {
  const wanted = new Map(items.map((item) => [key(item), item]));
  for (const child of [...container.children]) if (!wanted.has(child.dataset.key)) child.remove();
  const here = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let before = container.firstElementChild;
  for (const [id, item] of wanted) {
    const content = JSON.stringify([shape(item), language]);
    let child = here.get(id);
    if (!child || child.dataset.content !== content) {
      const made = make(item);
      made.dataset.key = id;
      made.dataset.content = content;
      if (child) {
        keepPicture(child, made);
        if (before === child) before = made;
        child.replaceWith(made);
      }
      child = made;
    } else {
      touch(child, item);
    }
    if (child === before) before = before.nextElementSibling;
    else container.insertBefore(child, before);
  }
  if (!items.length) container.replaceChildren(element("p", { class: "empty", text: empty }));
}

function keepPicture(old, made) {
  const [from, to] = [old.querySelector("img[data-look]"), made.querySelector("img[data-look]")];
  if (!from || !to || from.hidden) return;
  to.previousElementSibling?.remove();
  to.replaceWith(from);
}

function eventRow(event) {
  const camera = known.cameras.get(event.camera);
  const lasted = event.to === null || event.to === undefined
    ? runningClock(event.from, "soft") : element("span", { text: clockText(event.to - event.from) });
  return element("tr", { class: event.isFault ? "fault" : "" },
    element("td", { text: timeText(event.from) }), element("td", {}, lasted),
    element("td", { text: camera ? camera.name : event.camera }),
    element("td", {}, element("span", { class: `badge ${event.isFault ? "bad" : "good"}`, text: named(event.stateName.zh, event.stateName.en) })),
    element("td", { class: "why", text: named(event.reason.zh, event.reason.en) }));
}

function show() {
  document.documentElement.lang = word("tag");
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  byId("language").textContent = word("other");
  byId("link").textContent = connected ? word("linked") : word("unlinked");
  byId("link").className = connected ? "link on" : "link off";
  const cameras = camerasInOrder();
  // What needs somebody comes first.
  const sorted = [...cameras].sort((a, b) => Number(b.isFault) - Number(a.isFault));
  // Who is late comes first, then who has waited longest.
  const cases = casesInOrder().sort((a, b) => Number(isLate(b)) - Number(isLate(a)));
  place(byId("cases"), cases, (one) => one.number, caseCard, word("noCases"));
  place(byId("cameras"), sorted, (one) => one.id, cameraTile, word("noCameras"), cameraShape, touchCamera);
  byId("events").replaceChildren(...eventsInOrder().map(([, event]) => eventRow(event)));
  if (!known.events.size) byId("events").append(element("tr", {}, element("td", { colspan: "5", class: "empty", text: word("noEvents") })));
  showAccuracy();
  byId("alarms").replaceChildren(...known.alarms.map((alarm) =>
    element("div", { class: "alarm" }, element("b", { text: named(alarm.words.zh, alarm.words.en) }), " ", runningClock(alarm.since, "soft"))));
  const live = cameras.filter((camera) => !camera.isFault && camera.state === "live").length;
  byId("figure-cases").firstElementChild.textContent = known.cases.size;
  byId("figure-cases").classList.toggle("hot", known.cases.size > 0);
  byId("figure-cameras").firstElementChild.textContent = `${live}/${cameras.length}`;
  byId("figure-cameras").classList.toggle("hot", cameras.some((camera) => camera.isFault));
  document.title = known.cases.size ? `(${known.cases.size}) Piculet` : "Piculet";
  watchPictures();
  tick();
}

function tick() {
  for (const one of document.querySelectorAll("[data-since]")) one.textContent = clockText(serverNow() - Number(one.dataset.since));
  for (const one of document.querySelectorAll("[data-looked]")) one.textContent = word("looked")(ageText(serverNow() - Number(one.dataset.looked)));
  for (const limit of document.querySelectorAll("[data-deadline]")) tellLimit(limit);
  for (const share of document.querySelectorAll(".share")) tellParts(share);
  const cases = [...known.cases.values()];
  const late = cases.filter(isLate).length;
  byId("figure-late").firstElementChild.textContent = late;
  byId("figure-late").classList.toggle("hot", late > 0);
  const longest = Math.min(...cases.map((one) => one.startedAt));
  byId("figure-longest").firstElementChild.textContent = Number.isFinite(longest) ? clockText(serverNow() - longest) : "–";
}

// Pictures are asked for only where they are seen: a camera makes none that nobody looks at.
const inSight = new Set();
const sight = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) inSight.add(entry.target.dataset.id);
    else inSight.delete(entry.target.dataset.id);
  }
}, { rootMargin: "100px" });
const watched = new WeakSet();
function watchPictures() {
  for (const tile of document.querySelectorAll("article.camera")) {
    if (!watched.has(tile)) { watched.add(tile); sight.observe(tile); }
  }
}
function renewPictures() {
  if (document.hidden) return;
  for (const id of inSight) {
    const tile = byId(`camera-${id}`);
    const image = tile && tile.querySelector("img[data-look]");
    if (!image) continue;
    const fresh = new Image();
    fresh.onload = () => {
      image.src = fresh.src;
      image.hidden = false;
      image.previousElementSibling?.remove();
    };
    fresh.src = `/api/cameras/${encodeURIComponent(id)}/look.jpg?${Math.floor(Date.now() / 1000)}`;
  }
}

byId("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
  show();
});
show();
listen();
setInterval(tick, 1000);
setInterval(renewPictures, 2000);
setTimeout(renewPictures, 300);
