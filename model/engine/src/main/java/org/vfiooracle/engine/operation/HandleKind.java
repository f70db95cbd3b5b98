// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.Locale;

/** What an operation is made on. */
public enum HandleKind {
    /** On nothing: it opens something, or is about the process itself. */
    NONE,
    /** On a descriptor of any kind. */
    ANY,
    CONTAINER,
    GROUP,
    DEVICE,
    /** On a mapping of a device, which is no descriptor. */
    MAPPING,
    /** On a program above VFIO: told by who runs it. */
    PROGRAM,
    /** On a program above VFIO: a call of the guest that runs in it. */
    GUEST;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in generated files. */
    public String key() {
        return key;
    }

    /** Whether a program above VFIO is told, and not the kernel. */
    public boolean ofPrograms() {
        return this == PROGRAM || this == GUEST;
    }
}
