/* SPDX-License-Identifier: Apache-2.0 */
/* What the shim says, on the firmware's console. */
#ifndef SHIM_CONSOLE_H
#define SHIM_CONSOLE_H

#include "bytes.h"

/* Says a text and a number behind it, in hexadecimal, on a line of its own. */
void say(const char *text, uint64_t number);

/* Says why nothing can be started, and switches the machine off. */
_Noreturn void give_up(const char *reason);

#endif
