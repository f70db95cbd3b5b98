// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;

/** A device of a topology that no program can be shown. */
public final class UnknownDevice extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Says what could stand there.
     *
     * @param topology as it was typed
     * @param alias of the device
     * @param known the models that have a name
     */
    public UnknownDevice(String topology, String alias, String model, List<String> known) {
        super(Complaint.that("a program cannot be shown a device of this model")
                .where(topology + ", device " + alias)
                .expected(String.join(", ", known) + ", or VENDOR:DEVICE [class CCSSPP] [bars SIZE,...], as in"
                        + " 8086:10fb class 020000 bars 0x80000/64,0,0x20/io")
                .found(model));
    }
}
