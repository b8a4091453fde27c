#!/usr/bin/env python3
"""Writes the figures of docs/accuracy.md from scores, or checks that they are those of today.

    accuracy.py FOLDER                     FOLDER/drawn, real, whole, stills, full-drawn and full-whole hold each a score.json;
                                           what is not there is kept
    accuracy.py --check FOLDER [NAME ...]  status 1 where the document says something else, or where one of the scores that are
                                           named (all six, if none is) is not there; how many persons were counted may differ
                                           by a twentieth: networks round a little otherwise on another processor

Drawn and real are never mixed; bad figures come first.
"""

import argparse
import json
import re
import sys
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
ORDER = {"missed": 0, "false": 1, "late": 2, "found": 3}
NAMES = ("drawn", "real", "whole", "stills", "full-drawn", "full-whole")
NONE = "–"


def row(*cells):
    """A row of a table: what stands in a cell ends none."""
    return "| " + " | ".join(str(cell).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def number(value, form):
    """What has no value is left out of the file."""
    return NONE if value is None else format(value, form)


def rate(share):
    if share.get("value") is None:
        return f"{NONE} (n = 0)"
    return f"{share['value']:.2f} [{share['low']:.2f}, {share['high']:.2f}], n = {share['n']}"


def day(frequency):
    if frequency.get("value") is None:
        return NONE
    return f"{frequency['value']:.1f} [{frequency['low']:.1f}, {frequency['high']:.1f}]"


def figures(score):
    rows = ["| policy | algorithm | clips, hours | found, missed, false | precision | recall | false a day | time to detect |",
            "|---|---|---|---|---|---|---|---|"]
    for policy in score["policies"]:
        for one in [policy["overall"], *policy["algorithms"]]:
            if not one["clips"]:
                continue
            delay = one["time_to_detect"]
            told = f"{delay['median_s']:.1f} s (longest {delay['longest_s']:.1f})" if delay["n"] else NONE
            rows.append(row(
                policy["policy"], one["algorithm"], f"{one['clips']}, {one['hours']:.2f}",
                f"{one['found']}, {one['missed']}, {one['false_alarms']}", rate(one["precision"]), rate(one["recall"]),
                day(one["false_per_day"]), told))
    return rows


def what_happened(event):
    if event["outcome"] == "missed":
        closest = event.get("closest")
        return "not told" + (f"; measured {closest['measure']:g} of {closest['threshold']:g}, lasted {closest['lasted_s']:g} s "
                             f"of {closest['needed_s']:g} s" if closest else "")
    seen = event["detection"]
    told = f"told at {seen['hit_s']:.1f} s, measure {seen['measure']:.1f}"
    if event["outcome"] == "false":
        return told
    return f"{told}, {seen['hit_s'] - event['truth']['start_s']:.1f} s after it began"


def events(score):
    rows = ["| outcome | policy | clip | algorithm | what happened |", "|---|---|---|---|---|"]
    for event in sorted(score["events"], key=lambda one: (ORDER[one["outcome"]], one["id"])):
        name = {"false": "false alarm"}.get(event["outcome"], event["outcome"])
        rows.append(row(name, event["policy"], event["clip"], event["algorithm"], what_happened(event)))
    return rows


def counts(score):
    told = [(policy["policy"], one) for policy in score["policies"] for one in policy["counts"]]
    if not told:
        return []
    return ["", "| policy | counting persons | moments | MAE | RMSE | bias | within 20 % |", "|---|---|---|---|---|---|---|"] + [
        row(policy, one["algorithm"], one["n"], number(one.get("mean_absolute"), ".1f"),
            number(one.get("root_mean_square"), ".1f"), number(one.get("bias"), "+.1f"), rate(one["within_fifth"]))
        for policy, one in told]


def boxes(score):
    judged, rest = [], []
    for policy in score["policies"]:
        told = policy.get("boxes") or {"judged": [], "unreported": []}
        judged += [row(policy["policy"], one["algorithm"], f"{one['boxes']}, {one['moments']}", number(one.get("ap"), ".3f"),
                       number(one.get("ap50"), ".3f")) for one in told["judged"]]
        rest += [f"{one['boxes']} boxes of `{one['label']}` in {one['moments']} moments: none of the algorithms reports boxes "
                 "of that label." for one in told["unreported"]]
    head = ["", "| policy | boxes of | boxes, moments | AP | AP50 |", "|---|---|---|---|---|"]
    return [*(head + judged if judged else []), *(["", *dict.fromkeys(rest)] if rest else [])]


def stills(score):
    rows = ["| algorithm | with, without, unclear | cameras | AUC | recall at 1 % false | recall at 5 % false | told by its rule |",
            "|---|---|---|---|---|---|---|"]
    asked_of = score.get("stills") or []
    for one in asked_of:
        asked = [one["positives"], one["negatives"], one["unclear"]]
        cells = [one["algorithm"], ", ".join(map(str, asked)), one["cameras"]]
        figures = one.get("figures")
        if not figures:
            rows.append(row(*cells, *[NONE] * 4))
            continue
        area = figures["auc"]
        told = number(area.get("value"), ".3f")
        told += f" [{area['low']:.3f}, {area['high']:.3f}]" if area.get("low") is not None else ""
        rows.append(row(*cells, told, *[rate(at["recall"]) for at in figures["recall_at"]],
                        f"{rate(figures['told']['recall'])}, false {rate(figures['told']['false_positives'])}"))
    unjudged = [one for one in asked_of if not one.get("figures")]
    notes = [f"{one['positives'] + one['negatives'] + one['unclear']} pictures ask for `{one['algorithm']}`, which is not built "
             "in: not judged." for one in unjudged]
    return "\n".join([*rows, *([""] if notes else []), *notes])


def block(score):
    parts = []
    if score["clips"]:
        told = events(score) if score["events"] else ["Nothing was told, and nothing was there."]
        parts.append("\n".join([*figures(score), *counts(score), *boxes(score), "", *told]))
    if score.get("stills") or not score["clips"]:
        parts.append(stills(score))
    return "\n\n".join(parts)


def filled(text, name, content):
    begin, end = f"<!-- score {name} -->", f"<!-- end {name} -->"
    if begin not in text or end not in text:
        sys.exit(f"the marks {begin} and {end} are missing in the document")
    return text[: text.index(begin) + len(begin)] + "\n" + content + "\n" + text[text.index(end):]


def is_same(old, new):
    """Whether two lines say the same; in those of persons counted a decimal may differ by a twentieth, or by 0.15."""
    if old == new:
        return True
    words = [re.split(r"(-?\+?\d+\.\d+)", line) for line in (old, new)]
    if not ("| crowd |" in old and ("measure" in old or "n = " in old)) or len(words[0]) != len(words[1]):
        return False
    return words[0][::2] == words[1][::2] and all(
        abs(float(a) - float(b)) <= max(0.15, 0.05 * abs(float(a))) for a, b in zip(words[0][1::2], words[1][1::2]))


parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("names", nargs="*", metavar="NAME")
parser.add_argument("--check", action="store_true")
parser.add_argument("--document", type=Path, default=DOCUMENT)
options = parser.parse_intermixed_args()
for name in options.names:
    if name not in NAMES:
        sys.exit(f"there is no score '{name}' in the document; known: {', '.join(NAMES)}")
before = after = options.document.read_text(encoding="utf-8")
for name in options.names or NAMES:
    path = options.folder / name / "score.json"
    if path.exists():
        after = filled(after, name, block(json.loads(path.read_text(encoding="utf-8"))))
    elif options.check:
        sys.exit(f"{path} is not there: nothing says what {options.document.name} should say")
if not options.check:
    options.document.write_text(after, encoding="utf-8")
else:
    old, new = before.splitlines(), after.splitlines()
    changed = [line for line in new if line not in old] if len(old) != len(new) else [
        line for was, line in zip(old, new) if not is_same(was, line)]
    if changed or len(old) != len(new):
        sys.stdout.reconfigure(errors="backslashreplace")
        for line in changed:
            print("now:", line)
        sys.exit(f"{options.document.name} is stale: run 'make score'")
