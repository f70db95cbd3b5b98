// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.engine.state.Handle;

/**
 * Who has descriptors of what in a state, and the fingerprints of its groups. There are only a few of each, so that going through
 * them is faster than a map.
 */
final class Held {
    private static final long CONTAINER_FILE = 13;
    private static final long GROUP_FILE = 17;
    private static final int USUAL = 8;

    private final boolean named;
    private Handle[] files = new Handle[USUAL];
    private long[] hashes = new long[USUAL];
    private int descriptors;
    private @Nullable String[] aliases = new String[USUAL];
    private long[] groups = new long[USUAL];
    private int known;

    /** Begins with nothing; {@code named} tells the names of descriptors apart. */
    Held(boolean named) {
        this.named = named;
    }

    /** Adds the descriptors of a process. */
    void handles(Map<String, Handle> handles, long process) {
        long unnamed = named ? 0 : Mix.and(process, 0);
        handles.forEach((name, file) -> add(file, named ? Mix.and(process, Mix.text(name)) : unnamed));
    }

    private void add(Handle file, long who) {
        if (descriptors == files.length) {
            files = Arrays.copyOf(files, 2 * descriptors);
            hashes = Arrays.copyOf(hashes, 2 * descriptors);
        }
        files[descriptors] = file;
        hashes[descriptors++] = hash(file, who);
    }

    private static long hash(Handle file, long who) {
        if (file instanceof Handle.ContainerFd) {
            return Mix.and(CONTAINER_FILE, who);
        }
        return file instanceof Handle.DeviceFd fd
                ? Mix.and(Mix.text(fd.device(), fd.group().length()), who)
                : Mix.and(GROUP_FILE, who);
    }

    /** The descriptors of a container. */
    long ofContainer(String name) {
        long sum = 0;
        for (int i = 0; i < descriptors; i++) {
            sum += files[i] instanceof Handle.ContainerFd fd && fd.container().equals(name) ? hashes[i] : 0;
        }
        return sum;
    }

    /** The descriptors of a group. */
    long ofGroup(String alias) {
        long sum = 0;
        for (int i = 0; i < descriptors; i++) {
            sum += files[i] instanceof Handle.GroupFd fd && fd.group().equals(alias) ? hashes[i] : 0;
        }
        return sum;
    }

    /** The descriptors of the devices of a group, those of one open file together. */
    long devicesOf(String alias) {
        long sum = 0;
        for (int i = 0; i < descriptors; i++) {
            if (files[i] instanceof Handle.DeviceFd fd && fd.group().equals(alias) && isFirst(i, fd)) {
                sum += Mix.of(ofFile(fd));
            }
        }
        return sum;
    }

    private boolean isFirst(int at, Handle.DeviceFd file) {
        for (int i = 0; i < at; i++) {
            if (same(files[i], file)) {
                return false;
            }
        }
        return true;
    }

    private long ofFile(Handle.DeviceFd file) {
        long sum = 0;
        for (int i = 0; i < descriptors; i++) {
            sum += same(files[i], file) ? hashes[i] : 0;
        }
        return sum;
    }

    private static boolean same(Handle one, Handle.DeviceFd other) {
        return one instanceof Handle.DeviceFd fd
                && fd.group().equals(other.group())
                && fd.file().equals(other.file());
    }

    /** Remembers the fingerprint of a group. */
    void group(String alias, long hash) {
        if (known == aliases.length) {
            aliases = Arrays.copyOf(aliases, 2 * known);
            groups = Arrays.copyOf(groups, 2 * known);
        }
        aliases[known] = alias;
        groups[known++] = hash;
    }

    /** The fingerprint of a group. */
    long hashOf(String alias) {
        for (int i = 0; i < known; i++) {
            if (alias.equals(aliases[i])) {
                return groups[i];
            }
        }
        return 0;
    }
}
