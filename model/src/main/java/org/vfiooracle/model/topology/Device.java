// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.topology;

/**
 * A PCI function.
 *
 * @param model what it is: {@code edu}, {@code e1000e}
 * @param resets whether it can be reset without its neighbours, by itself or because it is alone on its bus
 */
public record Device(String model, boolean resets) {
    /** A device that nothing is known of. */
    public static final Device ANY = new Device("any", true);

    /** The device of QEMU that does DMA when it is told to. */
    private static final String DMA_ENGINE = "edu";

    /** Whether a test can make it do DMA. */
    public boolean doesDma() {
        return model.equals(DMA_ENGINE);
    }
}
