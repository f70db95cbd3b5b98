// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.PlainLine;

/** An adapter printed a line that is no message of the protocol. */
public final class Garbage extends Exception {
    /** How the parser says it. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(?<key>[^']*)'");

    private static final long serialVersionUID = 1;

    private final String line;

    private Garbage(String what, String line, Throwable cause) {
        super(PlainLine.of(what) + ", " + where(line), cause);
        this.line = line;
    }

    private static String where(String line) {
        return "in the line: " + PlainLine.shown(line);
    }

    /** The line, as the end of a sentence. */
    public String line() {
        return where(line);
    }

    static Garbage notJson(String line, Exception cause) {
        Matcher twice = TWICE.matcher(String.valueOf(cause.getMessage()));
        String found = twice.lookingAt() ? "the key \"" + twice.group("key") + "\" twice" : "no JSON object";
        return new Garbage("expected a message of the adapter protocol, found " + found, line, cause);
    }

    /** Returns the problem of a line that does not say what it should. */
    public static Garbage of(CodecProblem problem, String line) {
        return new Garbage(String.valueOf(problem.getMessage()), line, problem);
    }

    /** Returns the problem of a line that is a message, but not one that may come now. */
    public static Garbage outOfPlace(String expected, String found, String line) {
        return of(new CodecProblem("", expected, found), line);
    }
}
