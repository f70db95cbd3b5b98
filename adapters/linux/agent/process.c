/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#ifndef MAP_HUGE_SHIFT
#define MAP_HUGE_SHIFT 26
#endif

/*
 * Buffers stand one TiB apart: nothing borders on a buffer, so an address past its end is really unmapped, and each has
 * a slice of its own where the MMU allows only one page size per slice (hash MMU).
 */
#define BUFFER_SPACING (UINT64_C(1) << 40)
/* Above the heap (1 TiB on powerpc), far below the stack. */
#define FIRST_BUFFER (UINT64_C(8) << 40)

static char reason[160];

static unsigned huge_shift(enum backing backing)
{
	return backing == BACKING_2M ? 21 : backing == BACKING_16M ? 24 : 30;
}

/* False, with the reason set, on a machine without huge pages of this size. */
static bool has_huge_pages(unsigned shift)
{
	char pool[80];

	snprintf(pool, sizeof(pool), "/sys/kernel/mm/hugepages/hugepages-%llukB", 1ULL << (shift - 10));
	snprintf(reason, sizeof(reason), "this machine has no huge pages of %llu KiB", 1ULL << (shift - 10));
	return !access(pool, F_OK);
}

/* Whether all of some memory is made of transparent huge pages, as far as they fit in. */
static bool is_transparent_huge(uintptr_t at, uint64_t size)
{
	char line[256];
	unsigned long start = 0, end = 0, kib = 0;
	bool found = false;
	FILE *file = fopen("/proc/self/smaps", "r");

	while (file && fgets(line, sizeof(line), file)) {
		if (sscanf(line, "%lx-%lx ", &start, &end) == 2)
			found = start <= at && at < end;
		else if (found && sscanf(line, "AnonHugePages: %lu kB", &kib) == 1)
			break;
	}
	if (file)
		fclose(file);
	return found && (uint64_t)kib * 1024 >= size;
}

const char *put_memory(uintptr_t at, uint64_t size, enum backing backing, bool writable)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE;
	bool hugetlb = backing == BACKING_2M || backing == BACKING_16M || backing == BACKING_1G;
	size_t step = (size_t)sysconf(_SC_PAGESIZE);
	volatile char *memory;

	if (hugetlb) {
		if (!has_huge_pages(huge_shift(backing)))
			return reason;
		flags |= MAP_HUGETLB | (int)(huge_shift(backing) << MAP_HUGE_SHIFT);
		step = (size_t)1 << huge_shift(backing);
	}
	if (size % step)
		return "the size of memory is not a multiple of its page size";
	memory = mmap((void *)at, size, PROT_READ | PROT_WRITE, flags, -1, 0);
	if (memory == MAP_FAILED || (uintptr_t)memory != at) {
		snprintf(reason, sizeof(reason), "it cannot be mapped: %s", strerror(errno));
		return reason;
	}
	if (!hugetlb)
		madvise((void *)memory, size, backing == BACKING_THP ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
	for (size_t done = 0; done < size && backing != BACKING_NONE; done += step)
		memory[done] = 0;
	if (backing == BACKING_THP && !is_transparent_huge(at, size))
		return "this machine gives no transparent huge pages";
	if (!writable && mprotect((void *)memory, size, PROT_READ)) {
		snprintf(reason, sizeof(reason), "it cannot be made read-only: %s", strerror(errno));
		return reason;
	}
	return NULL;
}

static const char *map_buffer(struct buffer *buffer, int ordinal)
{
	static char whose[240];
	uintptr_t wanted = (uintptr_t)(FIRST_BUFFER + BUFFER_SPACING * (unsigned)ordinal);
	const char *why = put_memory(wanted, buffer->size, buffer->backing, buffer->writable);

	if (why) {
		snprintf(whose, sizeof(whose), "buffer %s: %s", buffer->name, why);
		return whose;
	}
	buffer->address = wanted;
	return NULL;
}

long locked_pages(void)
{
	char line[256];
	long kib = -1;
	FILE *file = fopen("/proc/self/status", "r");

	if (!file)
		return -1;
	while (kib < 0 && fgets(line, sizeof(line), file))
		if (!strncmp(line, "VmLck:", 6))
			kib = strtol(line + 6, NULL, 10);
	fclose(file);
	return kib < 0 ? -1 : kib / (sysconf(_SC_PAGESIZE) / 1024);
}

static bool has_ipc_lock(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3, .pid = 0 };
	struct __user_cap_data_struct sets[2];

	return !syscall(SYS_capget, &header, sets) && sets[0].effective & UINT32_C(1) << CAP_IPC_LOCK;
}

const char *use_ipc_lock(bool use)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3, .pid = 0 };
	struct __user_cap_data_struct sets[2];
	uint32_t lock = UINT32_C(1) << CAP_IPC_LOCK;

	if (syscall(SYS_capget, &header, sets))
		return "capabilities cannot be read";
	if (use && !(sets[0].permitted & lock))
		return "this process may not have CAP_IPC_LOCK";
	sets[0].effective = use ? sets[0].effective | lock : sets[0].effective & ~lock;
	return syscall(SYS_capset, &header, sets) ? "CAP_IPC_LOCK cannot be changed" : NULL;
}

/* Whoever may override permissions can open the node of any group. */
static const char *obey_permissions(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3, .pid = 0 };
	struct __user_cap_data_struct sets[2];
	uint32_t others = ~(UINT32_C(1) << CAP_DAC_OVERRIDE | UINT32_C(1) << CAP_DAC_READ_SEARCH);

	if (syscall(SYS_capget, &header, sets))
		return "capabilities cannot be read";
	sets[0].effective &= others;
	return syscall(SYS_capset, &header, sets) ? "CAP_DAC_OVERRIDE cannot be dropped" : NULL;
}

static const char *drop_ipc_lock(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3, .pid = 0 };
	struct __user_cap_data_struct sets[2];
	uint32_t others = ~(UINT32_C(1) << CAP_IPC_LOCK);

	prctl(PR_CAPBSET_DROP, CAP_IPC_LOCK, 0, 0, 0);
	if (syscall(SYS_capget, &header, sets))
		return "capabilities cannot be read";
	sets[0].effective &= others;
	sets[0].permitted &= others;
	sets[0].inheritable &= others;
	return syscall(SYS_capset, &header, sets) ? "CAP_IPC_LOCK cannot be dropped" : NULL;
}

const char *limit_memory(uint64_t bytes)
{
	rlim_t limit = bytes == UINT64_MAX ? RLIM_INFINITY : (rlim_t)bytes;
	struct rlimit memlock = { .rlim_cur = limit, .rlim_max = limit };

	return setrlimit(RLIMIT_MEMLOCK, &memlock) ? "RLIMIT_MEMLOCK cannot be raised: it takes root or CAP_SYS_RESOURCE" : NULL;
}

/* Whether the case takes the capability or gives it up later. */
static bool changes_capabilities(const struct test_case *test)
{
	for (const struct operation *o = test->operations; o; o = o->next)
		if (!strcmp(o->name, "capset"))
			return true;
	return false;
}

const char *prepare_process(struct test_case *test)
{
	const char *why;

	for (int i = 0; i < test->buffer_count; i++) {
		why = map_buffer(&test->buffers[i], i);
		if (why)
			return why;
	}
	why = limit_memory(test->memlock);
	if (!why && test->obeys_permissions)
		why = obey_permissions();
	if (why)
		return why;
	if (!test->ipc_lock)
		return changes_capabilities(test) ? use_ipc_lock(false) : drop_ipc_lock();
	return has_ipc_lock() ? NULL : "the case needs CAP_IPC_LOCK, which this process does not have";
}

uint64_t buffer_address(const struct test_case *test, const char *text, bool *ok)
{
	for (int i = 0; text && i < test->buffer_count; i++) {
		size_t length = strlen(test->buffers[i].name);

		if (!strncmp(text, test->buffers[i].name, length) && (text[length] == '+' || !text[length]))
			return test->buffers[i].address + (text[length] ? number(text + length + 1, ok) : 0);
	}
	return number(text, ok);
}
