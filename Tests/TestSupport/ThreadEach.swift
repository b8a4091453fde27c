import Foundation

/// Runs each job on a thread of its own: for tests that block. Tasks share as many threads as there are processors, so two
/// tests that wait would keep everybody else from running.
package final class ThreadEach: TaskExecutor {
    package static let shared = ThreadEach()

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = Thread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        // As large as a main thread's: tests parse and decode.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
