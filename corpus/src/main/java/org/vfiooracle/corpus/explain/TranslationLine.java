// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** What is translated for devices, a line for each window, and one for each container of Type1, which has none. */
public final class TranslationLine {
    private TranslationLine() {}

    /** Returns the lines of all containers: windows first. */
    public static List<String> of(State state) {
        List<String> lines = new ArrayList<>();
        WindowLine.of(state).forEach(window -> lines.add(window.text()));
        for (Container container : state.containers().values()) {
            if (container.iommu().orElse(null) instanceof Type1 type1) {
                lines.add(container.name() + " " + text(type1) + ", " + GroupList.text(container.groups()));
            }
        }
        return lines;
    }

    /** Returns how much a container of Type1 maps: {@code 2 mappings, 1 MiB mapped}. */
    public static String text(Type1 type1) {
        int count = type1.mappings().size();
        return count == 0
                ? "nothing mapped"
                : count + (count == 1 ? " mapping, " : " mappings, ")
                        + ByteText.size(type1.mappings().mapped()) + " mapped";
    }
}
