import CFuzzer
import Foundation

// Feeds one door of the program with inputs that libFuzzer makes up: Fuzz TARGET [libFuzzer's options and folders].
// `make fuzz` builds and runs it; a trap, a time-out or too much memory ends it and keeps the input.

let doors: [String: () throws -> any FuzzTarget] = [
    "settings": SettingsTarget.init, "grids": GridsTarget.init, "actions": ActionsTarget.init,
    "requests": RequestsTarget.init, "streams": StreamsTarget.init,
]
guard CommandLine.arguments.count > 1, let door = doors[CommandLine.arguments[1]] else {
    print("Fuzz \(doors.keys.sorted().joined(separator: "|")) [libFuzzer's options and folders]")
    exit(2)
}
signal(SIGPIPE, SIG_IGN)
nonisolated(unsafe) let target = try door()

/// What libFuzzer's own main would call; it is never run.
@_cdecl("LLVMFuzzerTestOneInput")
public func neverCalled(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 { 0 }

// Without the target's name.
var rest: [UnsafeMutablePointer<CChar>?] = [CommandLine.unsafeArgv[0]]
rest += (2..<Int(CommandLine.argc)).map { CommandLine.unsafeArgv[$0] } + [nil]
var count = CommandLine.argc - 1
let status = rest.withUnsafeMutableBufferPointer { buffer in
    var words = buffer.baseAddress
    return LLVMFuzzerRunDriver(&count, &words) { bytes, count in
        target.take([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }
}
exit(status)
