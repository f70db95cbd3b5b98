/* SPDX-License-Identifier: Apache-2.0 */
#include "tree.h"

#define MAGIC 0xd00dfeedu
#define VERSION 17u
#define OLDEST_COMPATIBLE 16u
#define HEADER_SIZE 40u
/* Deeper than any machine's tree; who copies a tree may go down by recursion. */
#define DEEPEST 32

/* Places in the header. */
enum { AT_SIZE = 4, AT_STRUCTURE = 8, AT_STRINGS = 12, AT_RESERVED = 16, AT_VERSION = 20, AT_COMPATIBLE = 24,
       AT_PROCESSOR = 28, AT_STRINGS_SIZE = 32, AT_STRUCTURE_SIZE = 36 };

enum token { BEGIN_NODE = 1, END_NODE = 2, PROPERTY = 3, NOTHING = 4, END = 9 };

static uint32_t header(const uint8_t *blob, int place) {
    return read_be32(blob + place);
}

static uint32_t token_at(const struct tree *tree, uint32_t at) {
    return read_be32(tree->structure + at);
}

/* Where the token behind the one at `at` is. */
static uint32_t behind(const struct tree *tree, uint32_t at) {
    switch (token_at(tree, at)) {
    case BEGIN_NODE:
        return (uint32_t)round_up(at + 4 + strlen((const char *)tree->structure + at + 4) + 1, 4);
    case PROPERTY:
        return (uint32_t)round_up(at + 12 + (uint64_t)read_be32(tree->structure + at + 4), 4);
    default:
        return at + 4;
    }
}

static bool ends_in(const uint8_t *text, uint64_t room) {
    for (uint64_t at = 0; at < room; at++)
        if (!text[at])
            return true;
    return false;
}

static const char *check_property(const struct tree *tree, uint32_t at) {
    if (at + 12 > tree->structure_size)
        return "the device tree ends within a property";
    uint32_t size = read_be32(tree->structure + at + 4), name = read_be32(tree->structure + at + 8);
    if (size > tree->structure_size - at - 12)
        return "a property of the device tree is longer than the tree";
    if (name >= tree->strings_size || !ends_in((const uint8_t *)tree->strings + name, tree->strings_size - name))
        return "a property of the device tree has no name";
    return NULL;
}

/* Goes through all tokens, and sees that each is whole and that nodes are closed. */
static const char *check_structure(const struct tree *tree) {
    int depth = 0;
    bool children_came[DEEPEST + 1] = {false};
    for (uint32_t at = 0; at + 4 <= tree->structure_size; at = behind(tree, at)) {
        const char *wrong = NULL;
        switch (token_at(tree, at)) {
        case BEGIN_NODE:
            if (!ends_in(tree->structure + at + 4, tree->structure_size - at - 4))
                return "a node of the device tree has no name";
            if (at > 0 && depth == 0)
                return "the device tree has two roots";
            if (depth == DEEPEST)
                return "the device tree is too deep";
            children_came[depth] = true;
            children_came[++depth] = false;
            break;
        case END_NODE:
            if (depth-- == 0)
                return "the device tree closes a node that was not opened";
            break;
        case PROPERTY:
            wrong = check_property(tree, at);
            if (!wrong && (depth == 0 || children_came[depth]))
                wrong = "a property of the device tree stands outside its node";
            break;
        case NOTHING:
            break;
        case END:
            return at == 0 ? "the device tree is empty" : depth ? "the device tree ends within a node" : NULL;
        default:
            wrong = "the device tree holds something that is neither node nor property";
        }
        if (wrong)
            return wrong;
        if (depth == 0 && at == 0)
            return "the device tree does not begin with its root";
    }
    return "the device tree has no end";
}

static bool lies_within(uint32_t start, uint32_t size, uint32_t whole) {
    return start <= whole && size <= whole - start;
}

const char *tree_open(struct tree *tree, const void *blob) {
    const uint8_t *bytes = blob;
    if (header(bytes, 0) != MAGIC)
        return "the firmware gave no device tree (its magic number is missing)";
    if (header(bytes, AT_VERSION) < VERSION || header(bytes, AT_COMPATIBLE) > VERSION)
        return "the device tree has a version that is not known here";
    uint32_t size = header(bytes, AT_SIZE), reserved = header(bytes, AT_RESERVED);
    *tree = (struct tree){
        .blob = bytes,
        .size = size,
        .reserved = bytes + reserved,
        .structure = bytes + header(bytes, AT_STRUCTURE),
        .structure_size = header(bytes, AT_STRUCTURE_SIZE),
        .strings = (const char *)bytes + header(bytes, AT_STRINGS),
        .strings_size = header(bytes, AT_STRINGS_SIZE),
    };
    if (size < HEADER_SIZE || !lies_within(header(bytes, AT_STRUCTURE), tree->structure_size, size) ||
        !lies_within(header(bytes, AT_STRINGS), tree->strings_size, size) || !lies_within(reserved, 16, size))
        return "a part of the device tree lies outside it";
    for (uint32_t at = reserved; read_be64(bytes + at) || read_be64(bytes + at + 8); at += 16)
        if (!lies_within(at + 16, 16, size))
            return "the reservations of the device tree have no end";
    return check_structure(tree);
}

node tree_root(const struct tree *tree) {
    (void)tree;
    return 0;
}

const char *tree_name(const struct tree *tree, node at) {
    return (const char *)tree->structure + at + 4;
}

/* The first token from `at` on that is not one of those that mean nothing. */
static uint32_t meaningful(const struct tree *tree, uint32_t at) {
    while (token_at(tree, at) == NOTHING)
        at += 4;
    return at;
}

node tree_first_child(const struct tree *tree, node parent) {
    uint32_t at = meaningful(tree, behind(tree, parent));
    while (token_at(tree, at) == PROPERTY)
        at = meaningful(tree, behind(tree, at));
    return token_at(tree, at) == BEGIN_NODE ? at : NO_NODE;
}

node tree_next_sibling(const struct tree *tree, node at) {
    int depth = 0;
    do {
        uint32_t token = token_at(tree, at);
        depth += token == BEGIN_NODE ? 1 : token == END_NODE ? -1 : 0;
        at = behind(tree, at);
    } while (depth > 0);
    at = meaningful(tree, at);
    return token_at(tree, at) == BEGIN_NODE ? at : NO_NODE;
}

node tree_child_named(const struct tree *tree, node parent, const char *name) {
    size_t length = strlen(name);
    for (node child = tree_first_child(tree, parent); child != NO_NODE; child = tree_next_sibling(tree, child)) {
        const char *found = tree_name(tree, child);
        if (strlen(found) >= length && !memcmp(found, name, length) && (!found[length] || found[length] == '@'))
            return child;
    }
    return NO_NODE;
}

static bool property_at(const struct tree *tree, uint32_t at, struct property *found) {
    at = meaningful(tree, at);
    if (token_at(tree, at) != PROPERTY)
        return false;
    found->size = read_be32(tree->structure + at + 4);
    found->name = tree->strings + read_be32(tree->structure + at + 8);
    found->data = tree->structure + at + 12;
    found->next = behind(tree, at);
    return true;
}

bool tree_first_property(const struct tree *tree, node at, struct property *found) {
    return property_at(tree, behind(tree, at), found);
}

bool tree_next_property(const struct tree *tree, struct property *found) {
    return property_at(tree, found->next, found);
}

bool tree_find_property(const struct tree *tree, node at, const char *name, struct property *found) {
    for (bool is = tree_first_property(tree, at, found); is; is = tree_next_property(tree, found))
        if (same_text(found->name, name))
            return true;
    return false;
}

bool property_lists(const struct property *property, const char *text) {
    size_t length = strlen(text) + 1;
    for (uint32_t at = 0; at + length <= property->size; at++)
        if ((at == 0 || !property->data[at - 1]) && !memcmp(property->data + at, text, length))
            return true;
    return false;
}

/* Takes `size` bytes at the end of what is written, or NULL when they would reach into the strings. */
static uint8_t *take(struct tree_writer *writer, uint64_t size) {
    if (writer->is_full || size > writer->strings_at - writer->size) {
        writer->is_full = true;
        return NULL;
    }
    uint8_t *taken = writer->blob + writer->size;
    writer->size += (uint32_t)size;
    return taken;
}

static void write_number(struct tree_writer *writer, uint32_t number) {
    uint8_t *place = take(writer, 4);
    if (place)
        write_be32(place, number);
}

/* Writes bytes, and zeros up to a multiple of four. */
static void write_bytes(struct tree_writer *writer, const void *data, uint32_t size) {
    uint64_t padded = round_up(size, 4);
    uint8_t *place = take(writer, padded);
    if (!place)
        return;
    memcpy(place, data, size);
    memset(place + size, 0, padded - size);
}

static void write_reservation(struct tree_writer *writer, uint64_t start, uint64_t size) {
    uint8_t *place = take(writer, 16);
    if (!place)
        return;
    write_be64(place, start);
    write_be64(place + 8, size);
}

/* The strings may grow by this much; the names that a caller adds are few. */
#define MORE_STRINGS 512u

void tree_write(struct tree_writer *writer, void *room, uint32_t capacity, const struct tree *original,
                const struct reservation *more, int count) {
    uint64_t strings_room = (uint64_t)original->strings_size + MORE_STRINGS;
    *writer = (struct tree_writer){.blob = room, .capacity = capacity, .size = HEADER_SIZE};
    if (capacity < HEADER_SIZE + strings_room) {
        writer->is_full = true;
        return;
    }
    writer->strings_at = capacity - (uint32_t)strings_room;
    writer->strings_size = original->strings_size;
    writer->boot_processor = header(original->blob, AT_PROCESSOR);
    memcpy(writer->blob + writer->strings_at, original->strings, original->strings_size);
    for (const uint8_t *entry = original->reserved; read_be64(entry) || read_be64(entry + 8); entry += 16)
        write_reservation(writer, read_be64(entry), read_be64(entry + 8));
    for (int index = 0; index < count; index++)
        write_reservation(writer, more[index].start, more[index].size);
    write_reservation(writer, 0, 0);
    writer->structure_at = writer->size;
}

void tree_begin_node(struct tree_writer *writer, const char *name) {
    write_number(writer, BEGIN_NODE);
    write_bytes(writer, name, (uint32_t)strlen(name) + 1);
}

void tree_end_node(struct tree_writer *writer) {
    write_number(writer, END_NODE);
}

/* The offset of a name among the strings, where it is added if it is new. */
static uint32_t string_of(struct tree_writer *writer, const char *name) {
    const char *strings = (const char *)writer->blob + writer->strings_at;
    uint32_t length = (uint32_t)strlen(name) + 1;
    for (uint32_t at = 0; at + length <= writer->strings_size; at++)
        if (!memcmp(strings + at, name, length))
            return at;
    if (length > writer->capacity - writer->strings_at - writer->strings_size) {
        writer->is_full = true;
        return 0;
    }
    uint32_t added = writer->strings_size;
    memcpy(writer->blob + writer->strings_at + added, name, length);
    writer->strings_size += length;
    return added;
}

void tree_add_property(struct tree_writer *writer, const char *name, const void *data, uint32_t size) {
    if (writer->is_full)
        return;
    write_number(writer, PROPERTY);
    write_number(writer, size);
    write_number(writer, string_of(writer, name));
    write_bytes(writer, data, size);
}

uint32_t tree_written(struct tree_writer *writer) {
    write_number(writer, END);
    if (writer->is_full)
        return 0;
    uint32_t strings_at = writer->size;
    memmove(writer->blob + strings_at, writer->blob + writer->strings_at, writer->strings_size);
    writer->size += writer->strings_size;
    uint8_t *blob = writer->blob;
    write_be32(blob, MAGIC);
    write_be32(blob + AT_SIZE, writer->size);
    write_be32(blob + AT_STRUCTURE, writer->structure_at);
    write_be32(blob + AT_STRINGS, strings_at);
    write_be32(blob + AT_RESERVED, HEADER_SIZE);
    write_be32(blob + AT_VERSION, VERSION);
    write_be32(blob + AT_COMPATIBLE, OLDEST_COMPATIBLE);
    write_be32(blob + AT_PROCESSOR, writer->boot_processor);
    write_be32(blob + AT_STRINGS_SIZE, writer->strings_size);
    write_be32(blob + AT_STRUCTURE_SIZE, strings_at - writer->structure_at);
    return writer->size;
}
