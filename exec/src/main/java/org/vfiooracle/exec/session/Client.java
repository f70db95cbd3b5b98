// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.vfiooracle.exec.memory.Buffers;

/** A process that makes calls, from its beginning or its last exec on. */
public final class Client {
    private final long process;
    private final String name;
    private final Buffers buffers;
    private final NavigableMap<Integer, Held> held = new TreeMap<>();
    private final List<Held> closing = new ArrayList<>();
    private boolean gone;

    /**
     * A descriptor.
     *
     * @param number its number; negative until the process has made it
     * @param file what it stands for
     * @param handle its name in the model
     */
    record Held(int number, long file, String handle) {}

    Client(long process, String name, Buffers buffers) {
        this.process = process;
        this.name = name;
        this.buffers = buffers;
    }

    /** Its number on the host. */
    public long process() {
        return process;
    }

    /** Its name in the model; empty for the first one. */
    String name() {
        return name;
    }

    Buffers buffers() {
        return buffers;
    }

    boolean gone() {
        return gone;
    }

    Optional<Held> at(long number) {
        return Optional.ofNullable(held.get((int) number));
    }

    void hold(Held descriptor) {
        held.put(descriptor.number(), descriptor);
    }

    /** A descriptor that was promised has got its number. */
    void number(int promised, int number) {
        Held before = held.remove(promised);
        if (before != null) {
            hold(new Held(number, before.file(), before.handle()));
        }
    }

    /** The process closes a descriptor; the file may be held by others. */
    void close(int number) {
        Held closed = held.remove(number);
        if (closed != null) {
            closing.add(closed);
        }
    }

    /** The process ends, and closes its descriptors, the lowest first. */
    void leave() {
        gone = true;
        closing.addAll(held.values());
        held.clear();
    }

    /** It has not ended: its connection was lost, and it still has these descriptors. */
    void comeBack(Map<Integer, Long> descriptors) {
        gone = false;
        for (Held one : closing()) {
            if (Long.valueOf(one.file()).equals(descriptors.get(one.number()))) {
                closing.remove(one);
                hold(one);
            }
        }
    }

    /** The model has closed it. */
    void forget(Held descriptor) {
        closing.remove(descriptor);
    }

    /** What it has closed, and the model not yet. */
    List<Held> closing() {
        return List.copyOf(closing);
    }

    /** What it has open, the lowest first. */
    List<Held> open() {
        return List.copyOf(held.values());
    }

    /** What it has open in the model. */
    List<Held> all() {
        List<Held> all = new ArrayList<>(held.values());
        all.addAll(closing);
        return List.copyOf(all);
    }

    /** Whether it can still make calls on a file. */
    boolean opens(long file) {
        return held.values().stream().anyMatch(one -> one.file() == file);
    }
}
