/* SPDX-License-Identifier: CC0-1.0 */
/* Requests of VFIO: what operations.h, which is made, says of each, and how one is performed. */
#ifndef REQUESTS_H
#define REQUESTS_H

#include "performer.h"

#define MAX_IN 8
#define MAX_OUT 16

/*
 * What an argument is; SIZE is a number that is the size of the struct when it is left out, GIVEN a number that is not stored when
 * it is left out, DEVICE a pointer to its name.
 */
enum in_kind { NUMBER, SIZE, GIVEN, ADDRESS, DESCRIPTOR, DEVICE };

/* The driver of the IOMMU of a container. */
enum driver { ANY_DRIVER, SPAPR_DRIVER, TYPE1_DRIVER };

/* When a field counts as filled in: when it was written; when it is not what was passed; when Type1 answered. */
enum told { WRITTEN, CHANGED, BY_TYPE1 };

struct in_field {
	const char *key;
	enum in_kind kind;
	size_t at, bytes; /* in the struct; no bytes: it is the argument of the request itself */
};

struct out_field {
	const char *key;
	bool hex;
	size_t at, bytes;    /* in the struct, or in the capability */
	unsigned capability; /* 0: in the struct */
	enum told told;
};

struct request {
	const char *name;
	unsigned nr;
	enum driver driver; /* whose it is, where another driver has another one of this number */
	size_t size;        /* of the struct; 0: it has none */
	bool opens;         /* it returns a descriptor */
	struct in_field in[MAX_IN];
	struct out_field out[MAX_OUT];
};

/* The request of this name, or NULL. */
const struct request *request_named(const char *name);

/* Makes a request as the operation of the performer says. */
struct result make_request(struct performer *p, const struct request *request);

/* Makes the request of a number, with an argument as it is. */
struct result plain(struct performer *p, unsigned nr, unsigned long value);

#endif
