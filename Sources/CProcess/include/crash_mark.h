// Remembers over a crash of this process which camera each thread was busy with.
//
// In C because a signal handler may do next to nothing, and Swift promises nothing of what it does there.
#pragma once
#include <stdint.h>

#define CRASH_MARK_SLOTS 64
#define CRASH_MARK_NAME 264

/// The file's content, mapped into memory: it outlives the process, not the machine.
struct crash_mark {
    uint32_t magic;
    /// A fatal signal came; SIGKILL leaves no trace and is nobody's fault.
    uint32_t crashed;
    /// The slot of the worker that it came to; -1: another thread.
    int32_t slot;
    uint32_t reserved;
    /// The camera that the thread read to which it came; empty: it was no reader.
    char reading[CRASH_MARK_NAME];
    /// The camera that is being decoded in each slot.
    char cameras[CRASH_MARK_SLOTS][CRASH_MARK_NAME];
};

#define CRASH_MARK_MAGIC 0x50494356u

/// Maps a file, emptied, and watches for fatal signals. Returns 0, or the error number.
int crash_mark_open(const char *path);
/// The calling thread decodes a camera in a slot.
void crash_mark_begin(int slot, const char *camera);
/// It is done.
void crash_mark_end(int slot);
/// The calling thread reads a camera from now on, until it ends. Any number of threads may.
void crash_mark_read(const char *camera);
