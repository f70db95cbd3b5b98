// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

/** A document that has the right syntax, but does not say what it should. */
public final class CodecProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String expected;
    private final String found;
    private final String hint;
    private final boolean atKey;

    /**
     * Says what is wrong and where.
     *
     * @param path place in the document, such as {@code operations[3].flags}; empty for the whole of it
     * @param expected what should be there, as the end of a sentence
     * @param found what is there, as the end of a sentence
     */
    public CodecProblem(String path, String expected, String found) {
        this(path, expected, found, "", false);
    }

    private CodecProblem(String path, String expected, String found, String hint, boolean atKey) {
        super(PlainLine.of((path.isEmpty() ? "" : path + ": ")
                + "expected " + expected + ", found " + found
                + (hint.isEmpty() ? "" : "; " + hint)));
        this.path = PlainLine.of(path);
        this.expected = PlainLine.of(expected);
        this.found = PlainLine.of(found);
        this.hint = PlainLine.of(hint);
        this.atKey = atKey;
    }

    /** Says that the key at {@code path} means nothing there. */
    public static CodecProblem unknownKey(String path, String key) {
        return new CodecProblem(path, "no other key here", "\"" + key + "\"", "remove it, or look for a typo", true);
    }

    /** Returns this with an advice. */
    public CodecProblem hint(String advice) {
        return new CodecProblem(path, expected, found, advice, atKey);
    }

    /** The place in the document, such as {@code operations[3].flags}; empty for the whole of it. */
    public String path() {
        return path;
    }

    /** What should be there. */
    public String expected() {
        return expected;
    }

    /** What is there. */
    public String found() {
        return found;
    }

    /** What to do about it; empty when there is nothing to add. */
    public String hint() {
        return hint;
    }

    /** Whether the key at that place is wrong, and not its value. */
    public boolean atKey() {
        return atKey;
    }
}
