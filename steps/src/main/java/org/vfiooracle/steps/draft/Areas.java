// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.draft;

import java.util.List;

/** The areas of behaviour: folders of features and fixtures, and in capitals the beginnings of ids. */
public final class Areas {
    /** All of them, in the order in which they are shown. */
    public static final List<String> ALL = List.of(
            "attach",
            "fallback-container",
            "dma-window",
            "mapping",
            "memory",
            "accounting",
            "lifecycle",
            "malformed-input",
            "eeh",
            "type1",
            "guest",
            "hotplug");

    private Areas() {}
}
