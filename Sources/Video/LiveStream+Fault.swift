import CFFmpeg
import Media

extension LiveStream {
    /// How far a connection had come when it failed.
    enum Step { case opening, reading }

    /// What a result code of libavformat means.
    static func fault(_ code: Int32, _ intake: Intake, _ interrupt: Interrupt, _ step: Step) -> SourceFault {
        if interrupt.wasCalledOff { return .cancelled }
        if code == piculet_out_of_memory { intake.noteOutOfMemory() }
        if let excess = intake.excess { return .excessive(excess) }
        if let host = intake.foreignHost { return .foreign(host) }
        // Whatever an answer that broke off in the middle was taken for.
        if interrupt.isOver { return intake.isFed ? .excessive(.data) : timedOut(step) }
        switch code {
        case piculet_unauthorized, piculet_forbidden:
            return SourceFault(
                .refused,
                Words(
                    zh: "摄像机拒绝用户名或密码。请核对环境变量和摄像机设置。",
                    en: "the camera refuses the name or the password. Check both in the environment and the camera."))
        case piculet_exit, piculet_timed_out: return intake.isFed ? .excessive(.data) : timedOut(step)
        case piculet_end where step == .reading:
            return SourceFault(.ended, Words(zh: "码流已结束。请检查摄像机。", en: "the stream ended. Check the camera."))
        case piculet_invalid_data, piculet_end:
            return SourceFault(
                .garbage,
                Words(
                    zh: "收到的不是码流。请核对摄像机地址。",
                    en: "it sends what is no stream. Check that the address is the camera's."))
        default:
            let detail = VideoError.words(code)
            return SourceFault(
                .unreachable,
                Words(
                    zh: "无法连接（\(detail)）。请检查摄像机、地址和网络。",
                    en: "it cannot be reached: \(detail). Check the camera, its address and the network."))
        }
    }

    private static func timedOut(_ step: Step) -> SourceFault {
        let words =
            step == .reading
            ? Words(zh: "超时没有后续数据。请检查摄像机和网络。", en: "nothing more came in time. Check the camera and the network.")
            : Words(zh: "没有及时应答。请检查摄像机和网络。", en: "it does not answer in time. Check the camera and the network.")
        return SourceFault(.timedOut, words)
    }
}

extension SourceFault {
    static func excessive(_ excess: Intake.Excess) -> SourceFault {
        let what =
            switch excess {
            case .data: Words(zh: "持续发送数据，却没有完整画面", en: "it sends on and on, and no whole picture comes")
            case .header: Words(zh: "应答过长，没有结尾", en: "its answer is too long, or does not end")
            case .playlist: Words(zh: "播放列表过大", en: "its playlist is too long")
            case .addresses: Words(zh: "播放列表中的地址过多或过长", en: "its playlist names too many addresses, or too long ones")
            case .packet: Words(zh: "单幅画面数据过大", en: "one of its pictures is too large")
            case .memory: Words(zh: "要求的内存过多", en: "what it sends asks for too much memory")
            }
        return SourceFault(
            .excessive,
            Words(
                zh: "\(what.zh)，已断开。请检查摄像机及其地址。",
                en: "\(what.en); it was disconnected. Check the camera and its address."))
    }

    fileprivate static func foreign(_ host: String) -> SourceFault {
        SourceFault(
            .foreignHost,
            Words(
                zh: "播放列表指向主机“\(host)”，该摄像机未列出它。若确属此摄像机，请写入 hosts。",
                en: "its playlist leads to the host '\(host)', which the camera does not list. "
                    + "If it belongs to the camera, add it to 'hosts'."))
    }
}
