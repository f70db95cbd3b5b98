// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The descriptors of the processes of a log. Threads share theirs; so does one whose beginning is not in the log, as when only calls on
 * files were logged. A mapping of a file holds it as a descriptor does, so it stands among them, below zero.
 */
final class LogDescriptors {
    private final Map<Long, Map<Long, Held>> byThread = new LinkedHashMap<>();

    /** A file, and whether the descriptor is closed when its process executes another program. */
    private record Held(LoggedFile file, boolean closedOnExec) {}

    private Map<Long, Held> of(long thread) {
        return byThread.computeIfAbsent(
                thread,
                any -> !byThread.isEmpty() ? byThread.values().iterator().next() : new HashMap<>());
    }

    Optional<LoggedFile> find(long thread, long descriptor) {
        return Optional.ofNullable(of(thread).get(descriptor)).map(Held::file);
    }

    void put(long thread, long descriptor, LoggedFile file, boolean closedOnExec) {
        of(thread).put(descriptor, new Held(file, closedOnExec));
    }

    /** Forgets a descriptor, and returns its file when no other descriptor refers to it. */
    Optional<LoggedFile> close(long thread, long descriptor) {
        Held held = of(thread).remove(descriptor);
        return Optional.ofNullable(held).map(Held::file).filter(gone -> !refersTo(gone));
    }

    /** Forgets some descriptors of a process; returns what nobody refers to any more. */
    List<LoggedFile> closeAll(long thread, LongPredicate which) {
        Map<Long, Held> before = new LinkedHashMap<>(of(thread));
        of(thread).keySet().removeIf(which::test);
        return unreferenced(before);
    }

    /** A file is mapped; another program in the same process does not have the mapping. */
    void map(long thread, long address, LoggedFile file) {
        put(thread, -1 - address, file, true);
    }

    /** Forgets what is mapped from an address in the range on; returns what nobody refers to any more. */
    List<LoggedFile> unmap(long thread, long address, long length) {
        return closeAll(thread, key -> key < 0 && -1 - key >= address && -1 - key - address < length);
    }

    private boolean refersTo(LoggedFile file) {
        return byThread.values().stream()
                .flatMap(files -> files.values().stream())
                .anyMatch(held -> held.file().equals(file));
    }

    private List<LoggedFile> unreferenced(Map<Long, Held> files) {
        return files.values().stream()
                .map(Held::file)
                .distinct()
                .filter(file -> !refersTo(file))
                .toList();
    }

    /** A thread or a process begins. */
    void begin(long parent, long child, boolean sharesFiles) {
        byThread.put(child, sharesFiles ? of(parent) : new HashMap<>(of(parent)));
    }

    /** A process executes another program, with descriptors of its own; returns what nobody refers to any more. */
    List<LoggedFile> execute(long thread) {
        Map<Long, Held> before = of(thread);
        Map<Long, Held> kept = new HashMap<>(before);
        kept.values().removeIf(Held::closedOnExec);
        byThread.put(thread, kept);
        return unreferenced(before);
    }

    /** A process ends with all of its threads; returns what nobody refers to any more. */
    @SuppressWarnings("ReferenceEquality") // threads share one table; two processes may have equal ones
    List<LoggedFile> end(long thread) {
        Map<Long, Held> left = of(thread);
        byThread.values().removeIf(files -> files == left);
        return unreferenced(left);
    }

    /** A thread is gone, as the last of its process or not; returns what nobody refers to any more. */
    List<LoggedFile> leave(long thread) {
        Map<Long, Held> left = byThread.remove(thread);
        return left == null ? List.of() : unreferenced(left);
    }
}
