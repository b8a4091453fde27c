// Crashes on a thread of its choice, for a test of what is left behind: CrashingProgram FILE reader|worker|other
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "crash_mark.h"

static pthread_barrier_t all_marked;
static const char *guilty;

static void crash_if(const char *name) {
    pthread_barrier_wait(&all_marked);
    if (strcmp(guilty, name) == 0) {
        volatile int *nowhere = 0;
        *nowhere = 1;
    }
    pause();
}

static void *read_first(void *unused) {
    crash_mark_read("read-1");
    crash_if("nobody");
    return unused;
}

static void *read_second(void *unused) {
    crash_mark_read("read-2");
    crash_if("reader");
    return unused;
}

static void *decode_first(void *unused) {
    crash_mark_begin(0, "decoded-1");
    crash_if("nobody");
    return unused;
}

static void *decode_second(void *unused) {
    crash_mark_begin(1, "decoded-2");
    crash_if("worker");
    return unused;
}

int main(int count, char **arguments) {
    if (count != 3 || crash_mark_open(arguments[1]) != 0) return 64;
    guilty = arguments[2];
    pthread_barrier_init(&all_marked, 0, 5);
    void *(*const all[])(void *) = {read_first, read_second, decode_first, decode_second};
    for (int index = 0; index < 4; index++) {
        pthread_t thread;
        if (pthread_create(&thread, 0, all[index], 0) != 0) return 70;
    }
    crash_if("other");
    return 0;
}
