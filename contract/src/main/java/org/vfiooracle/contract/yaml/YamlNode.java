// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a YAML document and where it stands; lines and columns are counted from 1. */
public sealed interface YamlNode {
    /** The line it begins in. */
    int line();

    /** The column it begins in. */
    int column();

    /** The value without places: a map in order, a list, a string, a {@link Long} or a {@link Boolean}. */
    Object value();

    /** A string, a number or a truth value. */
    record Scalar(Object value, int line, int column) implements YamlNode {}

    /** A list. */
    record Items(List<YamlNode> items, int line, int column) implements YamlNode {
        @Override
        public Object value() {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return values;
        }
    }

    /** A map, in the order of the document. */
    record Entries(Map<String, Entry> entries, int line, int column) implements YamlNode {
        @Override
        public Object value() {
            Map<String, Object> values = new LinkedHashMap<>();
            entries.forEach((key, entry) -> values.put(key, entry.node().value()));
            return values;
        }
    }

    /** An entry of a map: where its key stands, and its value. */
    record Entry(YamlNode key, YamlNode node) {}

    /**
     * Returns the node at a place such as {@code operations[3].flags}, or as near to it as there is one.
     *
     * @param atKey the key of it instead of its value
     */
    default YamlNode nearest(String path, boolean atKey) {
        YamlNode here = this;
        YamlNode key = this;
        Matcher step = PathSteps.STEP.matcher(path);
        while (step.find()) {
            Optional<Entry> next = PathSteps.step(here, step);
            if (next.isEmpty()) {
                return here;
            }
            key = next.get().key();
            here = next.get().node();
        }
        return atKey ? key : here;
    }

    /** How places in a document are spelled. */
    final class PathSteps {
        private static final Pattern STEP = Pattern.compile("\\[(?<index>[0-9]+)]|(?<key>[^.\\[\\]]+)");

        private PathSteps() {}

        private static Optional<Entry> step(YamlNode from, Matcher step) {
            String index = step.group("index");
            if (from instanceof Items list && index != null) {
                int at = Integer.parseInt(index);
                return at < list.items.size()
                        ? Optional.of(new Entry(list.items.get(at), list.items.get(at)))
                        : Optional.empty();
            }
            return from instanceof Entries map && index == null
                    ? Optional.ofNullable(map.entries.get(step.group("key")))
                    : Optional.empty();
        }
    }
}
