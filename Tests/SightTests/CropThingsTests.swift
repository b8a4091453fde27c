import Inference
import Media
import Scene
import Sight
import Testing

/// What a network that judges things one by one is shown.
@Suite struct CropThingsTests {
    private let crops = NetworkManifest.Crops(
        found: .init(by: "street", classes: ["vehicle"], least: 0.3), moving: 1, margin: 0.1, narrowest: 50, most: 6)
    private let lorry = Box(x: 0.3, y: 0.4, width: 0.3, height: 0.3)

    private func scene(_ boxes: Box...) -> SceneLook {
        SceneLook(
            at: .zero, aspect: 16 / 9, personScale: .streetCamera, still: [],
            masses: boxes.map { Mass(box: $0, area: $0.area / 2, active: 0, established: 0, sudden: 0) })
    }

    @Test func `vehicles that were found, and what moves and is as large where none was`() {
        let other = Box(x: 0.7, y: 0.4, width: 0.25, height: 0.3)
        let person = Box(x: 0.1, y: 0.5, width: 0.03, height: 0.2)
        let found = [
            NetworkObject(label: "vehicle", score: 0.6, box: lorry),
            NetworkObject(label: "vehicle", score: 0.2, box: other),
            NetworkObject(label: "person", score: 0.9, box: person),
        ]
        #expect(crops.things(found, scene(lorry, other, person)) == [lorry, other])
        #expect(crops.things(found, scene()) == [lorry])
        #expect(crops.things([], scene(lorry)) == [lorry])
    }

    @Test func `what covers little of a mass is a part of it, and what the picture's edge cuts is not judged`() {
        let cab = Box(x: 0.5, y: 0.4, width: 0.1, height: 0.3)
        let found = [NetworkObject(label: "vehicle", score: 0.6, box: cab)]
        #expect(crops.things(found, scene(lorry)) == [cab, lorry])
        #expect(crops.things([], scene(Box(x: 0.72, y: 0.4, width: 0.28, height: 0.3))).isEmpty)
    }

    @Test func `without a network what moves is shown, and without a size what is found`() {
        let moving = NetworkManifest.Crops(found: nil, moving: 1, margin: 0, narrowest: 50, most: 6)
        #expect(moving.things([NetworkObject(label: "vehicle", score: 1, box: lorry)], scene()).isEmpty)
        let found = NetworkManifest.Crops(found: crops.found, moving: nil, margin: 0, narrowest: 50, most: 6)
        #expect(found.things([], scene(lorry)).isEmpty)
    }

    @Test func `where only what moves and is large is asked for, parked vehicles and cars are left out`() {
        let moving = NetworkManifest.Crops(
            found: .init(by: "street", classes: ["vehicle"], least: 0.3, isMoving: true, size: 1.2), moving: 1,
            margin: 0, narrowest: 50, most: 6)
        let found = [NetworkObject(label: "vehicle", score: 0.6, box: lorry)]
        #expect(moving.things(found, scene()).isEmpty)
        #expect(moving.things(found, scene(lorry)) == [lorry])
        let passerBy = Box(x: 0.4, y: 0.5, width: 0.12, height: 0.2)
        #expect(crops.things([], scene(passerBy)) == [passerBy], "large enough by itself")
        #expect(moving.things(found, scene(passerBy)).isEmpty, "before a parked lorry it is no vehicle that drives")
        let car = Box(x: 0.3, y: 0.6, width: 0.2, height: 0.1)
        #expect(moving.things([NetworkObject(label: "vehicle", score: 0.6, box: car)], scene(car)).isEmpty)
    }
}
