// Counts what a thread receives from stream sockets.
//
// libavformat's RTSP opens its own sockets and tells nobody what comes through them. It reads them with recv(2), which
// this program defines in the C library's stead; the dynamic linker takes the program's. In C, for it is a symbol of C.
#pragma once
#include <stdint.h>

/// Counts from now on, for the calling thread, from zero.
void received_begin(void);
/// Bytes since then.
int64_t received_bytes(void);
