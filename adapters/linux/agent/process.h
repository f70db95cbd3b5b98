/* SPDX-License-Identifier: CC0-1.0 */
#ifndef PROCESS_H
#define PROCESS_H

#include "plan.h"

/*
 * Prepares this process for a case: maps its buffers, sets RLIMIT_MEMLOCK, drops CAP_IPC_LOCK unless it is listed.
 * Returns NULL, or why the case cannot be performed on this machine.
 */
const char *prepare_process(struct test_case *test);

/*
 * Puts memory of a kind at an address: private and anonymous, with each page written unless the backing is none. Returns NULL, or
 * why this machine cannot.
 */
const char *put_memory(uintptr_t at, uint64_t size, enum backing backing, bool writable);

/* Sets RLIMIT_MEMLOCK; UINT64_MAX is unlimited. Returns NULL, or why this process cannot. */
const char *limit_memory(uint64_t bytes);

/* Takes CAP_IPC_LOCK, or gives it up for now. Returns NULL, or why this process cannot. */
const char *use_ipc_lock(bool use);

/* VmLck of this process in host pages, or -1. */
long locked_pages(void);

/* The address that "NAME+0xOFFSET" or a plain number means; *ok becomes false when it means nothing. */
uint64_t buffer_address(const struct test_case *test, const char *text, bool *ok);

#endif
