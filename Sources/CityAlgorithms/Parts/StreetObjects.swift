import Media
import Scene

/// What a network says of the persons and vehicles in a street.
struct StreetObjects {
    /// What the networks of `models/networks` call them.
    private static let persons: Set<String> = ["person", "body"]
    private static let vehicles: Set<String> = [
        "vehicle", "two-wheeler", "lorry", "car", "bus", "truck", "motorcycle", "bicycle",
    ]

    private let objects: [FoundObject]

    init(_ objects: [FoundObject]) { self.objects = objects }

    /// A person of which the network is so sure counts; one of which it is less sure counts where something moves. Both are
    /// the scores at which the teachers of lite0-street were believed alone and together; benches and pillars that pass for
    /// people never move.
    private static let sure = 0.45
    private static let likely = 0.3

    /// Those whose feet are in a zone.
    func persons(in zone: Polygon, _ scene: SceneLook) -> [FoundObject] {
        objects.filter { object in
            guard Self.persons.contains(object.label), object.score >= Self.likely,
                zone.contains(object.box.foot.insidePicture)
            else { return false }
            return object.score >= Self.sure
                || scene.masses.contains { $0.box.intersection(object.box) > 0.1 * object.box.area }
        }
    }

    /// A shape without what persons cover of it.
    func withoutPersons(_ shape: Silhouette, of box: Box) -> Silhouette {
        var rest = shape
        for object in objects where Self.persons.contains(object.label) && object.score >= Self.likely {
            rest.remove(object.box, of: box)
        }
        return rest
    }

    /// How sure it is that most of a box is a vehicle, 0..1.
    func isVehicle(_ box: Box) -> Double { vehicles(on: box).map(\.score).max() ?? 0 }

    private static let twoWheelers: Set<String> = ["two-wheeler", "motorcycle", "bicycle"]

    /// The vehicle on four wheels or more that covers most of a box, the surest of several.
    func car(on box: Box) -> FoundObject? {
        vehicles(on: box).filter { !Self.twoWheelers.contains($0.label) }.max { $0.score < $1.score }
    }

    private func vehicles(on box: Box) -> [FoundObject] {
        objects.filter { Self.vehicles.contains($0.label) && $0.box.intersection(box) > 0.5 * box.area }
    }
}
