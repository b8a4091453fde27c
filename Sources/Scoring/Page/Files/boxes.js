// Boxes: how well they lie, and those that no algorithm reports.
function renderBoxes(words, scope) {
  const boxes = scope.boxes;
  document.getElementById("boxes").hidden = !boxes;
  if (!boxes) return;
  put("boxes-title", words.boxes.title);
  put("boxes-note", words.boxes.note);
  const rows = boxes.judged.filter((b) => !choice.algorithm || b.algorithm === choice.algorithm).map((b) => element("tr", {}, element("th", { scope: "row" }, named(b.algorithm)),
    element("td", {}, `${b.boxes} / ${b.moments}`), element("td", {}, num(b.ap)), element("td", {}, num(b.ap50))));
  const rest = boxes.unreported.map((b) => element("tr", {}, element("th", { scope: "row" }, b.label),
    element("td", {}, `${b.boxes} / ${b.moments}`), element("td", { colspan: 2 }, words.boxes.unreported)));
  const heads = [words.boxes.label, words.boxes.counts, "AP", "AP50"];
  put("boxes-table", element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...rows, ...rest));
}
