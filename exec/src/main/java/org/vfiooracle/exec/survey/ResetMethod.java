// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.topology.Device;

/**
 * How a device can be reset, as the file {@code reset_method} says since Linux 5.15. A device without one cannot be reset.
 *
 * @param reset how
 * @param from what says so
 */
record ResetMethod(Device.Reset reset, String from) {
    /** These reset a bus, so that a device must be alone on it. */
    private static final List<String> BUS = List.of("bus", "cxl_bus");

    /**
     * Reads the file.
     *
     * @param known whether any device of the computer has one
     */
    static ResetMethod of(Optional<String> file, boolean known) {
        if (!known) {
            return new ResetMethod(Device.Reset.OWN, "assumed, see the top");
        }
        String text = file.orElse("");
        List<String> methods = text.isBlank() ? List.of() : List.of(text.split("\\s+", -1));
        if (methods.isEmpty()) {
            return new ResetMethod(Device.Reset.NONE, "no reset_method");
        }
        return new ResetMethod(BUS.containsAll(methods) ? Device.Reset.BUS : Device.Reset.OWN, "reset_method: " + text);
    }
}
