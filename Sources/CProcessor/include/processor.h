#ifndef PICULET_PROCESSOR_H
#define PICULET_PROCESSOR_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

/* What cpuid and xgetbv tell of a processor and its operating system. */
struct piculet_processor {
    uint32_t leaf1_ecx;
    uint32_t leaf7_ebx;
    uint32_t extended1_ecx;
    /* 0 where the operating system does not let it be read. */
    uint32_t xcr0;
};

/* The bits of x86-64-v3, with all of v2, as the psABI lists them (x86-64 psABI 1.0, table 3.1). */
enum {
    /* SSE3, SSSE3, FMA, CMPXCHG16B, SSE4.1, SSE4.2, MOVBE, POPCNT, OSXSAVE, AVX, F16C */
    piculet_v3_leaf1_ecx = 1 << 0 | 1 << 9 | 1 << 12 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 22 | 1 << 23 | 1 << 27
        | 1 << 28 | 1 << 29,
    /* BMI1, AVX2, BMI2 */
    piculet_v3_leaf7_ebx = 1 << 3 | 1 << 5 | 1 << 8,
    /* LAHF and SAHF, LZCNT */
    piculet_v3_extended1_ecx = 1 << 0 | 1 << 5,
    /* The operating system keeps the registers of SSE and AVX. */
    piculet_v3_xcr0 = 1 << 1 | 1 << 2,
};

static inline bool piculet_is_x86_64_v3(struct piculet_processor it) {
    return (it.leaf1_ecx & piculet_v3_leaf1_ecx) == piculet_v3_leaf1_ecx
        && (it.leaf7_ebx & piculet_v3_leaf7_ebx) == piculet_v3_leaf7_ebx
        && (it.extended1_ecx & piculet_v3_extended1_ecx) == piculet_v3_extended1_ecx
        && (it.xcr0 & piculet_v3_xcr0) == piculet_v3_xcr0;
}

/* This processor; all zero on another architecture. */
static inline struct piculet_processor piculet_this_processor(void) {
    struct piculet_processor it = {0, 0, 0, 0};
#if defined(__x86_64__)
    uint32_t a, b, c, d;
    if (__get_cpuid(1, &a, &b, &c, &d)) it.leaf1_ecx = c;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) it.leaf7_ebx = b;
    if (__get_cpuid(0x80000001, &a, &b, &c, &d)) it.extended1_ecx = c;
    if (it.leaf1_ecx & 1 << 27) {
        __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
        it.xcr0 = a;
    }
#endif
    return it;
}

/* Whether this processor and its operating system run x86-64-v3 code: AVX2 with all its company. */
static inline bool piculet_runs_x86_64_v3(void) { return piculet_is_x86_64_v3(piculet_this_processor()); }

#endif
