// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import java.util.List;

/**
 * What surrounds the content of a page.
 *
 * @param title the heading
 * @param path the page below the folder of the site
 * @param section the entry of the navigation that it belongs to; empty for none
 * @param broad whether its tables may take all of the window
 */
public record Frame(String title, String path, String section, boolean broad) {
    /** The entries of the navigation. */
    public static final List<Link> SECTIONS = List.of(
            new Link("Generations", "areas/index.html"),
            new Link("Calls", "calls/index.html"),
            new Link("Answers", "answers/index.html"),
            new Link("Rules", "rules/index.html"),
            new Link("Bugs", "bugs/index.html"),
            new Link("Programs", "programs.html"),
            new Link("Conformance", "conformance.html"),
            new Link("Strength", "strength/index.html"));

    /** Returns the frame of a page of the section whose page of contents is {@code section}. */
    public static Frame of(String title, String path, String section) {
        return new Frame(title, path, section, false);
    }

    /** Returns this for a page with tables of many columns. */
    public Frame broadened() {
        return new Frame(title, path, section, true);
    }

    /** From the page to the folder of the site. */
    public String up() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }
}
