extension [String] {
    /// Each once, in the order in which they come.
    package var inOrderOnce: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
