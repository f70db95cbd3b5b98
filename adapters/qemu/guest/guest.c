// SPDX-License-Identifier: Apache-2.0
// A guest that does what an operating system does with the DMA windows of its bridge, and tells what it was answered: the
// hypercalls of TCEs and the RTAS calls of dynamic windows. Source of numbers and arguments: PAPR, and the device tree.
#include <stdint.h>

long hypercall(unsigned long number, ...);
void prom(void *arguments, unsigned long entry);

enum { H_PUT_TCE = 0x20, H_PUT_TERM_CHAR = 0x58, H_STUFF_TCE = 0x138, H_RTAS = 0xf000 };
enum { READ_WRITE = 3 };

#define LIOBN 0x80000000ul // of the default window of QEMU's first bridge
#define BUID 0x800000020000000ul // of that bridge
#define MEMORY 0x1000000ul // some of the guest's own

static unsigned long firmware;

static void say(const char *text) {
    for (; *text != '\0'; text++) hypercall(H_PUT_TERM_CHAR, 0ul, 1ul, (unsigned long)(unsigned char)*text << 56, 0ul);
}

static void say_hex(unsigned long number) {
    char digits[17];
    int at = 16;
    digits[16] = '\0';
    do {
        digits[--at] = "0123456789abcdef"[number & 15];
        number >>= 4;
    } while (number != 0);
    say("0x");
    say(digits + at);
}

static void tell(const char *what, long status) {
    say("guest: ");
    say(what);
    say(status < 0 ? " = -" : " = ");
    say_hex((unsigned long)(status < 0 ? -status : status));
    say("\n");
}

// Asks the firmware; returns its last cell.
static uint32_t ask(const char *service, uint32_t count, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    uint32_t cells[3 + 4 + 1] = {(uint32_t)(unsigned long)service, count, 1, a, b, c, d};
    uint32_t *answer = &cells[3 + count];
    *answer = 0;
    prom(cells, firmware);
    return *answer;
}

static uint32_t node(const char *path) { return ask("finddevice", 1, (uint32_t)(unsigned long)path, 0, 0, 0); }

static uint32_t property(uint32_t of, const char *name) {
    static uint32_t cell[8];
    cell[0] = 0;
    ask("getprop", 4, of, (uint32_t)(unsigned long)name, (uint32_t)(unsigned long)cell, sizeof cell);
    return cell[0];
}

struct rtas {
    uint32_t token, inputs, outputs, cells[16];
};

static const struct rtas *rtas(const char *name, uint32_t inputs, uint32_t outputs, uint32_t page, uint32_t window) {
    static struct rtas call; // whose address is one of real memory
    call.token = property(node("/rtas"), name);
    call.inputs = inputs;
    call.outputs = outputs;
    call.cells[0] = 0;
    call.cells[1] = BUID >> 32;
    call.cells[2] = (uint32_t)BUID;
    call.cells[3] = page;
    call.cells[4] = window;
    hypercall(H_RTAS, (unsigned long)&call, 0ul, 0ul, 0ul);
    return &call;
}

static void windows(void) {
    const struct rtas *query = rtas("ibm,query-pe-dma-window", 3, 5, 0, 0);
    tell("ibm,query-pe-dma-window", (int32_t)query->cells[3]);
    tell("  windows available", query->cells[4]);
    tell("  page sizes", query->cells[6]);
    const struct rtas *create = rtas("ibm,create-pe-dma-window", 5, 4, 16, 30);
    tell("ibm,create-pe-dma-window of 64K pages, 1 GiB", (int32_t)create->cells[5]);
    if (create->cells[5] != 0) return;
    unsigned long table = create->cells[6], start = (unsigned long)create->cells[7] << 32 | create->cells[8];
    tell("  starts at", (long)start);
    tell("H_PUT_TCE there", hypercall(H_PUT_TCE, table, start, MEMORY | READ_WRITE, 0ul));
    const struct rtas *reset = rtas("ibm,reset-pe-dma-window", 3, 1, 0, 0);
    tell("ibm,reset-pe-dma-window", (int32_t)reset->cells[3]);
}

void guest(unsigned long entry) {
    firmware = entry;
    tell("H_PUT_TCE of one page", hypercall(H_PUT_TCE, LIOBN, 0ul, MEMORY | READ_WRITE, 0ul));
    tell("H_PUT_TCE of another", hypercall(H_PUT_TCE, LIOBN, 0x1000ul, (MEMORY + 0x5000) | READ_WRITE, 0ul));
    tell("H_PUT_TCE behind the window", hypercall(H_PUT_TCE, LIOBN, 0x40000000ul, MEMORY | READ_WRITE, 0ul));
    tell("H_PUT_TCE of no table", hypercall(H_PUT_TCE, 0x80001234ul, 0ul, MEMORY | READ_WRITE, 0ul));
    tell("H_STUFF_TCE of both", hypercall(H_STUFF_TCE, LIOBN, 0ul, 0ul, 2ul));
    windows();
    tell("H_PUT_TCE after all", hypercall(H_PUT_TCE, LIOBN, 0ul, MEMORY | READ_WRITE, 0ul));
    say("guest: done\n");
    rtas("power-off", 2, 1, 0, 0);
    for (;;) {
    }
}
