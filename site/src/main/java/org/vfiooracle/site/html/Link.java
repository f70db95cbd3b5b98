// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

/**
 * A link within the site, or plain text.
 *
 * @param text what is shown
 * @param to the page below the folder of the site, and a place on it; empty for text that leads nowhere
 */
public record Link(String text, String to) {
    /** Returns text that leads nowhere. */
    public static Link none(String text) {
        return new Link(text, "");
    }
}
