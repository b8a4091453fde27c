import Media

/// What can be wrong with a picture that comes as it should, in the order in which it is told: a black picture is also
/// a still one, a covered lens also has no edges.
package enum PictureFault: Hashable, Sendable, CaseIterable {
    case black, blinded, frozen, moved, blurred, noisy

    /// How long it must last before it is told.
    var patience: Duration {
        switch self {
        case .black, .blinded, .moved: .seconds(10)
        // At night nothing may move, but a sensor always rustles; focus hunts, rain falls for moments.
        case .frozen, .blurred, .noisy: .seconds(30)
        }
    }

    var state: HealthState {
        switch self {
        case .black: .black
        case .blinded: .blinded
        case .frozen: .frozen
        case .moved: .moved
        case .blurred: .blurred
        case .noisy: .noisy
        }
    }

    var words: Words {
        switch self {
        case .black: Words(zh: "画面全黑。", en: "the picture is black")
        case .blinded:
            Words(zh: "镜头被遮挡或被强光直射，看不到现场。", en: "the lens is covered or dazzled: nothing of the place is seen")
        case .frozen: Words(zh: "画面静止不变。", en: "each picture is like the one before")
        case .moved:
            Words(
                zh: "镜头朝向已变，区域不再吻合，算法已暂停。请转回原位，或重画区域后重新加载配置。",
                en:
                    "the camera looks elsewhere, its zones do not fit and its algorithms rest: turn it back, or draw the "
                    + "zones anew and reload the configuration")
        case .blurred: Words(zh: "画面模糊，请检查对焦和镜头。", en: "the picture is out of focus: see to the lens")
        case .noisy: Words(zh: "画面噪声过大。", en: "the picture is full of noise")
        }
    }
}
