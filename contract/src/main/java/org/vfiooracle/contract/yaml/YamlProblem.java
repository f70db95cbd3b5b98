// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import org.vfiooracle.contract.codec.PlainLine;

/** A file that is not what it should be: where, what was expected, what was found, and what to do. */
public final class YamlProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String label;
    private final int line;
    private final int column;

    /**
     * Says what is wrong.
     *
     * @param label the file, as the user named it
     * @param line counted from 1; 0 when it is about the file as a whole
     * @param column counted from 1
     * @param expected what should be there, as the end of a sentence
     * @param found what is there, as the end of a sentence
     * @param hint what to do about it; empty when there is nothing to add
     */
    public YamlProblem(String label, int line, int column, String expected, String found, String hint) {
        super(PlainLine.of(label
                + (line > 0 ? ":" + line + ":" + column : "")
                + ": expected " + expected + ", found " + found
                + (hint.isEmpty() ? "" : "\n  hint: " + hint)));
        this.label = label;
        this.line = line;
        this.column = column;
    }

    /** The file, as the user named it. */
    public String label() {
        return label;
    }

    /** The line, counted from 1; 0 when the problem is the file as a whole. */
    public int line() {
        return line;
    }

    /** The column, counted from 1. */
    public int column() {
        return column;
    }
}
