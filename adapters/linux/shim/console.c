/* SPDX-License-Identifier: Apache-2.0 */
#include "console.h"

#include "opal.h"

/* The console takes less than is offered while it is busy. */
#define ATTEMPTS 100000

static void write_all(const char *text, uint64_t size) {
    for (int attempt = 0; size > 0 && attempt < ATTEMPTS; attempt++) {
        uint8_t length[8];
        write_be64(length, size);
        if (call_firmware(0, (uintptr_t)length, (uintptr_t)text, 0, 0, 0, 0, OPAL_CONSOLE_WRITE) == OPAL_SUCCESS) {
            uint64_t written = read_be64(length);
            text += written;
            size -= written;
        }
        call_firmware(0, 0, 0, 0, 0, 0, 0, OPAL_POLL_EVENTS);
    }
}

static void write_text(const char *text) {
    write_all(text, strlen(text));
}

void say(const char *text, uint64_t number) {
    char digits[17];
    int first = 16;
    digits[first] = 0;
    do {
        digits[--first] = "0123456789abcdef"[number & 15];
        number >>= 4;
    } while (number);
    write_text("shim: ");
    write_text(text);
    write_text(" 0x");
    write_text(digits + first);
    write_text("\r\n");
}

_Noreturn void give_up(const char *reason) {
    write_text("shim: ");
    write_text(reason);
    write_text("\r\nshim: no kernel is started\r\n");
    call_firmware(0, 0, 0, 0, 0, 0, 0, OPAL_CEC_POWER_DOWN);
    for (;;)
        call_firmware(0, 0, 0, 0, 0, 0, 0, OPAL_POLL_EVENTS);
}
