/// A decoded picture's brightness and colour, 8 bits each, read where they lie.
package struct PicturePlanes {
    /// One plane: rows of bytes, `stride` apart.
    package struct Rows {
        package let base: UnsafePointer<UInt8>
        package let stride: Int
        package let width: Int
        package let height: Int

        package init(base: UnsafePointer<UInt8>, stride: Int, width: Int, height: Int) {
            (self.base, self.stride, self.width, self.height) = (base, stride, width, height)
        }
    }

    package let y: Rows
    /// nil: the picture is grey. Spread evenly over the picture, whatever their size.
    package let colour: (u: Rows, v: Rows)?
    package let coding: ColourCoding

    package init(y: Rows, colour: (u: Rows, v: Rows)?, coding: ColourCoding) {
        (self.y, self.colour, self.coding) = (y, colour, coding)
    }
}

/// How levels of brightness and colour stand for red, green and blue: ITU-R BT.601 or BT.709, of limited range (16...235)
/// or full.
package struct ColourCoding: Hashable, Sendable {
    package let isBT709: Bool
    package let isFullRange: Bool

    package init(isBT709: Bool, isFullRange: Bool) { (self.isBT709, self.isFullRange) = (isBT709, isFullRange) }

    /// The shares of red and of blue in the brightness.
    package var shares: (red: Double, blue: Double) { isBT709 ? (0.2126, 0.0722) : (0.299, 0.114) }
}
