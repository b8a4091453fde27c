/// What the last search took still foreground for, as `ScenePlanes.things` keeps it pixel by pixel; 0: for nothing.
enum ThingMark: UInt8 {
    /// Not told yet: it is held like a thing.
    case unclear = 1
    /// A thing, but too small, or not at rest all around.
    case judged
    /// A thing that was reported.
    case reported
    /// One that is too wide for a person who stands.
    case bulky
}
