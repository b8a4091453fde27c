import Media

/// One camera as it is to be watched; two that are equal need no restart.
package struct CameraPlan: Equatable, Sendable {
    package let setup: CameraSetup
    package let address: SourceAddress

    package init(setup: CameraSetup, address: SourceAddress) { (self.setup, self.address) = (setup, address) }

    package var id: String { setup.id }
}
