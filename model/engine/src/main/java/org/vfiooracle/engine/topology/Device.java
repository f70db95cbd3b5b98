// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.topology;

import java.util.Optional;

/**
 * A PCI function.
 *
 * @param model what it is: {@code edu}, {@code e1000e}
 * @param reset how it can be reset without its neighbours
 * @param ofHost whether a driver of the host has it, and not VFIO
 * @param address where its machine has it, {@code 0000:3b:00.0}, if somebody said so; no answer depends on it
 */
public record Device(String model, Reset reset, boolean ofHost, Optional<String> address) {
    /** A device that nothing is known of. */
    public static final Device ANY = new Device("any", Reset.OWN, false, Optional.empty());

    /** The device of QEMU that does DMA when it is told to. */
    private static final String DMA_ENGINE = "edu";

    /** How a function can be reset without its neighbours. */
    public enum Reset {
        /** By itself. */
        OWN,
        /** With its bus, on which it is alone; a partition cannot reset buses. */
        BUS,
        /** Not at all. */
        NONE
    }

    /** Whether a test can make it do DMA. */
    public boolean doesDma() {
        return model.equals(DMA_ENGINE);
    }
}
