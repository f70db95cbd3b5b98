// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Why programs say what all of them say. */
final class DriverRules {
    private static final String EACH = "each program: what it does about a device that it cannot have";
    private static final String LINUX = "what Linux does for a process that ends";

    static final Rule RUNNING =
            Rule.read("program.start.running", EACH, "A program runs when it has all of its devices");
    static final Rule LEFT_OUT = Rule.read(
            "program.start.left-out",
            "DPDK 17.11 and 26.07, eal_common_bus.c: rte_bus_probe; 17.05, eal_common_pci.c: rte_pci_probe",
            "DPDK runs without the devices that it cannot have");
    static final Rule NO_SUCH_DEVICE =
            Rule.inferred("program.detach.unknown", EACH, "What a program gives up is what it has");
    static final Rule QUIT = Rule.inferred(
            "program.quit", LINUX, "A program ends and leaves it to the kernel to close what it has open");

    static final List<Rule> ALL = List.of(RUNNING, LEFT_OUT, NO_SUCH_DEVICE, QUIT);

    private DriverRules() {}
}
