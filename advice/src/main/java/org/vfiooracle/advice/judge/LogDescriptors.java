// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The descriptors of the processes of a log. Threads share theirs; so does one whose beginning is not in the log, as when only calls on
 * files were logged.
 */
final class LogDescriptors {
    private final Map<Long, Map<Long, LoggedFile>> byThread = new LinkedHashMap<>();

    private Map<Long, LoggedFile> of(long thread) {
        return byThread.computeIfAbsent(
                thread,
                any -> !byThread.isEmpty() ? byThread.values().iterator().next() : new HashMap<>());
    }

    Optional<LoggedFile> find(long thread, long descriptor) {
        return Optional.ofNullable(of(thread).get(descriptor));
    }

    void put(long thread, long descriptor, LoggedFile file) {
        of(thread).put(descriptor, file);
    }

    /** Forgets a descriptor, and returns its file when no other descriptor refers to it. */
    Optional<LoggedFile> close(long thread, long descriptor) {
        LoggedFile file = of(thread).remove(descriptor);
        return Optional.ofNullable(file).filter(gone -> !refersTo(gone));
    }

    private boolean refersTo(LoggedFile file) {
        return byThread.values().stream().anyMatch(files -> files.containsValue(file));
    }

    /** A thread or a process begins. */
    void begin(long parent, long child, boolean sharesFiles) {
        byThread.put(child, sharesFiles ? of(parent) : new HashMap<>(of(parent)));
    }

    /** A process ends with all of its threads; returns what nobody refers to any more. */
    @SuppressWarnings("ReferenceEquality") // threads share one table; two processes may have equal ones
    List<LoggedFile> end(long thread) {
        Map<Long, LoggedFile> left = of(thread);
        byThread.values().removeIf(files -> files == left);
        return left.values().stream().distinct().filter(file -> !refersTo(file)).toList();
    }
}
