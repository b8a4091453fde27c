extension Box {
    /// How much of the smaller of two boxes lies within the other, 0..1.
    package func overlap(_ other: Box) -> Double { intersection(other) / min(area, other.area) }
}
