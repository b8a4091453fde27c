import Media

/// What a clip's video says of itself.
package struct SeenVideo: Hashable, Sendable {
    /// nil: it does not say.
    package let length: Duration?
    /// nil: it does not say.
    package let size: PixelSize?
    /// Why it cannot be opened, in English; nil: it can.
    package let fault: String?

    package init(length: Duration? = nil, size: PixelSize? = nil, fault: String? = nil) {
        (self.length, self.size, self.fault) = (length, size, fault)
    }
}
