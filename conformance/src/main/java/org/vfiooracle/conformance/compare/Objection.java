// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

/**
 * Something that is wrong with what a user declared, and not with an implementation: it makes a result red by itself.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 * @param text what is wrong, as a sentence without a full stop
 */
public record Objection(String file, int line, int column, String text) {
    /** The place: {@code waivers.yaml:3:5}. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
