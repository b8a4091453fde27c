"use strict";
// What the server told: everything at first, then what changed.

const known = { timeZone: "UTC", cases: new Map(), cameras: new Map(), figures: new Map(), order: [], events: new Map(), alarms: [], accuracy: [] };
let ahead = 0; // the server's clock less this machine's, milliseconds
let connected = false;
const eventsShown = 100;

function take(news) {
  ahead = news.now - Date.now();
  known.timeZone = news.timeZone;
  if (news.isWhole) for (const part of [known.cases, known.cameras, known.figures, known.events]) part.clear();
  for (const one of news.cases || []) known.cases.set(one.number, one);
  for (const number of news.gone || []) known.cases.delete(number);
  for (const camera of news.cameras || []) known.cameras.set(camera.id, camera);
  for (const figures of news.figures || []) known.figures.set(figures.camera, figures);
  if (news.order) watchOnly(news.order);
  for (const event of news.events || []) known.events.set(`${event.from} ${event.camera}`, event);
  for (const [key] of eventsInOrder().slice(eventsShown)) known.events.delete(key);
  if (news.alarms) known.alarms = news.alarms;
  if (news.accuracy) known.accuracy = news.accuracy;
}

function watchOnly(order) {
  known.order = order;
  const watched = new Set(order);
  for (const part of [known.cameras, known.figures]) for (const id of [...part.keys()]) if (!watched.has(id)) part.delete(id);
}

// The latest first.
const eventsInOrder = () => [...known.events].sort(([, a], [, b]) => b.from - a.from || (a.camera < b.camera ? -1 : 1));

// The longest clock first.
const casesInOrder = () => [...known.cases.values()].sort((a, b) => a.startedAt - b.startedAt || (a.number < b.number ? -1 : 1));

// With what watching it took, and how many cases are open there.
function camerasInOrder() {
  const open = new Map();
  for (const one of known.cases.values()) open.set(one.camera, (open.get(one.camera) || 0) + 1);
  return known.order.map((id) => known.cameras.get(id)).filter(Boolean).map((camera) =>
    ({ ...camera, figures: known.figures.get(camera.id), openCases: open.get(camera.id) || 0 }));
}

function listen() {
  const source = new EventSource("/api/events");
  source.onmessage = (message) => { connected = true; take(JSON.parse(message.data)); show(); };
  source.onerror = () => {
    connected = false;
    show();
    // The browser comes back by itself, but not after it was refused.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 10000);
  };
}
