import Media
import Yams

/// Reads what a camera's configuration says of the ground: `ground`, its scale, and `depth`, marks of known height
/// (docs/ground.md).
struct GroundSection {
    let reader: Reader

    /// Metres on the ground, from wherever they are counted; heights of people; widths of cars; heights of marks.
    private static let (metres, heights, widths) = (-10_000.0...10_000.0, 0.5...2.5, 1.0...4.0)
    private static let centimetres = 1.0...500.0
    /// Degrees across the picture, from a long lens to a very wide one.
    private static let views = 10.0...140.0

    /// - Parameters:
    ///   - camera: its fields; what is not about the ground is left.
    ///   - zones: of the camera.
    func ground(_ camera: [String: Node], _ key: String, zones: [Zone]) -> CameraGround {
        if camera["ground"] != nil, camera["person"] != nil {
            reader.note(camera["person"], "\(key).person", GroundWords.personToo)
        }
        let marks = reader.list(camera["depth"], "\(key).depth", atMost: 100).enumerated().compactMap {
            mark($1, "\(key).depth[\($0)]", zones)
        }
        return CameraGround(reference: camera["ground"].flatMap { reference($0, "\(key).ground") }, depths: marks)
    }

    private func reference(_ node: Node, _ key: String) -> GroundReference? {
        let kinds = ["points", "people", "cars"]
        let fields = reader.fields(node, key, allowed: kinds + ["view"])
        guard node.mapping != nil else { return nil }
        let said = kinds.filter { fields[$0] != nil }
        guard let kind = said.first, said.count == 1 else {
            reader.note(node, key, GroundWords.oneKind)
            return nil
        }
        let (its, faults) = ("\(key).\(kind)", reader.count)
        let items = reader.list(fields[kind], its, atMost: 100).enumerated().map { ($1, "\(its)[\($0)]") }
        let view = reader.number(fields["view"], "\(key).view", in: Self.views) ?? GroundScale.usualView
        let (places, things) =
            kind == "points"
            ? (items.compactMap { place($0, $1) }, [])
            : ([], items.compactMap { kind == "people" ? person($0, $1) : car($0, $1) })
        guard reader.count == faults else { return nil }
        do throws(GroundFault) {
            switch kind {
            case "points": return try GroundReference(places: places, view: view)
            case "people": return try GroundReference(people: things, view: view)
            default: return try GroundReference(cars: things, view: view)
            }
        } catch {
            reader.note(fields[kind], its, error.words)
            return nil
        }
    }

    private func place(_ node: Node, _ key: String) -> GroundReference.Place? {
        let fields = reader.fields(node, key, allowed: ["at", "metres"], required: ["at", "metres"])
        guard let at = picturePoint(fields["at"], "\(key).at"),
            let metres = fields["metres"].flatMap({
                reader.point($0, "\(key).metres", x: Self.metres, y: Self.metres)
            })
        else { return nil }
        return GroundReference.Place(at, metres: metres)
    }

    private func person(_ node: Node, _ key: String) -> GroundReference.Thing? {
        thing(node, key, from: "foot", to: "head", usual: GroundScale.person, sizes: Self.heights)
    }

    private func car(_ node: Node, _ key: String) -> GroundReference.Thing? {
        thing(node, key, from: "left", to: "right", usual: GroundScale.car, sizes: Self.widths)
    }

    private func thing(
        _ node: Node, _ key: String, from: String, to: String, usual: Double, sizes: ClosedRange<Double>
    ) -> GroundReference.Thing? {
        let fields = reader.fields(node, key, allowed: [from, to, "metres"], required: [from, to])
        let metres = reader.number(fields["metres"], "\(key).metres", in: sizes)
        guard let one = picturePoint(fields[from], "\(key).\(from)"),
            let other = picturePoint(fields[to], "\(key).\(to)")
        else { return nil }
        return GroundReference.Thing(from: one, to: other, metres: metres ?? usual)
    }

    private func mark(_ node: Node, _ key: String, _ zones: [Zone]) -> DepthMark? {
        let fields = reader.fields(node, key, allowed: ["at", "cm"], required: ["at", "cm"])
        let centimetres = reader.number(fields["cm"], "\(key).cm", in: Self.centimetres)
        guard let at = picturePoint(fields["at"], "\(key).at"), let centimetres else { return nil }
        if !zones.isEmpty, !zones.map(\.polygon).hold(at.insidePicture) {
            reader.note(fields["at"], "\(key).at", GroundWords.noZone)
        }
        return DepthMark(at: at, centimetres: centimetres)
    }

    private func picturePoint(_ node: Node?, _ key: String) -> Point? {
        node.flatMap { reader.point($0, key, x: 0...1, y: 0...1) }
    }
}
