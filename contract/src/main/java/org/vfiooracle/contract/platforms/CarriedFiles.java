// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is in the files of a folder, by their names. A file is read when somebody asks for it, and once: most commands need one
 * generation and one topology.
 */
final class CarriedFiles<T> {
    private final SortedSet<String> names;
    private final Function<String, T> reader;
    private final Map<String, T> read = new ConcurrentHashMap<>();

    private CarriedFiles(SortedSet<String> names, Function<String, T> reader) {
        this.names = Collections.unmodifiableSortedSet(names);
        this.reader = reader;
    }

    /** Returns the files with these names. */
    static <T> CarriedFiles<T> of(SortedSet<String> names, Function<String, T> reader) {
        return new CarriedFiles<>(new TreeSet<>(names), reader);
    }

    /** Returns this with one more, which replaces one of the same name. */
    CarriedFiles<T> with(String name, T one) {
        SortedSet<String> more = new TreeSet<>(names);
        more.add(name);
        CarriedFiles<T> all = new CarriedFiles<>(more, reader);
        all.read.putAll(read);
        all.read.put(name, one);
        return all;
    }

    /** The names, in order. */
    SortedSet<String> names() {
        return names;
    }

    /**
     * Returns what is in the file of this name, if there is one.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when the file is wrong
     */
    Optional<T> find(String name) {
        return names.contains(name) ? Optional.of(read.computeIfAbsent(name, reader)) : Optional.empty();
    }
}
