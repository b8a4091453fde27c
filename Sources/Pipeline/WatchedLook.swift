import Media

/// All that one look told, for whoever draws it over its picture.
package struct WatchedLook: Sendable {
    /// What came and stays, as the scene has it.
    package struct Still: Sendable {
        package let box: Box
        package let since: MediaTime

        package init(box: Box, since: MediaTime) { (self.box, self.since) = (box, since) }
    }

    /// What a search found; looks in between follow motion alone and find nothing.
    package struct Found: Sendable {
        package let still: [Still]
        package let moving: [Box]
        /// One for each algorithm and zone that could be judged.
        package let traced: [TracedLook]

        package init(still: [Still], moving: [Box], traced: [TracedLook]) {
            (self.still, self.moving, self.traced) = (still, moving, traced)
        }
    }

    package let at: MediaTime
    /// nil: nothing was searched for.
    package let found: Found?
    package let events: [CameraEvent]

    package init(at: MediaTime, found: Found?, events: [CameraEvent]) {
        (self.at, self.found, self.events) = (at, found, events)
    }
}
