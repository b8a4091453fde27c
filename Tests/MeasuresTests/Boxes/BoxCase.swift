import Measures

/// Pictures and what pycocotools makes of them, as the reference file has them: each truth and each detection is a list.
struct BoxCase: Decodable {
    struct Listed: Decodable {
        let truths: [ListedTruth]
        let detections: [ListedDetection]

        var picture: BoxPrecision.Picture {
            BoxPrecision.Picture(detections: detections.map(\.detection), truths: truths.map(\.truth))
        }
    }

    struct ListedTruth: Decodable {
        let truth: BoxPrecision.Truth

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            truth = BoxPrecision.Truth(
                category: "\(try list.decode(Int.self))", box: BoxPrecision.Box(try list.decode([Double].self)),
                isCrowd: try list.decode(Bool.self))
        }
    }

    struct ListedDetection: Decodable {
        let detection: BoxPrecision.Detection

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            detection = BoxPrecision.Detection(
                category: "\(try list.decode(Int.self))", box: BoxPrecision.Box(try list.decode([Double].self)),
                score: try list.decode(Double.self))
        }
    }

    let pictures: [Listed]
    let ap: Double?
    let ap50: Double?
}

extension BoxPrecision.Box {
    fileprivate init(_ sides: [Double]) { self.init(x: sides[0], y: sides[1], width: sides[2], height: sides[3]) }
}
