#include "received.h"

#include <stdbool.h>
#include <sys/socket.h>

static __thread bool is_counting;
static __thread int64_t bytes;

void received_begin(void) {
    is_counting = true;
    bytes = 0;
}

int64_t received_bytes(void) { return bytes; }

// The same as the C library's: recvfrom(2) without an address. A thread that counts gets 64 KB at a time at most, so
// that it is asked again before much more has come.
ssize_t recv(int socket, void *buffer, size_t length, int flags) {
    if (!is_counting) return recvfrom(socket, buffer, length, flags, 0, 0);
    const size_t most = 65536;
    const ssize_t count = recvfrom(socket, buffer, length > most ? most : length, flags, 0, 0);
    if (count > 0) bytes += count;
    return count;
}
