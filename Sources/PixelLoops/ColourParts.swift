/// How red, green and blue are made of brightness and colour.
package struct ColourParts: Hashable, Sendable {
    package let black: Float
    package let gain: Float
    package let red: Float
    package let greenU: Float
    package let greenV: Float
    package let blue: Float

    package init(black: Float, gain: Float, red: Float, greenU: Float, greenV: Float, blue: Float) {
        (self.black, self.gain, self.red) = (black, gain, red)
        (self.greenU, self.greenV, self.blue) = (greenU, greenV, blue)
    }
}
