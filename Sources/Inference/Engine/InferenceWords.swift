import Media

/// What the networks say, in both languages.
enum InferenceWords {
    static let noLibrary = Words(zh: "没有 OpenVINO 库", en: "OpenVINO's library is not there")
    static let bringLibrary = Words(
        zh: "请运行 make deps，或用 PICULET_OPENVINO 指出它所在的文件夹。",
        en: "Run `make deps`, or name its folder in PICULET_OPENVINO.")
    static func cannotBeOpened(_ why: String) -> Words {
        Words(zh: "无法打开 OpenVINO 库：\(why)", en: "OpenVINO's library cannot be opened: \(why)")
    }
    static func noNetwork(_ why: String) -> Words {
        Words(zh: "不是 OpenVINO 能读的网络：\(why)", en: "OpenVINO cannot read it as a network: \(why)")
    }
    static let verifyNetwork = Words(
        zh: "请运行 piculet model verify 检查文件。", en: "Check the file with `piculet model verify`.")
    static func otherInput(_ shape: [Int], _ wanted: [Int]) -> Words {
        Words(
            zh: "它的输入是 \(shape.written)，不是 \(wanted.written)",
            en: "its input has the shape \(shape.written), not \(wanted.written)")
    }
    static func failed(_ why: String) -> Words { Words(zh: "推理失败：\(why)", en: "it failed: \(why)") }
    static func otherOutput(_ index: Int, _ shape: [Int], _ wanted: String) -> Words {
        Words(
            zh: "第 \(index + 1) 个输出是 \(shape.written)，应为 \(wanted)",
            en: "output \(index + 1) has the shape \(shape.written), not \(wanted)")
    }
    static func notFloats(_ index: Int) -> Words {
        Words(zh: "第 \(index + 1) 个输出不是 32 位浮点数", en: "output \(index + 1) is not of 32-bit floats")
    }
    static let mendManifest = Words(
        zh: "请检查网络清单中的输入与输出形式。", en: "Check the input and the output form in the network's manifest.")
}

extension [Int] {
    fileprivate var written: String { map(String.init).joined(separator: " x ") }
}
