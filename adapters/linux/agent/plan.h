/* SPDX-License-Identifier: CC0-1.0 */
/*
 * The flat case format (adapters/linux/README.md, "Flat format"): a plan file holds settings for the whole run and many
 * cases, one statement per line, words separated by single spaces.
 */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MAX_ALIASES 64
#define MAX_ARGUMENTS 16
#define MAX_BUFFERS 16

/* A logical name and what it stands for: alias -> PCI address. */
struct alias {
	const char *name;
	const char *address;
};

struct argument {
	const char *key;
	const char *value;
};

struct operation {
	const char *name;
	int count;
	struct argument arguments[MAX_ARGUMENTS];
	struct operation *next;
};

enum backing { BACKING_PAGE, BACKING_2M, BACKING_16M, BACKING_1G, BACKING_NONE, BACKING_THP, BACKING_UNKNOWN };

struct buffer {
	const char *name;
	uint64_t size;
	enum backing backing;
	bool writable;
	uintptr_t address; /* where the performing process mapped it */
};

struct test_case {
	const char *id;
	uint64_t memlock; /* bytes; UINT64_MAX is unlimited */
	bool ipc_lock;    /* keep CAP_IPC_LOCK */
	bool obeys_permissions; /* drop CAP_DAC_OVERRIDE: a node belongs to another user */
	int buffer_count;
	struct buffer buffers[MAX_BUFFERS];
	struct operation *operations;
	struct test_case *next;
};

enum mutant { MUTANT_NONE, MUTANT_ZERO_ANSWER, MUTANT_DROP_OUT, MUTANT_LOCKED_OFF_BY_ONE, MUTANT_NO_STEPS };

struct plan {
	unsigned limit_seconds; /* for one case */
	enum mutant mutant;
	int group_count;
	struct alias groups[MAX_ALIASES];
	int device_count;
	struct alias devices[MAX_ALIASES];
	struct test_case *cases;
};

/* Reads the plan at path; prints what is wrong and exits with 2 when it is not one. Nothing is ever freed. */
struct plan *read_plan(const char *path);

/* The PCI address behind an alias, or NULL. */
const char *address_of(const struct alias *aliases, int count, const char *name);

/* A hexadecimal (0x...) or decimal number; *ok becomes false when text is not one. */
uint64_t number(const char *text, bool *ok);

/* The value of an argument of an operation, or NULL. */
const char *argument(const struct operation *operation, const char *key);

/* The backing of this name, or BACKING_UNKNOWN. */
enum backing backing_named(const char *name);

/* The name of an errno value, EBUSY for 16; E524 when 524 has no name. */
const char *errno_name(int value);

#endif
