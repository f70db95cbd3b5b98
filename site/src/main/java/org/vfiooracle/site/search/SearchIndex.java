// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The index that a browser searches: a script, since a page that is opened from the disk may load nothing else. */
public final class SearchIndex {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SearchEntry> entries = new ArrayList<>();

    /** Adds something that can be found. */
    public void add(String kind, String name, String text, String words, String to) {
        entries.add(new SearchEntry(kind, name, text, words, to));
    }

    /** Returns the script; each entry is a list of the parts of a {@link SearchEntry}. */
    public String script() {
        try {
            List<List<String>> rows = entries.stream()
                    .map(entry -> List.of(entry.kind(), entry.name(), entry.text(), entry.words(), entry.to()))
                    .toList();
            return "window.vfioOracleIndex = " + JSON.writeValueAsString(rows).replace("],[", "],\n[") + ";\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
