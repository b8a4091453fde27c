/// Pixel-wise arithmetic on masks (0 or 255).
package enum Masks {
    /// Sets the target where the mask is set and the value at least `least`.
    package static func select(
        _ mask: Plane<UInt8>, where values: Plane<Float>, atLeast least: Float, into target: Plane<UInt8>
    ) {
        let (m, v, t) = (mask.base, values.base, target.base)
        var i = 0
        let count = mask.count
        while i < count {
            t[i] = v[i] >= least ? m[i] : 0
            i &+= 1
        }
    }

    /// Clears the target where the mask is set and the value above `limit`.
    package static func clear(
        _ target: Plane<UInt8>, under mask: Plane<UInt8>, where values: Plane<Float>, above limit: Float
    ) {
        let (m, v, t) = (mask.base, values.base, target.base)
        var i = 0
        let count = mask.count
        while i < count {
            t[i] = (m[i] != 0 && v[i] > limit) ? 0 : t[i]
            i &+= 1
        }
    }

    /// Clears the target where the mask is set.
    package static func clear(_ target: Plane<UInt8>, under mask: Plane<UInt8>) {
        let (m, t) = (mask.base, target.base)
        var i = 0
        let count = mask.count
        while i < count {
            t[i] &= ~m[i]
            i &+= 1
        }
    }
}
