#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library: calls back with one input after another. Some of its options end the process.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *bytes, size_t count));
