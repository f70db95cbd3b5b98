/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The few calls of OPAL that Linux makes for an old bridge, and that a PHB3 takes otherwise.
 *
 * All others go to the firmware with their registers as they are (entry.S).
 */
#ifndef SHIM_CALLS_H
#define SHIM_CALLS_H

#include "bridges.h"
#include "opal.h"

/* A first level of TCEs for one PE: 512 KiB, aligned to that. */
#define FIRST_LEVEL_SIZE 0x80000u
/* How many PEs can do DMA at the same time. */
#define MOST_PES 32

/* Prepares for these bridges; `first_levels` has room for MOST_PES first levels. Returns NULL, or which call is missing. */
const char *calls_begin(enum bridges bridges, void *first_levels);

/* Bit N is set when call N is answered here; no call above 63 is. Read by entry.S. */
extern uint64_t answered_calls;

/* Answers one of those calls. Only one processor is here at a time (entry.S has the lock). */
int64_t answer_call(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t call);

#endif
