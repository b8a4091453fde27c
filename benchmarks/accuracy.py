#!/usr/bin/env python3
"""Writes the figures of docs/accuracy.md from scores, or checks that they are those of today.

    accuracy.py FOLDER            FOLDER/drawn, real, whole and stills hold each a score.json; what is not there is kept
    accuracy.py --check FOLDER    status 1 where the document says something else

Drawn and real are never mixed; bad figures come first.
"""

import argparse
import json
import sys
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
ORDER = {"missed": 0, "false": 1, "late": 2, "found": 3}


def rate(share):
    if share.get("value") is None:
        return "– (n = 0)"
    return f"{share['value']:.2f} [{share['low']:.2f}, {share['high']:.2f}], n = {share['n']}"


def day(frequency):
    if frequency.get("value") is None:
        return "–"
    return f"{frequency['value']:.1f} [{frequency['low']:.1f}, {frequency['high']:.1f}]"


def figures(score):
    rows = ["| policy | algorithm | clips, hours | found, missed, false | precision | recall | false a day | time to detect |",
            "|---|---|---|---|---|---|---|---|"]
    for policy in score["policies"]:
        for one in [policy["overall"], *policy["algorithms"]]:
            if not one["clips"]:
                continue
            delay = one["time_to_detect"]
            told = f"{delay['median_s']:.1f} s (longest {delay['longest_s']:.1f})" if delay["n"] else "–"
            rows.append(
                f"| {policy['policy']} | {one['algorithm']} | {one['clips']}, {one['hours']:.2f} "
                f"| {one['found']}, {one['missed']}, {one['false_alarms']} | {rate(one['precision'])} | {rate(one['recall'])} "
                f"| {day(one['false_per_day'])} | {told} |")
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
        rows.append(f"| {name} | {event['policy']} | {event['clip']} | {event['algorithm']} | {what_happened(event)} |")
    return rows


def counts(score):
    told = [(policy["policy"], one) for policy in score["policies"] for one in policy["counts"]]
    if not told:
        return []
    return ["", "| policy | counting persons | moments | MAE | RMSE | bias | within 20 % |", "|---|---|---|---|---|---|---|"] + [
        f"| {policy} | {one['algorithm']} | {one['n']} | {one['mean_absolute']:.1f} | {one['root_mean_square']:.1f} "
        f"| {one['bias']:+.1f} | {rate(one['within_fifth'])} |" for policy, one in told]


def boxes(score):
    judged, rest = [], []
    for policy in score["policies"]:
        told = policy.get("boxes") or {"judged": [], "unreported": []}
        judged += [f"| {policy['policy']} | {one['algorithm']} | {one['boxes']}, {one['moments']} | {one['ap']:.3f} "
                   f"| {one['ap50']:.3f} |" for one in told["judged"] if one.get("ap") is not None]
        rest += [f"{one['boxes']} boxes of `{one['label']}` in {one['moments']} moments: none of the algorithms reports boxes "
                 "of that label." for one in told["unreported"]]
    head = ["", "| policy | boxes of | boxes, moments | AP | AP50 |", "|---|---|---|---|---|"]
    return [*(head + judged if judged else []), *(["", *dict.fromkeys(rest)] if rest else [])]


def stills(score):
    rows = ["| algorithm | with, without, unclear | cameras | AUC | recall at 1 % false | recall at 5 % false | told by its rule |",
            "|---|---|---|---|---|---|---|"]
    for one in score["stills"]:
        asked = [one["positives"], one["negatives"], one["unclear"]]
        row = f"| {one['algorithm']} | {', '.join(map(str, asked))} | {one['cameras']} "
        figures = one.get("figures")
        if not figures:
            rows.append(row + "| – | – | – | – |")
            continue
        area = figures["auc"]
        told = "–" if area.get("value") is None else f"{area['value']:.3f}"
        told += f" [{area['low']:.3f}, {area['high']:.3f}]" if area.get("low") is not None else ""
        rows.append(f"{row}| {told} | {' | '.join(rate(at['recall']) for at in figures['recall_at'])} "
                    f"| {rate(figures['told']['recall'])}, false {rate(figures['told']['false_positives'])} |")
    unjudged = [one for one in score["stills"] if not one.get("figures")]
    notes = [f"{one['positives'] + one['negatives'] + one['unclear']} pictures ask for `{one['algorithm']}`, which is not built "
             "in: not judged." for one in unjudged]
    return "\n".join([*rows, *([""] if notes else []), *notes])


def block(score):
    if not score["clips"]:
        return stills(score)
    return "\n".join([*figures(score), *counts(score), *boxes(score), "", *(events(score) if score["events"] else ["Nothing was told, and nothing was there."])])


def filled(text, name, content):
    begin, end = f"<!-- score {name} -->", f"<!-- end {name} -->"
    if begin not in text or end not in text:
        sys.exit(f"{DOCUMENT.name}: the marks {begin} and {end} are missing")
    return text[: text.index(begin) + len(begin)] + "\n" + content + "\n" + text[text.index(end):]


parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("--check", action="store_true")
options = parser.parse_args()
before = after = DOCUMENT.read_text()
for name in ("drawn", "real", "whole", "stills"):
    path = options.folder / name / "score.json"
    if path.exists():
        after = filled(after, name, block(json.loads(path.read_text())))
if not options.check:
    DOCUMENT.write_text(after)
elif after != before:
    for line in after.splitlines():
        if line not in before.splitlines():
            print("now:", line)
    sys.exit(f"{DOCUMENT.name} is stale: run 'make score'")
