/* SPDX-License-Identifier: Apache-2.0 */
#include "bridges.h"

static const char OPTION[] = "shim.bridges=";
static const char OPAL_NODE[] = "ibm,opal";
static const char OPAL_ENTRY[] = "opal-entry-address";
/* What the firmware calls a bridge of a POWER8. */
static const char PHB3[] = "ibm,ioda2-phb";

/* An older generation: strings with the zero that ends each of them, as a property holds them. */
struct generation {
    const char *name;
    const char *hub;
    uint32_t hub_size;
    const char *bridge;
    uint32_t bridge_size;
};

#define STRINGS(text) (text), sizeof(text)

static const struct generation GENERATIONS[] = {
    [BRIDGES_AS_THEY_ARE] = {.name = "none"},
    [BRIDGES_P7IOC] = {"p7ioc", STRINGS("ibm,p7ioc\0ibm,ioda-hub"), STRINGS("ibm,p7ioc-pciex\0ibm,ioda-phb")},
    [BRIDGES_P5IOC2] = {"p5ioc2", STRINGS("ibm,p5ioc2"), STRINGS("ibm,p5ioc2-pciex")},
};

/* The 64-bit memory window of a PHB3: an old bridge has another, which Linux would set up with calls of its own. */
static const char *const LEFT_OUT[] = {"ibm,opal-m64-window", "ibm,opal-available-m64-ranges"};

static bool is_word(const char *text, const char *end, const char *word) {
    size_t length = strlen(word);
    return (size_t)(end - text) >= length && !memcmp(text, word, length) && (text + length == end || text[length] == ' ');
}

const char *bridges_wanted(enum bridges *wanted, const struct tree *tree) {
    node chosen = tree_child_named(tree, tree_root(tree), "chosen");
    struct property arguments;
    if (chosen == NO_NODE || !tree_find_property(tree, chosen, "bootargs", &arguments) || !arguments.size)
        return "there are no boot arguments; expected shim.bridges=p7ioc, p5ioc2 or none among them";
    const char *text = (const char *)arguments.data, *end = text + arguments.size - 1;
    size_t length = sizeof OPTION - 1;
    for (const char *at = text; at + length < end; at++) {
        if (memcmp(at, OPTION, length) || (at > text && at[-1] != ' '))
            continue;
        for (unsigned kind = 0; kind < sizeof GENERATIONS / sizeof *GENERATIONS; kind++)
            if (is_word(at + length, end, GENERATIONS[kind].name)) {
                *wanted = (enum bridges)kind;
                return NULL;
            }
        return "shim.bridges= in the boot arguments names no bridges; expected p7ioc, p5ioc2 or none";
    }
    return "the boot arguments do not say shim.bridges=; expected p7ioc, p5ioc2 or none";
}

const char *bridges_opal_entry(uint64_t *entry, const struct tree *tree) {
    node opal = tree_child_named(tree, tree_root(tree), OPAL_NODE);
    struct property found;
    if (opal == NO_NODE || !tree_find_property(tree, opal, OPAL_ENTRY, &found) || found.size != 8)
        return "the device tree does not say where the firmware is called (/ibm,opal/opal-entry-address)";
    *entry = read_be64(found.data);
    return NULL;
}

/* One copy of a tree under way. */
struct copy {
    const struct edit *edit;
    const struct tree *tree;
    struct tree_writer *writer;
    const struct generation *generation;
    int bridges;
};

static bool is_bridge(const struct copy *copy, node parent, node at) {
    struct property compatible;
    return copy->edit->wanted != BRIDGES_AS_THEY_ARE && parent == tree_root(copy->tree) &&
           tree_find_property(copy->tree, at, "compatible", &compatible) && property_lists(&compatible, PHB3);
}

static bool is_left_out(const char *name) {
    for (unsigned index = 0; index < sizeof LEFT_OUT / sizeof *LEFT_OUT; index++)
        if (same_text(name, LEFT_OUT[index]))
            return true;
    return false;
}

static void copy_bridge_property(struct copy *copy, const struct property *property) {
    if (is_left_out(property->name))
        return;
    if (same_text(property->name, "compatible"))
        tree_add_property(copy->writer, property->name, copy->generation->bridge, copy->generation->bridge_size);
    else
        tree_add_property(copy->writer, property->name, property->data, property->size);
}

static void copy_property(struct copy *copy, node parent, const char *name, const struct property *property) {
    bool is_entry = parent == tree_root(copy->tree) && same_text(name, OPAL_NODE) && same_text(property->name, OPAL_ENTRY);
    uint8_t entry[8];
    write_be64(entry, copy->edit->opal_entry);
    tree_add_property(copy->writer, property->name, is_entry ? entry : property->data, property->size);
}

static void copy_node(struct copy *copy, node parent, node at);

/* Writes the hub, and below it every bridge of the machine, in the order of the tree. */
static void write_hub(struct copy *copy, node root) {
    struct tree_writer *writer = copy->writer;
    uint8_t two[4], first[8];
    write_be32(two, 2);
    write_be64(first, 0);
    tree_begin_node(writer, "io-hub@0");
    tree_add_property(writer, "#address-cells", two, sizeof two);
    tree_add_property(writer, "#size-cells", two, sizeof two);
    tree_add_property(writer, "ranges", "", 0);
    tree_add_property(writer, "compatible", copy->generation->hub, copy->generation->hub_size);
    tree_add_property(writer, "ibm,opal-hubid", first, sizeof first);
    for (node child = tree_first_child(copy->tree, root); child != NO_NODE; child = tree_next_sibling(copy->tree, child))
        if (is_bridge(copy, root, child)) {
            copy->bridges++;
            copy_node(copy, root, child);
        }
    tree_end_node(writer);
}

static void copy_node(struct copy *copy, node parent, node at) {
    const struct tree *tree = copy->tree;
    const char *name = tree_name(tree, at);
    bool bridge = is_bridge(copy, parent, at);
    struct property property;
    tree_begin_node(copy->writer, name);
    for (bool is = tree_first_property(tree, at, &property); is; is = tree_next_property(tree, &property)) {
        if (bridge)
            copy_bridge_property(copy, &property);
        else
            copy_property(copy, parent, name, &property);
    }
    for (node child = tree_first_child(tree, at); child != NO_NODE; child = tree_next_sibling(tree, child)) {
        if (!is_bridge(copy, at, child))
            copy_node(copy, at, child);
        else if (!copy->bridges)
            write_hub(copy, at);
    }
    tree_end_node(copy->writer);
}

const char *bridges_edit(const struct edit *edit, const struct tree *tree, void *room, uint32_t capacity, uint32_t *size) {
    struct tree_writer writer;
    struct copy copy = {edit, tree, &writer, &GENERATIONS[edit->wanted], 0};
    tree_write(&writer, room, capacity, tree, edit->reservations, edit->reservation_count);
    copy_node(&copy, NO_NODE, tree_root(tree));
    *size = tree_written(&writer);
    if (!*size)
        return "the edited device tree does not fit into its place";
    if (!copy.bridges && edit->wanted != BRIDGES_AS_THEY_ARE)
        return "the device tree has no bridge of a POWER8 (ibm,ioda2-phb)";
    return NULL;
}
