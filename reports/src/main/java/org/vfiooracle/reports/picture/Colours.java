// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.state.State;

/** Which colour stands for which container. */
final class Colours {
    /** The colour of what is in no container. */
    static final String NONE = "none";

    private final Map<String, String> styles;

    private Colours(Map<String, String> styles) {
        this.styles = styles;
    }

    /** Returns the colours for states in which a container has the same colour wherever it is. */
    static Colours of(State... states) {
        Map<String, String> styles = new HashMap<>();
        for (State state : states) {
            for (String container : state.containers().keySet()) {
                styles.putIfAbsent(
                        container, "c" + styles.size() % Palette.DAY.hues().size());
            }
        }
        return new Colours(styles);
    }

    /** How many containers have a colour. */
    int count() {
        return styles.size();
    }

    String of(String container) {
        return styles.getOrDefault(container, NONE);
    }

    String of(Optional<String> container) {
        return container.map(this::of).orElse(NONE);
    }
}
