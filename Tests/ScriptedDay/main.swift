import Foundation
import Store
import TestSupport

// Runs a scripted day on a store, or goes on with one that broke off: ScriptedDay STORE SEED. A test kills it.
let words = CommandLine.arguments
guard words.count == 3, let seed = UInt64(words[2]) else {
    print("ScriptedDay STORE SEED")
    exit(2)
}
try ScriptedDay(seed: seed).run(on: CaseStore(path: words[1], create: true))
