// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.util.Locale;

/** For whom a command writes its findings. */
public enum Format {
    TEXT,
    JSON;

    /** The name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
