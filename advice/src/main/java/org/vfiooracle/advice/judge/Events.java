// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The calls of a log that are about VFIO, with the files that their descriptors refer to.
 *
 * @param all in order
 * @param groups the numbers of the groups, by the alias that each gets
 * @param shared the containers that more than one process made requests on
 * @param buffers the memory that the calls name
 * @param unknown requests of VFIO on descriptors that were open before the log begins
 */
record Events(List<Event> all, Map<String, String> groups, Set<String> shared, Set<String> buffers, int unknown) {
    private static final Pattern VFIO_FILE = Pattern.compile("\"/dev/vfio/(?<name>vfio|[0-9]+)\"");
    private static final Pattern DESCRIPTOR = Pattern.compile("(?<number>[0-9]+)(?:<.*?>+)?(?:, *(?<rest>.*))?");
    private static final Pattern RANGE =
            Pattern.compile("(?<first>[0-9]+), *(?<last>[0-9]+|~0U|0xffffffff), *(?<flags>.*)");
    private static final Pattern MAPPED =
            Pattern.compile("[^,]*, *[0-9]+, *[^,]*, *[^,]*, *(?<number>[0-9]{1,9})(?:<.*?>+)?, *[^,]*");
    private static final Pattern UNMAPPED = Pattern.compile("0x(?<address>[0-9a-f]{1,16}), *(?<length>[0-9]{1,18})");
    private static final Pattern REQUEST =
            Pattern.compile("(?<names>VFIO_[A-Z0-9_]+(?: or VFIO_[A-Z0-9_]+)*)(?:, *(?<argument>.*))?");

    Events {
        all = List.copyOf(all);
        shared = Set.copyOf(shared);
        buffers = Set.copyOf(buffers);
    }

    /** Reads the output of strace, a trace of {@code oracle exec}, or the trace of QEMU. */
    static Events in(String text) {
        return ExecTrace.read(text).or(() -> QemuTrace.read(text)).orElseGet(() -> of(StraceLog.read(text)));
    }

    static Events of(List<LoggedCall> calls) {
        Reader reader = new Reader();
        calls.forEach(reader::call);
        return new Events(
                reader.events, reader.named.numbers(), reader.shared, Set.of(Candidates.MEMORY), reader.unknown);
    }

    private static final class Reader {
        private final LogDescriptors descriptors = new LogDescriptors();
        private final List<Event> events = new ArrayList<>();
        private final LoggedGroups named = new LoggedGroups();
        private final Map<Long, Long> processes = new HashMap<>();
        private final Map<String, Long> users = new HashMap<>();
        private final Set<String> shared = new HashSet<>();
        private int containers;
        private int groups;
        private int devices;
        private int unknown;

        void call(LoggedCall call) {
            switch (call.name()) {
                case "open", "openat", "openat2" -> open(call);
                case "ioctl" -> request(call);
                case "close" ->
                    descriptor(call).ifPresent(number -> closed(call, descriptors.close(call.thread(), number)));
                case "dup", "dup2", "dup3" -> duplicate(call);
                case "fcntl" -> {
                    if (call.arguments().contains("F_DUPFD")) {
                        duplicate(call);
                    }
                }
                case "clone", "clone3", "fork", "vfork" ->
                    call.value().ifPresent(child -> {
                        descriptors.begin(call.thread(), child, call.arguments().contains("CLONE_FILES"));
                        processes.put(child, call.arguments().contains("CLONE_VM") ? process(call.thread()) : child);
                    });
                case "close_range" -> closeRange(call);
                case "mmap", "mmap2" -> map(call);
                case "munmap" -> unmap(call);
                case "execve", "execveat" -> {
                    if (call.succeeded()) {
                        closed(call, descriptors.execute(call.thread()));
                    }
                }
                case "exit_group" -> closed(call, descriptors.end(call.thread()));
                case StraceLog.GONE -> closed(call, descriptors.leave(call.thread()));
                default -> {}
            }
        }

        /** One whose beginning is not in the log counts as a thread of the first process. */
        private long process(long thread) {
            return processes.getOrDefault(thread, 0L);
        }

        private static Optional<Long> descriptor(LoggedCall call) {
            Matcher first = DESCRIPTOR.matcher(call.arguments());
            return first.matches() && first.group("number").length() < 9
                    ? Optional.of(Long.parseLong(first.group("number")))
                    : Optional.empty();
        }

        private void open(LoggedCall call) {
            Matcher file = VFIO_FILE.matcher(call.arguments());
            if (!file.find()) {
                call.value().ifPresent(number -> closed(call, descriptors.close(call.thread(), number)));
                return;
            }
            LoggedFile opened = file.group("name").equals("vfio")
                    ? new LoggedFile.Container("C" + (containers + 1))
                    : new LoggedFile.Group("G" + (groups + 1), named.alias(file.group("name")));
            if (call.succeeded()) {
                containers += opened instanceof LoggedFile.Container ? 1 : 0;
                groups += opened instanceof LoggedFile.Group ? 1 : 0;
                call.value()
                        .ifPresent(number -> descriptors.put(
                                call.thread(), number, opened, call.arguments().contains("O_CLOEXEC")));
            }
            events.add(new Event.Opened(call, opened));
        }

        private void duplicate(LoggedCall call) {
            Optional<LoggedFile> file = descriptor(call).flatMap(number -> descriptors.find(call.thread(), number));
            call.value().ifPresent(number -> {
                if (number == descriptor(call).orElse(-1L)) {
                    return;
                }
                Optional<LoggedFile> replaced = descriptors.close(call.thread(), number);
                file.ifPresent(one -> descriptors.put(
                        call.thread(), number, one, call.arguments().contains("CLOEXEC")));
                closed(call, replaced);
            });
        }

        private void closeRange(LoggedCall call) {
            Matcher range = RANGE.matcher(call.arguments());
            if (call.succeeded() && range.matches() && !range.group("flags").contains("CLOEXEC")) {
                long first = Long.parseLong(range.group("first"));
                String end = range.group("last");
                long last = end.matches("[0-9]+") ? Long.parseLong(end) : Long.MAX_VALUE;
                closed(call, descriptors.closeAll(call.thread(), number -> number >= first && number <= last));
            }
        }

        private void map(LoggedCall call) {
            Matcher mapped = MAPPED.matcher(call.arguments());
            if (call.succeeded() && mapped.matches()) {
                descriptors
                        .find(call.thread(), Long.parseLong(mapped.group("number")))
                        .filter(LoggedFile.Device.class::isInstance)
                        .ifPresent(device ->
                                descriptors.map(call.thread(), call.value().getAsLong(), device));
            }
        }

        private void unmap(LoggedCall call) {
            Matcher range = UNMAPPED.matcher(call.arguments());
            if (call.succeeded() && range.matches()) {
                long address = Long.parseUnsignedLong(range.group("address"), 16);
                closed(call, descriptors.unmap(call.thread(), address, Long.parseLong(range.group("length"))));
            }
        }

        private void closed(LoggedCall call, Optional<LoggedFile> file) {
            file.ifPresent(gone -> events.add(new Event.Closed(call, gone)));
        }

        private void closed(LoggedCall call, List<LoggedFile> files) {
            files.forEach(gone -> events.add(new Event.Closed(call, gone)));
        }

        private void request(LoggedCall call) {
            Matcher first = DESCRIPTOR.matcher(call.arguments());
            if (!first.matches() || first.group("rest") == null) {
                return;
            }
            Matcher request = REQUEST.matcher(first.group("rest"));
            if (!request.matches()) {
                return;
            }
            Optional<LoggedFile> file = descriptors.find(call.thread(), Long.parseLong(first.group("number")));
            if (file.isEmpty()) {
                unknown++;
                return;
            }
            Long user = users.putIfAbsent(file.get().handle(), process(call.thread()));
            if (user != null && user != process(call.thread())) {
                shared.add(file.get().handle());
            }
            Set<String> names =
                    Arrays.stream(request.group("names").split(" or ", -1)).collect(Collectors.toSet());
            String opened = "D" + (devices + 1);
            if (names.contains("VFIO_GROUP_GET_DEVICE_FD")
                    && call.succeeded()
                    && file.get() instanceof LoggedFile.Group group) {
                devices++;
                call.value()
                        .ifPresent(number -> descriptors.put(
                                call.thread(), number, new LoggedFile.Device(opened, group.alias()), true));
            }
            String argument = request.group("argument");
            events.add(new Event.Requested(call, file.get(), names, argument == null ? "" : argument, opened));
        }
    }
}
