import Media

extension Pack {
    /// What the program knows where no folder of packs is there; `models` has the same in YAML, which a test holds to these.
    package static let builtIn = [streetStall, crowd, waterlogging, muckTruck]

    private static let (street, water, muck) = ("lite0-street", "lite0-water", "lite0-muck")
    /// Finds more persons and vehicles than ours, where somebody pulled it.
    private static let crossroad = "person-vehicle-bike-detection-crossroad-1016"
    private static let (items2026, items2013, items2007) = ("GB/T 47678.5-2026", "GB/T 30428.2-2013", "CJ/T 214-2007")

    package static let streetStall = Pack(
        AlgorithmProfile(
            id: "street-stall", nameZH: "占道经营", nameEN: "Street stall",
            zoneKinds: [.pavement, .publicSpace, .watch], lastingKey: .dwell, lasting: .seconds(180), threshold: nil,
            gap: .seconds(6), quietAfter: .seconds(20 * 60), handlingHours: 2),
        version: 1,
        meaning: Words(
            zh: "人行道或公共空间上出现了原先没有的、摊位大小的物品，并一直停留；车辆和站在一起的人不算。启用前就在那里的摊位看不出来。",
            en:
                "Something of a stall's size that was not there before stands on a pavement or in a public space and stays; "
                + "vehicles and people who stand together are left out. A stall that was there when the camera was "
                + "switched on is not seen."),
        items: [ItemCode(standard: items2026, code: "09006"), ItemCode(standard: items2013, code: "04-06")],
        looksFor: .stillThing(
            StillThing.Terms(
                width: 0.6...8, height: 0.25...3, area: 0.2, slimmest: 0.7, joinedWithin: 0.25,
                networks: [crossroad, street],
                vehicle: .never(0.6), people: 0.6)))

    package static let crowd = Pack(
        AlgorithmProfile(
            id: "crowd", nameZH: "人群聚集", nameEN: "Crowd", zoneKinds: [.pavement, .publicSpace, .watch],
            lastingKey: .hold, lasting: .seconds(60), threshold: 50, gap: .seconds(2), quietAfter: .seconds(10 * 60),
            handlingHours: 4, measures: .persons),
        version: 1,
        meaning: Words(
            zh: "区域内的人数达到阈值并持续。人数由网络识别的人数折算；没有网络时按画面中活动的面积估算。",
            en:
                "As many persons as the threshold says are in the zone, and stay. Those that the network finds are counted, "
                + "and more for those it misses; without a network what moves is counted."),
        items: [ItemCode(standard: items2007, code: "04-09")],
        looksFor: .persons(
            .init(finders: [
                .init(network: crossroad, recall: 0.73, precision: 0.99),
                .init(network: street, recall: 0.63, precision: 0.92),
            ])))

    package static let waterlogging = Pack(
        AlgorithmProfile(
            id: "waterlogging", nameZH: "道路积水", nameEN: "Waterlogging", zoneKinds: [.road, .watch],
            lastingKey: .hold, lasting: .seconds(180), threshold: 0.5, gap: .seconds(30),
            quietAfter: .seconds(30 * 60), handlingHours: 2, measures: .share, steady: 0.7),
        version: 2,
        meaning: Words(
            zh: "道路区域被积水覆盖的比例达到阈值并持续，且没有明显消退。有地面标尺时报面积，有水深标记时报水深；反光的湿路面有时会误报，区域应只画路面。",
            en:
                "Standing water covers as much of the road's zone as the threshold says, and stays without running off. Its "
                + "area is told where the camera has a ground scale, its depth by marks; wet asphalt that shines is told at "
                + "times, so the zone should be the road alone."
        ),
        items: [ItemCode(standard: items2013, code: "05-06"), ItemCode(standard: items2007, code: "04-06")],
        looksFor: .cells(.init(network: water, label: "water", unusual: 0.1)))

    package static let muckTruck = Pack(
        AlgorithmProfile(
            id: "muck-truck", nameZH: "渣土车", nameEN: "Muck truck", zoneKinds: [.road, .watch], lastingKey: .dwell,
            lasting: .zero, threshold: nil, gap: .seconds(6), quietAfter: .seconds(10), handlingHours: 2, passes: true),
        version: 1,
        meaning: Words(
            zh: "自卸式渣土车驶过道路，每驶过一次报一次。是否遮盖、是否泄漏、车牌和准运证看不出来；画面中不足 50 像素宽的车辆不判断。",
            en:
                "A tipper passes along a road; each passage is told once. Whether its load is covered or spills, its plate and its "
                + "permit are not seen; vehicles narrower than 50 pixels are not judged."),
        items: [],
        looksFor: .passage(Passage.Terms(network: muck, label: "muck-truck", size: 1.2, sure: 0.7)))
}
