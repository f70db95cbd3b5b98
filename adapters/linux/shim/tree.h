/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads and writes a flattened device tree, version 17, as the Devicetree Specification describes it in "Flattened Devicetree
 * (DTB) Format".
 *
 * tree_open() looks at every byte once. What it accepts can then be read without further checks.
 */
#ifndef SHIM_TREE_H
#define SHIM_TREE_H

#include "bytes.h"

struct tree {
    const uint8_t *blob;
    uint32_t size;
    const uint8_t *reserved; /* pairs of start and size, the last is 0 and 0 */
    const uint8_t *structure;
    uint32_t structure_size;
    const char *strings;
    uint32_t strings_size;
};

/* A node is the offset of its first token in the structure. */
typedef uint32_t node;

#define NO_NODE UINT32_MAX

/* A property of a node; `next` is where the search for the one behind it begins. */
struct property {
    const char *name;
    const uint8_t *data;
    uint32_t size;
    uint32_t next;
};

/* Returns NULL, or what is wrong with the tree. */
const char *tree_open(struct tree *tree, const void *blob);

node tree_root(const struct tree *tree);
const char *tree_name(const struct tree *tree, node at);
node tree_first_child(const struct tree *tree, node parent);
node tree_next_sibling(const struct tree *tree, node at);
/* The child of this name, without its unit address if `name` has none, or NO_NODE. */
node tree_child_named(const struct tree *tree, node parent, const char *name);

bool tree_first_property(const struct tree *tree, node at, struct property *found);
/* Goes on to the property behind `found`. */
bool tree_next_property(const struct tree *tree, struct property *found);
bool tree_find_property(const struct tree *tree, node at, const char *name, struct property *found);
/* Whether `text` is one of the strings of a list, such as `compatible` is. */
bool property_lists(const struct property *property, const char *text);

/* A tree under construction. Each step does nothing once the room was too small; tree_written() tells. */
struct tree_writer {
    uint8_t *blob;
    uint32_t capacity;
    uint32_t structure_at;
    uint32_t size;         /* of what is written, up to the end of the structure */
    uint32_t strings_at;   /* the strings stand at the end of the room until the structure is complete */
    uint32_t strings_size;
    uint32_t boot_processor;
    bool is_full;
};

/* Begins a tree in `room`, with the reservations of `original` and `more` of them. */
struct reservation {
    uint64_t start;
    uint64_t size;
};
void tree_write(struct tree_writer *writer, void *room, uint32_t capacity, const struct tree *original,
                const struct reservation *more, int count);
void tree_begin_node(struct tree_writer *writer, const char *name);
void tree_end_node(struct tree_writer *writer);
void tree_add_property(struct tree_writer *writer, const char *name, const void *data, uint32_t size);
/* Completes the tree, and returns its size in bytes, or 0 if the room was too small. */
uint32_t tree_written(struct tree_writer *writer);

#endif
