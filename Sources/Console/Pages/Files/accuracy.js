"use strict";
// How often algorithms were right in the street.

// Hundredths to one place; only all is 100.
const percent = (share) => (share < 1 ? Math.min(share * 100, 99.9) : 100).toFixed(1);

function accuracyRow(one) {
  const isDecided = one.precision !== null && one.precision !== undefined;
  const badge = { met: "good", missed: "bad", open: "" }[one.standing];
  return element("tr", { id: `accuracy-${one.algorithm}` },
    element("td", { text: named(one.name.zh, one.name.en) }),
    element("td", {}, ...(isDecided
      ? [`${percent(one.precision)}% `, element("span", { class: `badge ${badge}`, text: word("standing")[one.standing] })]
      : [element("span", { class: "soft", text: word("undecided") })])),
    element("td", { text: isDecided ? `${percent(one.lower)}–${percent(one.upper)}% · n=${one.correct + one.wrong}` : "–" }),
    element("td", { text: `${one.correct} / ${one.wrong}` }),
    element("td", { text: word("ofHits")(one.reviewed, one.hits) }),
    element("td", { text: one.leftOut }),
    element("td", { text: one.trend.length ? one.trend.map((share) => percent(share)).join(" → ") : "–" }));
}

function showAccuracy() {
  byId("accuracy").replaceChildren(...known.accuracy.map(accuracyRow));
  if (!known.accuracy.length) byId("accuracy").append(element("tr", {}, element("td", { colspan: "7", class: "empty", text: word("noAccuracy") })));
}
