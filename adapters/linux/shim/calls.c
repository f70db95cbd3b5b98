/* SPDX-License-Identifier: Apache-2.0 */
#include "calls.h"

#include "console.h"

/*
 * IODA1: a DMA window is a segment of 256 MiB of the bridge's 32-bit DMA space. A segment belongs to one PE, and has its own
 * TCEs for pages of 4 KiB: 512 KiB of them.
 *
 * PHB3: a PE has two windows, each with a tree of tables. So the segments of a PE become the entries of a first level of its
 * first window, and the second level are Linux's own tables. Both levels of a PHB3 have the same size.
 */
#define PAGE_SIZE 0x1000u
#define SEGMENT_TCES 0x80000u
#define SEGMENTS (FIRST_LEVEL_SIZE / sizeof(uint64_t))
#define READ_AND_WRITE 3u
/* Below 4 GiB are 16 segments; what is higher, no IODA1 has. */
#define MOST_SEGMENTS 16u

/* SET_PE for every bus, device and function of a bridge. */
enum { ANY_BUS = 0, ANY_DEVICE = 0, ANY_FUNCTION = 0, ADD_TO_PE = 1 };

struct first_level {
    bool is_used;
    uint64_t bridge;
    uint64_t pe;
};

uint64_t answered_calls;

static struct first_level owners[MOST_PES];
static uint8_t *first_levels;

#define CALL(number) (1ull << (number))

static const uint64_t ANSWERED[] = {
    [BRIDGES_AS_THEY_ARE] = 0,
    [BRIDGES_P7IOC] = CALL(OPAL_PCI_SET_MVE) | CALL(OPAL_PCI_SET_MVE_ENABLE) | CALL(OPAL_PCI_MAP_PE_DMA_WINDOW) |
                      CALL(OPAL_PCI_RESET),
    [BRIDGES_P5IOC2] = CALL(OPAL_PCI_SET_HUB_TCE_MEMORY) | CALL(OPAL_PCI_SET_PHB_TCE_MEMORY),
};

static bool is_there(uint64_t call) {
    return call_firmware(call, 0, 0, 0, 0, 0, 0, OPAL_CHECK_TOKEN) == 1;
}

const char *calls_begin(enum bridges bridges, void *place) {
    first_levels = place;
    for (int index = 0; index < MOST_PES; index++)
        owners[index].is_used = false;
    if (bridges != BRIDGES_AS_THEY_ARE && !is_there(OPAL_PCI_MAP_PE_DMA_WINDOW))
        return "the firmware lacks OPAL_PCI_MAP_PE_DMA_WINDOW (44)";
    if (bridges == BRIDGES_P7IOC && !is_there(OPAL_PCI_RESET))
        return "the firmware lacks OPAL_PCI_RESET (49)";
    if (bridges == BRIDGES_P5IOC2 && !is_there(OPAL_PCI_SET_PE))
        return "the firmware lacks OPAL_PCI_SET_PE (31)";
    answered_calls = ANSWERED[bridges];
    return NULL;
}

static uint8_t *first_level_at(int index) {
    return first_levels + (uint64_t)index * FIRST_LEVEL_SIZE;
}

/* The first level of a PE: the one that it has, or an empty one, or -1 when all are used. */
static int first_level_of(uint64_t bridge, uint64_t pe) {
    int empty = -1;
    for (int index = 0; index < MOST_PES; index++) {
        if (!owners[index].is_used)
            empty = empty < 0 ? index : empty;
        else if (owners[index].bridge == bridge && owners[index].pe == pe)
            return index;
    }
    return empty;
}

static int64_t begin_first_level(int index, uint64_t bridge, uint64_t pe) {
    uint8_t *level = first_level_at(index);
    memset(level, 0, FIRST_LEVEL_SIZE);
    int64_t answer = call_firmware(bridge, pe, pe << 1, 2, (uintptr_t)level, FIRST_LEVEL_SIZE, PAGE_SIZE,
                                   OPAL_PCI_MAP_PE_DMA_WINDOW);
    if (answer == OPAL_SUCCESS)
        owners[index] = (struct first_level){true, bridge, pe};
    return answer;
}

static int64_t map_segment(uint64_t bridge, uint64_t pe, uint64_t segment, uint64_t levels, uint64_t tces, uint64_t size,
                           uint64_t page_size) {
    bool is_removed = size == 0;
    if (segment >= MOST_SEGMENTS || (!is_removed && (levels != 1 || size != SEGMENT_TCES || page_size != PAGE_SIZE ||
                                                     tces % SEGMENT_TCES))) {
        say("Linux asks for a DMA window that no IODA1 has; segment", segment);
        return OPAL_PARAMETER;
    }
    int index = first_level_of(bridge, pe);
    if (index < 0) {
        say("there is no room for the DMA of a further PE; the number of PEs that have it is", MOST_PES);
        return OPAL_RESOURCE;
    }
    if (!owners[index].is_used) {
        int64_t answer = is_removed ? OPAL_SUCCESS : begin_first_level(index, bridge, pe);
        if (is_removed || answer != OPAL_SUCCESS)
            return answer;
    }
    write_be64(first_level_at(index) + segment * sizeof(uint64_t), is_removed ? 0 : tces | READ_AND_WRITE);
    return OPAL_SUCCESS;
}

/* The firmware forgets the windows of a bridge when its tables are reset. */
static void forget_first_levels(uint64_t bridge) {
    for (int index = 0; index < MOST_PES; index++)
        if (owners[index].bridge == bridge)
            owners[index].is_used = false;
}

/* P5IOC2: all devices of a bridge share one table, so all of them become PE 0, whose first window is that table. */
static int64_t set_bridge_table(uint64_t bridge, uint64_t tces, uint64_t size) {
    int64_t answer =
        call_firmware(bridge, 0, 0, ANY_BUS, ANY_DEVICE, ANY_FUNCTION, ADD_TO_PE, OPAL_PCI_SET_PE);
    if (answer != OPAL_SUCCESS)
        return answer;
    return call_firmware(bridge, 0, 0, 1, tces, size, PAGE_SIZE, OPAL_PCI_MAP_PE_DMA_WINDOW);
}

int64_t answer_call(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t call) {
    switch (call) {
    case OPAL_PCI_MAP_PE_DMA_WINDOW:
        return map_segment(a, b, c & 0xffff, d & 0xffff, e, f, g);
    case OPAL_PCI_SET_PHB_TCE_MEMORY:
        return set_bridge_table(a, b, c);
    case OPAL_PCI_RESET:
        if ((b & 0xff) == OPAL_RESET_IODA_TABLES)
            forget_first_levels(a);
        return call_firmware(a, b, c, d, e, f, g, call);
    default: /* MVEs are for interrupts, which a PHB3 finds without them; a hub has no table of its own */
        return OPAL_SUCCESS;
    }
}
