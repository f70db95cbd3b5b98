/* SPDX-License-Identifier: Apache-2.0 */
/* What the requests of VFIO have in common: where their argument is, and what the call wrote into it. */
#ifndef REQUESTS_H
#define REQUESTS_H

#include "performer.h"

/* Makes a request whose argument is a number. */
struct result plain(struct performer *p, unsigned long request, unsigned long value);

/* Makes a request whose argument is a pointer to size bytes, put where the argument "pointer" says. */
struct result pointed(struct performer *p, unsigned long request, void *argument_struct, size_t size);

/* The size that a call is told its struct has. */
uint32_t argsz(struct performer *p, size_t otherwise);

#define POINTED(p, request, structure) pointed(p, request, structure, sizeof(*(structure)))
#define OUT_HEX(p, structure, field) out_field(p, #field, &(structure)->field, sizeof((structure)->field), true)
#define OUT_COUNT(p, structure, field) out_field(p, #field, &(structure)->field, sizeof((structure)->field), false)

/* info.c: requests that only tell something, in structs that grow. */
struct result device_get_info(struct performer *p);
struct result spapr_get_info(struct performer *p);
struct result type1_get_info(struct performer *p);

#endif
