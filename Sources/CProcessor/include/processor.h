#ifndef PICULET_PROCESSOR_H
#define PICULET_PROCESSOR_H

#include <stdbool.h>

/* Whether this processor and its operating system run x86-64-v3 code (AVX2 with its company). Always false elsewhere. */
static inline bool piculet_runs_x86_64_v3(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
        && __builtin_cpu_supports("fma") && __builtin_cpu_supports("popcnt");
#else
    return false;
#endif
}

#endif
