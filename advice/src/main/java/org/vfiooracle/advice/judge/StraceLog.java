// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code strace} prints: with or without {@code -f}, {@code -o}, {@code -t}, {@code -r}, {@code -T} and {@code -y}. A call
 * that another thread interrupts stands where it returned; but one that makes a process stands where it began, since the child may
 * act before it returns.
 */
final class StraceLog {
    /** What stands for a call where a thread is gone: it exited, or was killed. */
    static final String GONE = "+++";

    private static final Set<String> BEARING = Set.of("clone", "clone3", "fork", "vfork");
    private static final Pattern LINE = Pattern.compile(
            "(?:\\[pid +(?<pid>[0-9]+)] |(?<bare>[0-9]+) +(?=[0-9:.]+ |[a-z<+]))?" // who
                    + "(?:[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)? |[0-9]+\\.[0-9]+ | +[0-9]+\\.[0-9]+ )?" // when
                    + "(?<rest>.*)");
    private static final Pattern WHOLE =
            Pattern.compile("(?<name>[a-z_0-9]+)\\((?<arguments>.*)\\) += (?<result>\\S+)(?<error> E[A-Z0-9]+)?.*");
    private static final Pattern BEGINNING =
            Pattern.compile("(?<name>[a-z_0-9]+)\\((?<arguments>.*?) *<unfinished \\.\\.\\.>");
    private static final Pattern END = Pattern.compile("<\\.\\.\\. (?<name>[a-z_0-9]+) resumed> ?(?<rest>.*)");
    private static final Pattern NO_MORE = Pattern.compile(
            "\\+\\+\\+ (?<how>exited with [0-9]+|killed by [A-Z0-9]+(?: \\(core dumped\\))?) \\+\\+\\+");
    private static final Pattern ATTACHED = Pattern.compile("strace: Process (?<pid>[0-9]+) attached.*");
    private static final Pattern NUMBER = Pattern.compile("(0x[0-9a-f]+|[0-9]+)(?:<.*)?");

    private final Map<Long, Begun> begun = new HashMap<>();
    private final Set<Long> children = new HashSet<>();
    private final List<LoggedCall> calls = new ArrayList<>();
    private long first;

    private StraceLog() {}

    /** The beginning of a call that has not returned, and its place among the calls. */
    private record Begun(String text, int place) {}

    /** Returns the calls of a log; lines that are none are left out. */
    static List<LoggedCall> read(String text) {
        StraceLog log = new StraceLog();
        int number = 0;
        for (String line : text.lines().toList()) {
            log.line(line, ++number);
        }
        return log.calls.stream().map(log::named).toList();
    }

    /** Without -o, the first process has no number as long as it is the only one. */
    private LoggedCall named(LoggedCall call) {
        return call.thread() == 0
                ? new LoggedCall(
                        call.line(), first, call.name(), call.arguments(), call.value(), call.error(), call.result())
                : call;
    }

    private void line(String text, int number) {
        Matcher attached = ATTACHED.matcher(text);
        if (attached.matches()) {
            children.add(thread(attached.group("pid")));
            return;
        }
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return;
        }
        String who = line.group("pid") != null ? line.group("pid") : line.group("bare");
        long thread = thread(who);
        if (first == 0 && !children.contains(thread)) {
            first = thread;
        }
        String rest = line.group("rest").strip();
        Matcher beginning = BEGINNING.matcher(rest);
        Matcher end = END.matcher(rest);
        Matcher gone = NO_MORE.matcher(rest);
        if (beginning.matches()) {
            begun.put(thread, new Begun(beginning.group("name") + "(" + beginning.group("arguments"), calls.size()));
        } else if (end.matches()) {
            resumed(end, thread, number);
        } else if (gone.matches()) {
            calls.add(new LoggedCall(
                    number, thread, GONE, gone.group("how"), OptionalLong.empty(), Optional.empty(), "?"));
        } else {
            call(rest, thread, number).ifPresent(calls::add);
        }
    }

    private static long thread(@Nullable String who) {
        return who == null || who.length() > 9 ? 0 : Long.parseLong(who);
    }

    private void resumed(Matcher end, long thread, int number) {
        Begun begin = begun.containsKey(thread) || thread != first ? begun.remove(thread) : begun.remove(0L);
        if (begin == null || !begin.text().startsWith(end.group("name") + "(")) {
            return;
        }
        Optional<LoggedCall> call = call(begin.text() + end.group("rest"), thread, number);
        call.filter(one -> BEARING.contains(one.name()))
                .ifPresentOrElse(one -> insert(begin.place(), one), () -> call.ifPresent(calls::add));
    }

    private void insert(int place, LoggedCall call) {
        calls.add(place, call);
        begun.replaceAll((thread, one) -> one.place() > place ? new Begun(one.text(), one.place() + 1) : one);
    }

    private static Optional<LoggedCall> call(String text, long thread, int number) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        Matcher value = NUMBER.matcher(whole.group("result"));
        Optional<String> error = Optional.ofNullable(whole.group("error")).map(String::strip);
        OptionalLong returned =
                error.isEmpty() && value.matches() ? OptionalLong.of(number(value.group(1))) : OptionalLong.empty();
        return Optional.of(new LoggedCall(
                number,
                thread,
                whole.group("name"),
                whole.group("arguments").strip(),
                returned,
                error,
                error.map(name -> "-1 " + name)
                        .orElseGet(() -> returned.isPresent() ? Long.toString(returned.getAsLong()) : "?")));
    }

    private static long number(String text) {
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException tooLong) {
            return -1;
        }
    }
}
