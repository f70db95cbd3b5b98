/* SPDX-License-Identifier: Apache-2.0 */
/* OPAL, the firmware's interface to Linux: the calls that matter here, by the numbers that its documentation gives them. */
#ifndef SHIM_OPAL_H
#define SHIM_OPAL_H

#include "bytes.h"

enum opal_call {
    OPAL_CONSOLE_WRITE = 1,
    OPAL_CEC_POWER_DOWN = 5,
    OPAL_POLL_EVENTS = 10,
    OPAL_PCI_SET_HUB_TCE_MEMORY = 11,
    OPAL_PCI_SET_PHB_TCE_MEMORY = 12,
    OPAL_PCI_SET_PE = 31,
    OPAL_PCI_SET_MVE = 33,
    OPAL_PCI_SET_MVE_ENABLE = 34,
    OPAL_PCI_MAP_PE_DMA_WINDOW = 44,
    OPAL_PCI_RESET = 49,
    OPAL_CHECK_TOKEN = 80,
};

enum opal_answer {
    OPAL_SUCCESS = 0,
    OPAL_PARAMETER = -1,
    OPAL_RESOURCE = -10,
};

#define OPAL_RESET_IODA_TABLES 6

/* Calls the firmware itself; what a call does not take is 0. Written in entry.S, and by tests. */
int64_t call_firmware(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t call);

#endif
