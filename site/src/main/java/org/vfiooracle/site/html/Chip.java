// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import org.vfiooracle.engine.operation.Answer;

/**
 * An answer as pages show it.
 *
 * @param text the answer
 * @param kind how it looks: {@code ok}, {@code no} or {@code na}
 * @param to the page of the answer; empty where it has none
 */
public record Chip(String text, String kind, String to) {
    /** No answer: the case cannot run there. */
    public static final Chip NONE = new Chip("", "na", "");

    /** Returns the chip of an answer. */
    public static Chip of(Answer answer) {
        return new Chip(answer.toString(), answer.succeeded() ? "ok" : "no", page(answer));
    }

    /** The page of an answer. */
    public static String page(Answer answer) {
        return "answers/" + answer.toString().replaceAll("[^A-Za-z0-9_-]+", "_") + ".html";
    }
}
