// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages one after the other.
 *
 * @param pages at least one
 */
public record SeveralPages(List<? extends Page> pages) implements Page {
    public SeveralPages {
        pages = List.copyOf(pages);
    }

    @Override
    public List<String> text() {
        return pages.stream().flatMap(page -> page.text().stream()).toList();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pages", pages.stream().map(Page::json).toList());
        return json;
    }
}
