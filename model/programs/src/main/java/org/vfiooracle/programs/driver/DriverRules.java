// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Why programs say what all of them say. */
final class DriverRules {
    private static final String EACH = "each program: what it does about a device that it cannot have";
    private static final String LINUX = "what Linux does for a process that ends";

    static final Rule RUNNING =
            Rule.read("program.start.running", EACH, "The program starts because it has all its devices");
    static final Rule LEFT_OUT = Rule.read(
            "program.start.left-out",
            "DPDK 17.11 and 26.07, eal_common_bus.c: rte_bus_probe; 17.05, eal_common_pci.c: rte_pci_probe",
            "DPDK starts without the devices that it cannot use");
    static final Rule NO_SUCH_DEVICE =
            Rule.inferred("program.detach.unknown", EACH, "A program cannot detach a device that it does not have");
    static final Rule QUIT = Rule.inferred(
            "program.quit", LINUX, "A program that ends leaves it to the kernel to close its descriptors");

    static final List<Rule> ALL = List.of(RUNNING, LEFT_OUT, NO_SUCH_DEVICE, QUIT);

    private DriverRules() {}
}
