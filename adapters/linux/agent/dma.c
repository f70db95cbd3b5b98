/* SPDX-License-Identifier: CC0-1.0 */
/*
 * Makes QEMU's edu device copy 8 bytes between its own memory and a bus address, and finds out where in the buffers of
 * the case that was. A bus address and what it reaches agree in their low 12 bits, so one place per 4 KiB can be meant.
 * All these places are given values to know them by, and get their old content back afterwards.
 */
#define _GNU_SOURCE
#include "dma.h"

#include <endian.h>
#include <errno.h>
#include <linux/pci_regs.h>
#include <linux/vfio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define EDU_ID 0x11e81234u /* device and vendor, as the first word of config space */
#define EDU_REVISION 0x010000edu /* its first register */
#define EDU_SOURCE 0x80
#define EDU_TARGET 0x88
#define EDU_COUNT 0x90
#define EDU_COMMAND 0x98
#define EDU_START 1u
#define EDU_TO_MEMORY 2u
#define EDU_MEMORY 0x40000u

/* The device takes a tenth of a second for a transfer. */
#define TRANSFER_SECONDS 10

#define BLOCK 4096u
#define LENGTH 8u
#define BUFFER_ORDINAL_SHIFT 40

/* A tag: 24 bits that are new for each operation, 4 of the buffer, 36 of the block. */
#define TAG_NONCE_SHIFT 40
#define TAG_BUFFER_SHIFT 36

/* Registers have the byte order of the emulated processor family: big on POWER, whatever the kernel uses. */
struct edu {
	volatile unsigned char *registers;
	bool swapped;
	size_t size;
	const char *failure; /* why no transfer can be made, once one could not */
};

static sigjmp_buf no_access;

static void on_bus_error(int signal)
{
	(void)signal;
	siglongjmp(no_access, 1);
}

static void set_register(struct edu *edu, size_t at, uint64_t value)
{
	*(volatile uint64_t *)(edu->registers + at) = edu->swapped ? __builtin_bswap64(value) : value;
	__sync_synchronize();
}

static uint32_t get_register(const struct edu *edu, size_t at)
{
	uint32_t value = *(volatile uint32_t *)(edu->registers + at);

	return edu->swapped ? __builtin_bswap32(value) : value;
}

static bool region(int device, unsigned index, struct vfio_region_info *info)
{
	*info = (struct vfio_region_info){ .argsz = sizeof(*info), .index = index };
	return ioctl(device, VFIO_DEVICE_GET_REGION_INFO, info) == 0;
}

/* Lets the device answer and master the bus. NULL, or why not. */
static const char *switch_on(int device, const struct vfio_region_info *config)
{
	uint32_t id;
	uint16_t command;

	if (pread(device, &id, 4, (off_t)config->offset) != 4 || le32toh(id) != EDU_ID)
		return "this device has no DMA engine that the adapter knows";
	if (pread(device, &command, 2, (off_t)config->offset + PCI_COMMAND) != 2)
		return "the command register of the device cannot be read";
	command |= htole16(PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER);
	if (pwrite(device, &command, 2, (off_t)config->offset + PCI_COMMAND) != 2)
		return "the command register of the device cannot be written";
	return NULL;
}

/* Opens the registers; NULL, or why not. */
static const char *open_edu(struct edu *edu, int device, const struct vfio_region_info *config)
{
	struct vfio_region_info bar;
	const char *why = switch_on(device, config);
	void *registers;

	if (why)
		return why;
	if (!region(device, VFIO_PCI_BAR0_REGION_INDEX, &bar) || bar.size <= EDU_COMMAND)
		return "the device has no registers";
	registers = mmap(NULL, bar.size, PROT_READ | PROT_WRITE, MAP_SHARED, device, (off_t)bar.offset);
	if (registers == MAP_FAILED)
		return "the registers of the device cannot be mapped";
	*edu = (struct edu){ .registers = registers, .size = bar.size };
	return NULL;
}

/* One transfer between the device's memory and a bus address. */
static void transfer(struct edu *edu, bool to_memory, uint64_t iova)
{
	struct timespec pause = { .tv_nsec = 2000000 };

	if (edu->failure)
		return;
	edu->swapped = false;
	edu->swapped = get_register(edu, 0) == __builtin_bswap32(EDU_REVISION);
	if (get_register(edu, 0) != EDU_REVISION) {
		edu->failure = "the device does not answer";
		return;
	}
	set_register(edu, EDU_SOURCE, to_memory ? EDU_MEMORY : iova);
	set_register(edu, EDU_TARGET, to_memory ? iova : EDU_MEMORY);
	set_register(edu, EDU_COUNT, LENGTH);
	set_register(edu, EDU_COMMAND, EDU_START | (to_memory ? EDU_TO_MEMORY : 0));
	for (int i = 0; i < TRANSFER_SECONDS * 500; i++) {
		if (!(get_register(edu, EDU_COMMAND) & EDU_START))
			return;
		nanosleep(&pause, NULL);
	}
	edu->failure = "the device does not finish its transfer";
}

/* All places that a bus address can mean: the same 8 bytes of each block of each buffer, and what they held. */
struct places {
	const struct test_case *test;
	size_t offset; /* inside each block */
	size_t count;
	uint64_t *held;
};

static size_t blocks(const struct buffer *buffer)
{
	return (size_t)(buffer->size / BLOCK);
}

/* The ordinal of a buffer when they are sorted by name. */
static uint64_t rank(const struct test_case *test, int ordinal)
{
	uint64_t before = 0;

	for (int i = 0; i < test->buffer_count; i++)
		before += strcmp(test->buffers[i].name, test->buffers[ordinal].name) < 0;
	return before;
}

/* Calls visit for each place, with what it is known by, until one returns true. */
static bool each(const struct places *places, bool (*visit)(void *place, size_t index, uint64_t where, void *context),
		 void *context)
{
	size_t index = 0;

	for (int i = 0; i < places->test->buffer_count; i++) {
		const struct buffer *buffer = &places->test->buffers[i];
		uint64_t base = rank(places->test, i) << BUFFER_ORDINAL_SHIFT;

		for (size_t block = 0; block < blocks(buffer); block++, index++) {
			size_t at = block * BLOCK + places->offset;

			if (visit((char *)buffer->address + at, index, base + at, context))
				return true;
		}
	}
	return false;
}

static bool keep(void *place, size_t index, uint64_t where, void *held)
{
	(void)where;
	memcpy((uint64_t *)held + index, place, LENGTH);
	return false;
}

static bool give_back(void *place, size_t index, uint64_t where, void *held)
{
	(void)where;
	memcpy(place, (uint64_t *)held + index, LENGTH);
	return false;
}

static bool fill(void *place, size_t index, uint64_t where, void *value)
{
	(void)index, (void)where;
	memcpy(place, value, LENGTH);
	return false;
}

static uint64_t tag(uint64_t nonce, uint64_t where)
{
	uint64_t block = (where & ((UINT64_C(1) << BUFFER_ORDINAL_SHIFT) - 1)) / BLOCK;

	return nonce << TAG_NONCE_SHIFT | where >> BUFFER_ORDINAL_SHIFT << TAG_BUFFER_SHIFT | block;
}

static bool put_tag(void *place, size_t index, uint64_t where, void *nonce)
{
	uint64_t value = tag(*(uint64_t *)nonce, where);

	(void)index;
	memcpy(place, &value, LENGTH);
	return false;
}

struct found {
	uint64_t expected, value, where;
};

static bool differs(void *place, size_t index, uint64_t where, void *context)
{
	struct found *found = context;

	(void)index;
	memcpy(&found->value, place, LENGTH);
	found->where = where;
	return found->value != found->expected;
}

struct sought {
	uint64_t nonce, value, where;
};

static bool is_tagged(void *place, size_t index, uint64_t where, void *context)
{
	struct sought *sought = context;

	(void)place, (void)index;
	sought->where = where;
	return tag(sought->nonce, where) == sought->value;
}

static void make_writable(const struct test_case *test, bool writable)
{
	for (int i = 0; i < test->buffer_count; i++)
		if (!test->buffers[i].writable)
			mprotect((void *)test->buffers[i].address, test->buffers[i].size,
				 PROT_READ | (writable ? PROT_WRITE : 0));
}

/* False when there is no memory for it. */
static bool open_places(struct places *places, const struct test_case *test, uint64_t iova)
{
	*places = (struct places){ .test = test, .offset = iova % BLOCK };
	for (int i = 0; i < test->buffer_count; i++)
		places->count += blocks(&test->buffers[i]);
	places->held = calloc(places->count + 1, sizeof(*places->held));
	if (!places->held)
		return false;
	make_writable(test, true);
	each(places, keep, places->held);
	return true;
}

static void close_places(struct places *places)
{
	each(places, give_back, places->held);
	make_writable(places->test, false);
	free(places->held);
}

static uint64_t fresh_nonce(void)
{
	static uint64_t count;
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return ((uint64_t)now.tv_nsec * 7919 + (uint64_t)now.tv_sec + ++count) & 0xffffff;
}

/*
 * The device writes what it holds. What that is nobody knows, so memory is prepared in two ways, one after the other:
 * it cannot equal both, and one of them shows the change.
 */
static bool arrives(struct edu *edu, const struct test_case *test, uint64_t iova, struct found *found)
{
	static const uint64_t prepared[] = { UINT64_C(0x5ec0de5ec0de5ec0), UINT64_C(0xa11ce0a11ce0a11c) };
	struct places places;
	bool seen = false;

	if (!open_places(&places, test, iova)) {
		edu->failure = "no memory";
		return false;
	}
	for (int i = 0; i < 2 && !seen && !edu->failure; i++) {
		found->expected = prepared[i];
		each(&places, fill, &found->expected);
		transfer(edu, true, iova);
		seen = each(&places, differs, found);
	}
	close_places(&places);
	return seen;
}

/* The device reads from where every place has a tag of its own. */
static void load_tag(struct edu *edu, const struct test_case *test, uint64_t iova, uint64_t nonce)
{
	struct places places;

	if (!open_places(&places, test, iova)) {
		edu->failure = "no memory";
		return;
	}
	each(&places, put_tag, &nonce);
	transfer(edu, false, iova);
	close_places(&places);
}

static bool write_lands(struct performer *p, struct edu *edu)
{
	struct found found;

	if (!arrives(edu, p->test, value_of(p, "iova", 0), &found))
		return false;
	out_number(p, "landed", found.where);
	return true;
}

static bool read_fetches(struct performer *p, struct edu *edu)
{
	uint64_t iova = value_of(p, "iova", 0);
	struct places places = { .test = p->test, .offset = iova % BLOCK };
	struct sought sought = { .nonce = fresh_nonce() };
	struct found found;

	load_tag(edu, p->test, iova, sought.nonce);
	if (!arrives(edu, p->test, value_of(p, "through", 0), &found))
		return false;
	sought.value = found.value;
	if (!each(&places, is_tagged, &sought))
		return false;
	out_number(p, "fetched", sought.where);
	return true;
}

static struct result with_edu(struct performer *p, bool (*perform)(struct performer *p, struct edu *edu))
{
	int device = handle(p, "on");
	struct vfio_region_info config;
	struct sigaction guard = { .sa_handler = on_bus_error }, before;
	struct edu edu = { 0 };
	const char *why;
	int answer = 0;

	if (!region(device, VFIO_PCI_CONFIG_REGION_INDEX, &config))
		return finished(-1);
	why = open_edu(&edu, device, &config);
	if (why)
		return unusable(p, why);
	sigaction(SIGBUS, &guard, &before);
	if (sigsetjmp(no_access, 1))
		edu.failure = "the registers of the device are out of reach";
	else
		answer = perform(p, &edu);
	sigaction(SIGBUS, &before, NULL);
	munmap((void *)edu.registers, edu.size);
	return edu.failure ? unusable(p, edu.failure) : finished(answer);
}

struct result dma_write(struct performer *p)
{
	return with_edu(p, write_lands);
}

struct result dma_read(struct performer *p)
{
	return with_edu(p, read_fetches);
}
