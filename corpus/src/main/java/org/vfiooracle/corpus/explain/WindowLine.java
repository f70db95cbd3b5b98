// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Window;

/**
 * One line of the table of DMA windows.
 *
 * @param container name of the container
 * @param groups aliases of the groups that the window is programmed into, newest first
 * @param window the window
 */
public record WindowLine(String container, List<String> groups, Window window) {
    public WindowLine {
        groups = List.copyOf(groups);
    }

    /** Returns the windows of all containers in order of container and slot. */
    public static List<WindowLine> of(State state) {
        List<WindowLine> lines = new ArrayList<>();
        for (Container container : state.containers().values()) {
            if (container.iommu().orElse(null) instanceof Spapr spapr) {
                spapr.windows()
                        .values()
                        .forEach(window -> lines.add(new WindowLine(container.name(), spapr.attached(), window)));
            }
        }
        return lines;
    }

    /** Bytes that are mapped. */
    public long mapped() {
        return window.tces().mapped();
    }

    /** The line for people: {@code C1 window 0: 0x0..0x7fffffff, 4 KiB pages, 1 level, nothing mapped, groups B A}. */
    public String text() {
        return container + " window " + window.number() + ": " + ByteText.range(window.start(), window.size()) + ", "
                + ByteText.size(window.pageSize()) + " pages, " + window.levels()
                + (window.levels() == 1 ? " level, " : " levels, ")
                + (mapped() == 0 ? "nothing" : ByteText.size(mapped()))
                + " mapped, " + GroupList.text(groups);
    }
}
