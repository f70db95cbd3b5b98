// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.explain;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.corpus.explain.TranslationLine;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.State;

/** A state in a few lines for people: containers, then windows, then locked memory. */
final class StateLines {
    private StateLines() {}

    static List<String> of(State state) {
        List<String> lines = new ArrayList<>();
        state.containers().values().forEach(container -> lines.add(text(container)));
        lines.addAll(TranslationLine.of(state));
        long locked = state.process().lockedPages();
        if (locked != 0) {
            lines.add(locked + (locked == 1 ? " host page locked" : " host pages locked"));
        }
        return lines.isEmpty() ? List.of("no container is open") : lines;
    }

    private static String text(Container container) {
        String type = container.iommu().map(Iommu::typeName).orElse("no IOMMU type");
        String groups =
                switch (container.groups().size()) {
                    case 0 -> "no group";
                    case 1 -> "group " + container.groups().get(0);
                    default -> "groups " + String.join(" ", container.groups());
                };
        return container.name() + ": " + type + ", " + groups + (container.open() ? "" : ", closed");
    }
}
