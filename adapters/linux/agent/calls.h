/* SPDX-License-Identifier: CC0-1.0 */
#ifndef CALLS_H
#define CALLS_H

#include "performer.h"

/* Performs a system call, a request of VFIO, or what a device is made to do. False when the operation is none of these. */
bool call(struct performer *p, struct result *result);

#endif
