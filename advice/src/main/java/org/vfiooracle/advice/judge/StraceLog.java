// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code strace} prints: with or without {@code -f}, {@code -o}, {@code -t}, {@code -r}, {@code -T} and {@code -y}. A call
 * that another thread interrupts stands where it returned.
 */
final class StraceLog {
    private static final Pattern LINE = Pattern.compile(
            "(?:\\[pid +(?<pid>[0-9]+)] |(?<bare>[0-9]+) +(?=[0-9:.]+ |[a-z<]))?" // who
                    + "(?:[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)? |[0-9]+\\.[0-9]+ | +[0-9]+\\.[0-9]+ )?" // when
                    + "(?<rest>.*)");
    private static final Pattern WHOLE =
            Pattern.compile("(?<name>[a-z_0-9]+)\\((?<arguments>.*)\\) += (?<result>\\S+)(?<error> E[A-Z0-9]+)?.*");
    private static final Pattern BEGINNING =
            Pattern.compile("(?<name>[a-z_0-9]+)\\((?<arguments>.*?) *<unfinished \\.\\.\\.>");
    private static final Pattern END = Pattern.compile("<\\.\\.\\. (?<name>[a-z_0-9]+) resumed> ?,?(?<rest>.*)");
    private static final Pattern NUMBER = Pattern.compile("(0x[0-9a-f]+|[0-9]+)(?:<.*)?");

    private final Map<Long, String> begun = new HashMap<>();
    private final List<LoggedCall> calls = new ArrayList<>();

    private StraceLog() {}

    /** Returns the calls of a log; lines that are none are left out. */
    static List<LoggedCall> read(String text) {
        StraceLog log = new StraceLog();
        int number = 0;
        for (String line : text.lines().toList()) {
            log.line(line, ++number);
        }
        return log.calls;
    }

    private void line(String text, int number) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return;
        }
        String who = line.group("pid") != null ? line.group("pid") : line.group("bare");
        long thread = who == null || who.length() > 9 ? 0 : Long.parseLong(who);
        String rest = line.group("rest").strip();
        Matcher beginning = BEGINNING.matcher(rest);
        if (beginning.matches()) {
            begun.put(thread, beginning.group("name") + "(" + beginning.group("arguments"));
            return;
        }
        Matcher end = END.matcher(rest);
        if (end.matches()) {
            String begin = begun.remove(thread);
            if (begin != null && begin.startsWith(end.group("name") + "(")) {
                call(begin + end.group("rest"), thread, number);
            }
            return;
        }
        call(rest, thread, number);
    }

    private void call(String text, long thread, int number) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return;
        }
        Matcher value = NUMBER.matcher(whole.group("result"));
        Optional<String> error = Optional.ofNullable(whole.group("error")).map(String::strip);
        calls.add(new LoggedCall(
                number,
                thread,
                whole.group("name"),
                whole.group("arguments").strip(),
                error.isEmpty() && value.matches() ? OptionalLong.of(number(value.group(1))) : OptionalLong.empty(),
                error));
    }

    private static long number(String text) {
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException tooLong) {
            return -1;
        }
    }
}
