#!/usr/bin/env python3
"""Writes the sample responsibility tree: 1 + 5 + 6 + 42 + 190 = 244 grids in five levels, as a town of this kind has.

    grids.py > ../grids.yaml

The leaves tile a rectangle of 19 x 10 cells without gap or overlap; places and people are invented.
"""

WEST, SOUTH, CELL = 121.400, 31.660, 0.006
COMPREHENSIVE = [("jiangdong-1", "长江第一综合网格", "police"), ("jiangdong-2", "长江第二综合网格", "police"),
                 ("dongwang-1", "东旺第一综合网格", "police"), ("dongwang-2", "东旺第二综合网格", "police"),
                 ("beihu", "北湖综合网格", "enterprise")]
COMMITTEES = [("yongfeng", "永丰居委", 0), ("linhai", "林海居委", 1), ("guangming", "光明居委", 2),
              ("tuanjie", "团结居委", 3), ("hubin", "湖滨居委", 4), ("tantu", "滩涂居委", 4)]
HEADS = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"


def head(number):
    return HEADS[number % len(HEADS)] + "某"


def line(**fields):
    return "- {" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value is not None) + "}"


def main():
    print("# The sample responsibility tree, written by generator/grids.py: 1 + 5 + 6 + 42 + 190 = 244 grids.")
    print("# A grid: id (unique), name, level (1 is the top), parent, kind (free text), unit (who handles; none: the parent's), head, deputies,")
    print("# operator (who runs it, if not the town), network (default operation; others such as police or forest lie beside it over the")
    print("# same ground), disposal (grids of another network whose units deal with what happens here), from and until (the first day")
    print("# it holds, the first day it holds no more; none: always), updated (when its data was looked through), polygon.")
    print("# Order does not matter. Polygons are WGS 84, longitude first. 'piculet grid check' names overlaps and gaps.")
    print(line(id="dongping", name="东平镇", level=1, kind="town", unit="镇城运中心", head=head(0)))
    for number, (ident, name, kind) in enumerate(COMPREHENSIVE):
        print(line(id=ident, name=name, level=2, parent="dongping", kind=kind, unit=name + "工作站", head=head(number + 1)))
    for number, (ident, name, above) in enumerate(COMMITTEES):
        print(line(id=ident, name=name, level=3, parent=COMPREHENSIVE[above][0], kind="committee", head=head(number + 6)))
    leaf = 0
    for micro in range(42):
        kind, ident = ("party", f"micro-{micro + 1:02}") if micro < 23 else ("enterprise", f"micro-{micro + 1:02}")
        name = f"红梅党建微网格{micro + 1:02}" if micro < 23 else f"红色连队微网格{micro - 22:02}"
        print(line(id=ident, name=name, level=4, parent=COMMITTEES[micro // 7][0], kind=kind, head=head(micro + 12)))
        for _ in range(5 if micro < 22 else 4):
            west, south = WEST + leaf % 19 * CELL, SOUTH + leaf // 19 * CELL
            east, north = west + CELL, south + CELL
            corners = ", ".join(f"[{x:.3f}, {y:.3f}]" for x, y in
                                ((west, south), (east, south), (east, north), (west, north)))
            leaf += 1
            print(line(id=f"leaf-{leaf:03}", name=f"叶脉{leaf:03}", level=5, parent=ident, kind="leaf",
                       head=head(leaf), polygon=f"[{corners}]"))


main()
