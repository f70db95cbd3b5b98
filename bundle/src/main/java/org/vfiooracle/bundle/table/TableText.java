// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

/** The parts of the C files that are the same for every platform. */
final class TableText {
    private TableText() {}

    static final String HEADER = """
            /* SPDX-License-Identifier: CC0-1.0 */
            /*
             * Cases of vfio-oracle as tables in C: what Linux answers to VFIO calls. Nothing is parsed or allocated. C99 and C++11, 32 and
             * 64 bits. Made by ./oracle export; INTERPRETING.md explains what a case and an outcome are.
             *
             * To perform a case:
             *  1. Map its buffers. Set RLIMIT_MEMLOCK to memlock. Keep CAP_IPC_LOCK only if ipc_lock is 1.
             *  2. Perform its steps in order. Keep the descriptor that a step makes under the name `as`, which is an index: an array
             *     int fd[name_count] will do. A name that has no descriptor stands for -1.
             *  3. For a request of VFIO, fill a struct with zeros, and put each argument with `bytes` at byte `at`. `passed` arguments are
             *     the third argument of ioctl themselves. The number of the request is _IO(';', nr) with nr from vfio_oracle_calls.
             *  4. Compare what you see with the outcome. Compare less if you see less.
             * A case of which `danger` says something may hang or spoil a machine. Do not perform it unless you are asked to.
             */
            #ifndef VFIO_ORACLE_CASES_H
            #define VFIO_ORACLE_CASES_H

            #include <stdint.h>

            #ifdef __cplusplus
            extern "C" {
            #endif

            /* Changes when a reader of these structs must change. */
            #define VFIO_ORACLE_TABLE_FORMAT 1

            /* As an answer: a descriptor, whose number does not matter. */
            #define VFIO_ORACLE_FD 0x7fffffff

            /* As memlock: no limit. */
            #define VFIO_ORACLE_UNLIMITED (~(uint64_t)0)

            enum vfio_oracle_op {
            @ops@};

            enum vfio_oracle_key {
            @keys@};

            enum vfio_oracle_field_id {
            @fields@};

            enum vfio_oracle_kind {
            	VFIO_ORACLE_NUMBER = 0,  /* value */
            	VFIO_ORACLE_ADDRESS = 1, /* value is an offset in the buffer `name` */
            	VFIO_ORACLE_HANDLE = 2,  /* the descriptor of the handle `name` */
            	VFIO_ORACLE_CLOSED = 3,  /* a number that is not negative and that no open descriptor has */
            	VFIO_ORACLE_GROUP = 4,   /* the group `name`, or "none": one that is not there */
            	VFIO_ORACLE_DEVICE = 5,  /* the device `name`; a request points to its PCI address */
            	VFIO_ORACLE_TEXT = 6     /* `name` as it is */
            };

            enum vfio_oracle_pointer {
            	VFIO_ORACLE_GOOD = 0,     /* the struct is in ordinary memory */
            	VFIO_ORACLE_UNMAPPED = 1, /* the pointer leads to where nothing is mapped */
            	VFIO_ORACLE_READ_ONLY = 2 /* the struct is in memory that cannot be written */
            };

            enum vfio_oracle_effect_kind {
            	VFIO_ORACLE_WINDOW_SET = 0,
            	VFIO_ORACLE_WINDOW_UNSET = 1,
            	VFIO_ORACLE_BYPASS_OFF = 2,
            	VFIO_ORACLE_BYPASS_ON = 3,
            	VFIO_ORACLE_TCES_WRITTEN = 4,
            	VFIO_ORACLE_TCES_CLEARED = 5
            };

            enum vfio_oracle_reset {
            	VFIO_ORACLE_RESET_OWN = 0,
            	VFIO_ORACLE_RESET_BUS = 1,
            	VFIO_ORACLE_RESET_NONE = 2
            };

            /* What a call is called, and what it is as a request of VFIO. */
            struct vfio_oracle_call {
            	const char *name;
            	int16_t nr;    /* -1: it is no request of VFIO */
            	uint16_t size; /* of its struct; 0: it has none */
            };

            /* All `name` below are indexes into the names of the platform; 0 is no name. */
            struct vfio_oracle_argument {
            	uint8_t key;    /* enum vfio_oracle_key */
            	uint8_t kind;   /* enum vfio_oracle_kind */
            	uint8_t passed; /* 1: it is the argument of the request itself */
            	uint16_t name;
            	uint16_t at;    /* in the struct */
            	uint16_t bytes; /* 4 or 8; 0: it is not in the struct */
            	uint64_t value;
            };

            /* A field that the call filled in. */
            struct vfio_oracle_field {
            	uint8_t field; /* enum vfio_oracle_field_id */
            	uint64_t value;
            };

            struct vfio_oracle_effect {
            	uint8_t kind; /* enum vfio_oracle_effect_kind */
            	uint8_t window;
            	uint8_t page_shift;
            	uint16_t group; /* a name */
            	uint64_t start;
            	uint64_t size;
            };

            struct vfio_oracle_outcome {
            	int32_t answer; /* what the call returned, VFIO_ORACLE_FD, or the errno as a negative number */
            	uint16_t field_count;
            	uint16_t effect_count;
            	uint32_t first_field;
            	uint32_t first_effect;
            	uint64_t locked_pages; /* VmLck of the process that made the call, in host pages */
            	const char *rule;
            };

            /* What the release was meant to answer, where a bug decided. */
            struct vfio_oracle_intended {
            	const char *deviation;
            	struct vfio_oracle_outcome outcome;
            };

            struct vfio_oracle_step {
            	uint8_t op;      /* enum vfio_oracle_op */
            	uint8_t pointer; /* enum vfio_oracle_pointer */
            	uint16_t by;     /* the process that performs it: a name that a fork step made; 0 is the first process */
            	uint16_t on;     /* the handle it is made on; 0: none */
            	uint16_t as;     /* the handle or process that it makes; 0: none */
            	uint16_t argument_count;
            	uint32_t first_argument;
            	struct vfio_oracle_outcome outcome;
            	int32_t intended; /* -1: nothing else */
            };

            struct vfio_oracle_buffer {
            	uint16_t name;
            	uint8_t page_shift; /* 0: pages of the host, never huge; 21, 24 or 30: hugetlb */
            	uint8_t writable;
            	uint64_t size;
            };

            struct vfio_oracle_device {
            	uint16_t name; /* "A.0" */
            	uint8_t reset; /* enum vfio_oracle_reset */
            	const char *model;
            };

            struct vfio_oracle_group {
            	uint16_t name; /* "A" */
            	uint8_t bridge; /* groups with one number are on one host bridge */
            	uint8_t device_count;
            	uint32_t first_device;
            };

            struct vfio_oracle_topology {
            	const char *name;
            	uint8_t emulated; /* its bridges freeze no PE when a device does wrong */
            	uint8_t group_count;
            	uint32_t first_group;
            	uint64_t ram;
            };

            struct vfio_oracle_case {
            	const char *id;
            	const char *danger; /* why it may hang or spoil a machine; 0: it does not */
            	uint64_t memlock;
            	uint8_t ipc_lock;
            	uint8_t topology;
            	uint16_t buffer_count;
            	uint32_t step_count;
            	uint32_t first_buffer;
            	uint32_t first_step;
            };

            struct vfio_oracle_platform {
            	const char *name;
            	const char *corpus; /* the version */
            	uint32_t page_size;
            	uint8_t bridges_matter; /* 1: which groups are on one host bridge decides answers, and PCI domains show it */
            	uint32_t case_count;
            	uint32_t topology_count;
            	uint32_t name_count;
            	const struct vfio_oracle_case *cases;
            	const struct vfio_oracle_step *steps;
            	const struct vfio_oracle_argument *arguments;
            	const struct vfio_oracle_field *fields;
            	const struct vfio_oracle_effect *effects;
            	const struct vfio_oracle_intended *intended;
            	const struct vfio_oracle_buffer *buffers;
            	const struct vfio_oracle_topology *topologies;
            	const struct vfio_oracle_group *groups;
            	const struct vfio_oracle_device *devices;
            	const char *const *names;
            };

            /* In vfio_oracle_names.c. */
            extern const struct vfio_oracle_call vfio_oracle_calls[VFIO_ORACLE_OP_COUNT];
            extern const char *const vfio_oracle_keys[VFIO_ORACLE_KEY_COUNT];
            extern const char *const vfio_oracle_fields[VFIO_ORACLE_FIELD_COUNT];

            /* Each in a file of its own, so that a program has only those that it names. */
            @platforms@
            #ifdef __cplusplus
            }
            #endif

            #endif
            """;

    static final String NAMES = """
            /* SPDX-License-Identifier: CC0-1.0 */
            /* The names of calls, arguments and fields. Made by ./oracle export. */
            #include "vfio_oracle_cases.h"

            const struct vfio_oracle_call vfio_oracle_calls[VFIO_ORACLE_OP_COUNT] = {
            @calls@};

            const char *const vfio_oracle_keys[VFIO_ORACLE_KEY_COUNT] = {
            @keys@};

            const char *const vfio_oracle_fields[VFIO_ORACLE_FIELD_COUNT] = {
            @fields@};
            """;
}
