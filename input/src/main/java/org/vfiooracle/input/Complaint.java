// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.PlainLine;

/** The parts of a refusal, always in the same form and order. */
public final class Complaint {
    private final String what;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Complaint(String what) {
        this.what = what;
    }

    /** Starts with what is wrong, in a few words. */
    public static Complaint that(String what) {
        return new Complaint(what);
    }

    /** Adds the place: an option, a file, a line. */
    public Complaint where(String text) {
        return part("where", text);
    }

    /** Adds what would have been right. */
    public Complaint expected(String text) {
        return part("expected", text);
    }

    /** Adds what was there. */
    public Complaint found(String text) {
        return part("found", text);
    }

    /** Adds what to do about it. */
    public Complaint hint(String text) {
        return part("hint", text);
    }

    /** All parts, one on each line. */
    public String text() {
        StringBuilder text = new StringBuilder(PlainLine.of(what));
        parts.forEach((name, value) -> text.append("\n  ")
                .append(name)
                .append(": ")
                .append(" ".repeat("expected".length() - name.length()))
                .append(value));
        return text.toString();
    }

    private Complaint part(String name, String value) {
        if (!value.isEmpty()) {
            parts.put(name, PlainLine.of(value));
        }
        return this;
    }
}
