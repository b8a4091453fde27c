#include "crash_mark.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct crash_mark *mark;
static __thread int current_slot = -1;
static __thread char current_reading[CRASH_MARK_NAME];

static void note(int signal_number) {
    if (mark) {
        mark->slot = current_slot;
        for (int at = 0; at < CRASH_MARK_NAME; at++) mark->reading[at] = current_reading[at];
        mark->crashed = 1;
    }
    // The handler was taken off when it was called: this ends the process as the signal would have.
    raise(signal_number);
}

int crash_mark_open(const char *path) {
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return errno;
    // Its pages are taken at once: a mapping of pages that a full disk does not have would end this process.
    int reason = posix_fallocate(file, 0, sizeof(struct crash_mark));
    if (reason != 0) {
        close(file);
        return reason;
    }
    void *memory = mmap(NULL, sizeof(struct crash_mark), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (memory == MAP_FAILED) return errno;
    mark = memory;
    memset(mark, 0, sizeof *mark);
    mark->magic = CRASH_MARK_MAGIC;
    mark->slot = -1;
    const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
    for (size_t index = 0; index < sizeof fatal / sizeof *fatal; index++) {
        struct sigaction action = {0};
        action.sa_handler = note;
        action.sa_flags = SA_RESETHAND | SA_NODEFER;
        sigaction(fatal[index], &action, NULL);
    }
    return 0;
}

void crash_mark_begin(int slot, const char *camera) {
    if (!mark || slot < 0 || slot >= CRASH_MARK_SLOTS) return;
    strncpy(mark->cameras[slot], camera, CRASH_MARK_NAME - 1);
    current_slot = slot;
}

void crash_mark_read(const char *camera) { strncpy(current_reading, camera, CRASH_MARK_NAME - 1); }

void crash_mark_end(int slot) {
    current_slot = -1;
    if (!mark || slot < 0 || slot >= CRASH_MARK_SLOTS) return;
    mark->cameras[slot][0] = 0;
}
