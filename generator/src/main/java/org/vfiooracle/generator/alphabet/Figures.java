// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.state.Window;

/** Numbers of an alphabet that depend on the windows of a container: {@code W0+1p}, {@code B1+2h}, {@code W1.end-0x800}. */
final class Figures {
    private static final Pattern TERM =
            Pattern.compile("([+-]?)(?:(0x[0-9a-f]+)|([0-9]+)([ph])|W([01])(\\.end)?|([A-Z][A-Za-z0-9]*))");
    private static final Pattern RELATIVE =
            Pattern.compile("(?:[+-]?(?:0x[0-9a-f]+|[0-9]+[ph]|W[01](?:\\.end)?|B[0-9]+))+");
    private static final int DEFAULT_SHIFT = 12;
    private static final long DEFAULT_SIZE = 1L << 31;

    private final Optional<Window> first;
    private final Optional<Window> second;
    private final long hostPage;

    Figures(Optional<Window> first, Optional<Window> second, long hostPage) {
        this.first = first;
        this.second = second;
        this.hostPage = hostPage;
    }

    /** Whether a text asks for a window that is not there. */
    boolean lacks(String text) {
        return text.contains("W1") && second.isEmpty();
    }

    /** Returns {@code text} with its terms added up; as it is where it is no sum. */
    String resolved(String text, boolean ofSecond) {
        if (!RELATIVE.matcher(text).matches()) {
            return text;
        }
        Matcher terms = TERM.matcher(text);
        long sum = 0;
        String buffer = "";
        while (terms.find()) {
            if (terms.group(7) != null) {
                buffer = terms.group(7);
                continue;
            }
            long value = value(terms, ofSecond);
            sum += "-".equals(terms.group(1)) ? -value : value;
        }
        return buffer.isEmpty() ? Hex.of(sum) : buffer + "+" + Hex.of(sum);
    }

    private long value(Matcher term, boolean ofSecond) {
        if (term.group(2) != null) {
            return Hex.parse(term.group(2));
        }
        if (term.group(3) != null) {
            return Long.parseLong(term.group(3)) * (term.group(4).equals("h") ? hostPage : page(ofSecond));
        }
        Optional<Window> window = term.group(5).equals("0") ? first : second;
        long start = window.map(Window::start).orElse(0L);
        return term.group(6) == null ? start : start + window.map(Window::size).orElse(DEFAULT_SIZE);
    }

    private long page(boolean ofSecond) {
        return (ofSecond ? second : first).map(Window::pageSize).orElse(1L << DEFAULT_SHIFT);
    }
}
