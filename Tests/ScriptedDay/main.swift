import Foundation
import Store
import TestSupport

// Runs a scripted day on a store, or goes on with one that broke off: ScriptedDay STORE SEED. With a third word, hours of
// reviews instead. A test kills it.
let words = CommandLine.arguments
guard (3...4).contains(words.count), let seed = UInt64(words[2]) else {
    print("ScriptedDay STORE SEED [reviews]")
    exit(2)
}
let store = try CaseStore(path: words[1], create: true)
if words.count == 4 {
    try ScriptedReviews(seed: seed).run(on: store)
} else {
    try ScriptedDay(seed: seed).run(on: store)
}
