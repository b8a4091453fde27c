#ifndef PICULET_ALLOCATION_COUNTER_H
#define PICULET_ALLOCATION_COUNTER_H

/* How many times this thread, and this process, asked for heap memory so far. */
unsigned long piculet_thread_allocations(void);
unsigned long piculet_allocations(void);

#endif
