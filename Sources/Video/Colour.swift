import CFFmpeg
import FrameKernels

/// A colour as people name it, and as planes of brightness and colour hold it.
package struct Colour: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// How red, green and blue make up brightness; films of the small sizes and of the large ones differ.
    package enum Matrix: Sendable {
        case bt601, bt709

        /// The shares of red and of blue in the brightness.
        fileprivate var shares: (red: Double, blue: Double) {
            ColourCoding(isBT709: self == .bt709, isFullRange: false).shares
        }

        var space: AVColorSpace { self == .bt601 ? AVCOL_SPC_SMPTE170M : AVCOL_SPC_BT709 }
        var primaries: AVColorPrimaries { self == .bt601 ? AVCOL_PRI_SMPTE170M : AVCOL_PRI_BT709 }
        var transfer: AVColorTransferCharacteristic { self == .bt601 ? AVCOL_TRC_SMPTE170M : AVCOL_TRC_BT709 }
    }

    /// Brightness 16...235 and colour 16...240, the limited range.
    func levels(_ matrix: Matrix) -> (y: UInt8, u: UInt8, v: UInt8) {
        let (red, green, blue) = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
        let shares = matrix.shares
        let y = shares.red * red + (1 - shares.red - shares.blue) * green + shares.blue * blue
        let u = (blue - y) / (1 - shares.blue) / 2
        let v = (red - y) / (1 - shares.red) / 2
        return (Self.byte(16 + 219 * y), Self.byte(128 + 224 * u), Self.byte(128 + 224 * v))
    }

    init(_ levels: (y: UInt8, u: UInt8, v: UInt8), _ matrix: Matrix) {
        let y = (Double(levels.y) - 16) / 219
        let (u, v) = ((Double(levels.u) - 128) / 112, (Double(levels.v) - 128) / 112)
        let shares = matrix.shares
        let red = y + v * (1 - shares.red)
        let blue = y + u * (1 - shares.blue)
        let green = (y - shares.red * red - shares.blue * blue) / (1 - shares.red - shares.blue)
        self.init(Self.byte(255 * red), Self.byte(255 * green), Self.byte(255 * blue))
    }

    private static func byte(_ value: Double) -> UInt8 { UInt8(min(max(value.rounded(), 0), 255)) }
}

extension Frame {
    /// What its stream says, or what is usual for its size.
    package var matrix: Colour.Matrix {
        switch pointer.pointee.colorspace {
        case AVCOL_SPC_BT709: .bt709
        case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M, AVCOL_SPC_FCC: .bt601
        default: height >= 720 ? .bt709 : .bt601
        }
    }
}
