// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.site.html.Link;

/**
 * A page of contents.
 *
 * @param introduction what the pages are
 * @param head the titles of the columns
 * @param rows the pages
 */
public record ListView(String introduction, List<String> head, List<Row> rows) {
    /**
     * A page.
     *
     * @param to the page
     * @param cells what is told of it
     */
    public record Row(Link to, List<String> cells) {}
}
