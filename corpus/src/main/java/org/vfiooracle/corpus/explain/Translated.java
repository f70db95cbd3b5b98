// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.List;
import org.vfiooracle.engine.state.State;

/** Windows and mappings as a reader has seen them last, who is shown them again when they have changed. */
public final class Translated {
    private List<String> seen = List.of();

    /** The lines after a call; none when they are those of the call before. */
    public List<String> changed(State state) {
        List<String> now = TranslationLine.of(state);
        List<String> shown = now.equals(seen) ? List.of() : now.isEmpty() ? List.of("no window") : now;
        seen = now;
        return shown.stream().map(line -> "| " + line).toList();
    }
}
