import Media

/// How large something is on the ground, as JSON lines say it; what is not known is null.
extension JSONLine {
    init(_ extent: Extent) {
        var (area, isRough, width): (Value, Value, Value) = (.null, .null, .null)
        switch extent.size {
        case .area(let squareMetres, let rough): (area, isRough) = (.number(squareMetres), .flag(rough))
        case .width(let metres): width = .number(metres)
        case .noScale, nil: break
        }
        var (depth, below): (Value, Value) = (.null, .null)
        switch extent.depth {
        case .atLeast(let centimetres): depth = .number(centimetres)
        case .below(let centimetres): below = .number(centimetres)
        case .noMarks, nil: break
        }
        self.init([
            "area_m2": area, "is_rough": isRough, "width_m": width, "depth_from_cm": depth, "depth_below_cm": below,
            "trend": extent.trend.map { .text($0.rawValue) } ?? .null,
        ])
    }
}
