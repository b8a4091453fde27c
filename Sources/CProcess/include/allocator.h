// Settings of glibc's allocator, whose header Swift does not import.
#pragma once
#include <malloc.h>

/// Blocks of so many bytes and more are taken from the system and given back to it one by one.
static inline int allocator_set_large_block(int bytes) { return mallopt(M_MMAP_THRESHOLD, bytes); }
