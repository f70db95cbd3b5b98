// SPDX-License-Identifier: Apache-2.0
// A guest that does what it is told on its console, one command a line, and says what it was answered. What a command can be
// is in README.md. Source of numbers and arguments: PAPR, and the device tree.
#include <stdint.h>

void trap(uint64_t *registers);

enum { H_GET_TERM_CHAR = 0x54, H_PUT_TERM_CHAR = 0x58, H_RTAS = 0xf000 };
enum { REGISTERS = 10, CELLS = 16, AT_ONCE = 16, LINE = 512, WORDS = 24 };
enum { TICKS = 512000 }; // a millisecond on every machine of PAPR

// Numbers of a device tree are big endian, as this processor is, and aligned. Source: the Devicetree Specification, chapter 5.
enum { FDT_BEGIN_NODE = 1, FDT_END_NODE, FDT_PROP, FDT_NOP };
struct tree {
    uint32_t magic, size, structure, strings;
};

static const struct tree *tree;

// What the compiler asks for, where it clears an array.
void *memset(void *to, int byte, unsigned long count) {
    for (volatile char *at = to; count > 0; count--) *at++ = (char)byte;
    return to;
}

// What the console was told and has not shown yet.
static uint64_t shown[AT_ONCE / 8];
static unsigned long waiting;

static void show(void) {
    uint64_t registers[REGISTERS] = {H_PUT_TERM_CHAR, 0, waiting, shown[0], shown[1]};
    if (waiting != 0) trap(registers);
    shown[0] = shown[1] = 0;
    waiting = 0;
}

static void say_byte(char byte) {
    shown[waiting / 8] |= (uint64_t)(unsigned char)byte << (56 - 8 * (waiting % 8));
    if (++waiting == AT_ONCE || byte == '\n') show();
}

static void say(const char *text) {
    for (; *text != '\0'; text++) say_byte(*text);
}

static void say_hex(uint64_t number) {
    int shift = 60;
    while (shift > 0 && number >> shift == 0) shift -= 4;
    say(" 0x");
    for (; shift >= 0; shift -= 4) say_byte("0123456789abcdef"[number >> shift & 15]);
}

// Does nothing for a millisecond: a hypercall holds the lock that all else of QEMU waits for, and who asks without a pause lets
// nobody else have it. The lowest priority of a thread makes QEMU leave what it has translated; without that, what it waits
// to free while no processor can see it, as a device that was unplugged, is never freed.
static void rest(void) {
    uint64_t now, then;
    __asm__ volatile("or 31, 31, 31");
    __asm__ volatile("mftb %0" : "=r"(then));
    do {
        __asm__ volatile("mftb %0" : "=r"(now));
    } while (now - then < TICKS);
}

// Waits for a byte of the console, of which a call may bring several.
static char hear_byte(void) {
    static uint64_t registers[REGISTERS];
    static unsigned long next, count;
    while (next == count) {
        registers[0] = H_GET_TERM_CHAR;
        registers[1] = 0;
        trap(registers);
        next = 0;
        if (registers[0] != 0 || registers[1] == 0) rest();
        count = registers[0] == 0 && registers[1] <= AT_ONCE ? registers[1] : 0;
    }
    char byte = (char)(registers[2 + next / 8] >> (56 - 8 * (next % 8)));
    next++;
    return byte;
}

// Waits for a line; what is longer than the place for it is cut off.
static void hear(char *line) {
    unsigned long length = 0;
    for (char byte = hear_byte(); byte != '\n'; byte = hear_byte())
        if (length < LINE - 1) line[length++] = byte;
    line[length] = '\0';
}

static int is(const char *text, const char *other) {
    while (*text != '\0' && *text == *other) {
        text++;
        other++;
    }
    return *text == *other;
}

// Reads 0x12 or 12; tells whether it is one.
static int number(const char *text, uint64_t *value) {
    uint64_t base = text[0] == '0' && text[1] == 'x' ? 16 : 10;
    *value = 0;
    if (base == 16) text += 2;
    if (*text == '\0') return 0;
    for (; *text != '\0'; text++) {
        uint64_t digit = *text >= 'a' ? (uint64_t)(*text - 'a') + 10 : (uint64_t)(*text - '0');
        if (digit >= base) return 0;
        *value = *value * base + digit;
    }
    return 1;
}

static unsigned long cells_of(unsigned long bytes) { return (bytes + 3) / 4; }

static unsigned long length(const char *text) {
    unsigned long at = 0;
    while (text[at] != '\0') at++;
    return at;
}

// The number by which a service of RTAS is called, 0 for none: a property of the node /rtas.
static uint32_t token(const char *name) {
    const uint32_t *at = (const uint32_t *)((const char *)tree + tree->structure);
    unsigned long depth = 0;
    int inside = 0;
    for (;;) {
        uint32_t tag = *at++;
        if (tag == FDT_BEGIN_NODE) {
            const char *node = (const char *)at;
            if (++depth == 2) inside = is(node, "rtas");
            at += cells_of(length(node) + 1);
        } else if (tag == FDT_PROP) {
            uint32_t bytes = *at++;
            const char *property = (const char *)tree + tree->strings + *at++;
            if (inside && depth == 2 && bytes == sizeof *at && is(property, name)) return *at;
            at += cells_of(bytes);
        } else if (tag == FDT_END_NODE) {
            depth--;
        } else if (tag != FDT_NOP) {
            return 0;
        }
    }
}

static const char *rtas(const char *name, const uint64_t *values, unsigned long count) {
    static struct {
        uint32_t token, inputs, outputs, cells[CELLS];
    } call; // whose address is one of real memory
    if (count < 2 || values[0] > CELLS || values[1] > CELLS - values[0] || count != 2 + values[0]) return "other count";
    call.token = token(name);
    if (call.token == 0) return "no such service";
    call.inputs = (uint32_t)values[0];
    call.outputs = (uint32_t)values[1];
    for (unsigned long at = 0; at < CELLS; at++) call.cells[at] = at < values[0] ? (uint32_t)values[2 + at] : 0;
    uint64_t registers[REGISTERS] = {H_RTAS, (uint64_t)(unsigned long)&call};
    trap(registers);
    say(" =");
    for (unsigned long at = 0; at < call.outputs; at++) say_hex(call.cells[values[0] + at]);
    return 0;
}

static const char *hypercall(const uint64_t *values, unsigned long count) {
    uint64_t registers[REGISTERS];
    if (count < 1 || count > REGISTERS) return "other count";
    for (unsigned long at = 0; at < REGISTERS; at++) registers[at] = at < count ? values[at] : 0;
    trap(registers);
    say(" =");
    for (unsigned long at = 0; at < REGISTERS; at++) say_hex(registers[at]);
    return 0;
}

static const char *write64(const uint64_t *values, unsigned long count) {
    if (count < 1 || values[0] % 8 != 0) return "no place of a doubleword";
    for (unsigned long at = 1; at < count; at++) ((volatile uint64_t *)(unsigned long)values[0])[at - 1] = values[at];
    say(" =");
    return 0;
}

// Carries out a line; returns why not.
static const char *obey(char *line) {
    char *words[WORDS];
    uint64_t values[WORDS];
    unsigned long count = 0, first;
    for (char *at = line; *at != '\0';) {
        if (count == WORDS) return "too many words";
        words[count++] = at;
        while (*at != '\0' && *at != ' ') at++;
        if (*at == ' ') *at++ = '\0';
    }
    if (count == 0) return "nothing";
    first = is(words[0], "rtas") ? 2 : 1;
    for (unsigned long at = first; at < count; at++)
        if (!number(words[at], &values[at - first])) return "no number";
    if (first == 2) return count > 2 ? rtas(words[1], values, count - 2) : "other count";
    if (is(words[0], "hypercall")) return hypercall(values, count - 1);
    if (is(words[0], "write64")) return write64(values, count - 1);
    return "no such command";
}

void guest(const struct tree *given) {
    static char line[LINE];
    tree = given;
    say("guest: ready\n");
    for (;;) {
        hear(line);
        say("guest: ");
        say(line);
        const char *refused = obey(line);
        if (refused != 0) {
            say(" ! ");
            say(refused);
        }
        say("\n");
    }
}
