#!/usr/bin/env python3
"""Writes three more responsibility trees, of other shapes than the sample's: samples/districts.

    districts.py ../districts

jinshan: a district of 11 towns and 37 comprehensive grids with 304 units of four kinds, 54 heads and deputies.
kangqiao: a town of 6 areas, 30 villages and committees and 251 micro-grids, with 771 people, and 37 blocks of shops.
meilong: 6 large, 128 middle, 40 small and 60 micro grids, and 8 disposal grids across.
Counts are as operators published them; names of places beyond the town, people and days are invented.
"""

import pathlib
import sys

HEADS = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"


def line(**fields):
    return "- {" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value is not None) + "}"


def jinshan():
    yield line(id="jinshan", name="金山区", level=1, kind="district", unit="区城运中心", head="王某")
    for town in range(11):
        yield line(id=f"town-{town + 1:02}", name=f"街镇{town + 1:02}", level=2, parent="jinshan", kind="town", unit=f"街镇{town + 1:02}城运中心",
                   head=HEADS[town] + "某")
    for grid in range(37):
        # 37 heads and 17 deputies are 54.
        deputies = f"[{HEADS[(grid + 5) % 20]}某某]" if grid < 17 else None
        yield line(id=f"zone-{grid + 1:02}", name=f"综合网格{grid + 1:02}", level=3, parent=f"town-{grid % 11 + 1:02}", kind="comprehensive",
                   unit=f"综合网格{grid + 1:02}工作站", head=HEADS[(grid + 9) % 20] + "某", deputies=deputies)
    unit = 0
    for kind, name, count in [("village", "居村", 247), ("block", "街区", 41), ("park", "园区", 12), ("building", "楼宇", 4)]:
        for number in range(count):
            yield line(id=f"{kind}-{number + 1:03}", name=f"{name}{number + 1:03}", level=4, parent=f"zone-{unit % 37 + 1:02}", kind=kind)
            unit += 1


def kangqiao():
    yield line(id="kangqiao", name="康桥镇", level=1, kind="town", unit="镇城运中心", head="王某")
    for area in range(6):
        yield line(id=f"area-{area + 1}", name=f"片区{area + 1}", level=2, parent="kangqiao", kind="area", unit=f"片区{area + 1}工作站",
                   head=HEADS[area] + "某")
    for village in range(30):
        yield line(id=f"village-{village + 1:02}", name=f"居村{village + 1:02}", level=3, parent=f"area-{village % 6 + 1}", kind="village")
    for micro in range(251):
        yield line(id=f"micro-{micro + 1:03}", name=f"微网格{micro + 1:03}", level=4, parent=f"village-{micro % 30 + 1:02}", kind="micro",
                   head=f"网格长{micro + 1:03}")
        yield line(id=f"group-{micro + 1:03}", name=f"楼组{micro + 1:03}", level=5, parent=f"micro-{micro + 1:03}", kind="group")
    for block in range(37):
        yield line(id=f"shops-{block + 1:02}", name=f"沿街商铺区块{block + 1:02}", level=1, network="shops", kind="shops", head=HEADS[block % 20] + "某",
                   updated=f"2023-07-{block % 14 + 1:02}")


def kangqiao_people():
    yield "# Who works in Kangqiao's micro-grids: a head, a full-time officer and often part-time ones each; written by generator/districts.py."
    yield 'version: "2023-07"'
    yield "units:"
    yield "  - {name: 镇城运中心, grid: kangqiao}"
    for area in range(6):
        yield f"  - {{name: 片区{area + 1}工作站, grid: area-{area + 1}}}"
    yield "people:"
    for micro in range(251):
        unit, grid = f"片区{micro % 30 % 6 + 1}工作站", f"micro-{micro + 1:03}"
        yield f"  - {{name: 网格长{micro + 1:03}, unit: {unit}, grid: {grid}, roles: [grid_head]}}"
        yield f"  - {{name: 专职{micro + 1:03}, unit: {unit}, grid: {grid}, roles: [handler]}}"
    for part in range(269):
        yield (f"  - {{name: 兼职{part + 1:03}, unit: 片区{part % 251 % 30 % 6 + 1}工作站, grid: micro-{part % 251 + 1:03}, roles: [handler], "
               "part_time: true}")
    yield "rules:"
    yield "  - {id: all}"


def meilong():
    for disposal in range(8):
        yield line(id=f"disposal-{disposal + 1}", name=f"处置网格{disposal + 1}", level=1, network="disposal", kind="disposal",
                   unit=f"处置队{disposal + 1}", head=HEADS[disposal] + "某")
    for large in range(6):
        yield line(id=f"large-{large + 1}", name=f"大网格{large + 1}", level=1, kind="large", unit="镇城运中心", head=HEADS[large] + "某")
    middle = 0
    for kind, name, count in [("village", "居村网格", 78), ("street", "街面网格", 4), ("extended", "拓展网格", 46)]:
        for number in range(count):
            # Where two disposal grids meet, both deal with it.
            both = f"[disposal-{middle // 16 + 1}" + (f", disposal-{middle // 16 + 2}]" if middle % 16 == 15 and middle < 112 else "]")
            yield line(id=f"{kind}-{number + 1:02}", name=f"{name}{number + 1:02}", level=2, parent=f"large-{middle % 6 + 1}", kind=kind, disposal=both)
            middle += 1
    for small in range(40):
        yield line(id=f"small-{small + 1:02}", name=f"小网格{small + 1:02}", level=3, parent=f"village-{small + 1:02}", kind="small")
    for micro in range(60):
        yield line(id=f"micro-{micro + 1:02}", name=f"微网格{micro + 1:02}", level=4, parent=f"small-{micro % 40 + 1:02}", kind="micro")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for make in [jinshan, kangqiao, meilong]:
        words = make.__doc__ or make.__name__
        head = f"# {words}: one of the trees that generator/districts.py writes; what the fields mean: ../grids.yaml."
        (folder / f"{make.__name__}.yaml").write_text("\n".join([head, *make()]) + "\n")
    (folder / "kangqiao-dispatch.yaml").write_text("\n".join(kangqiao_people()) + "\n")


main()
