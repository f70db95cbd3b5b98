// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.driver;

import java.util.List;
import org.vfiooracle.model.engine.Rule;

/** Why programs say what all of them say. */
final class DriverRules {
    private static final String SOURCE = "docs/strategies.md";

    static final Rule RUNNING =
            Rule.read("program.start.running", SOURCE, "A program runs when it has all of its devices");
    static final Rule LEFT_OUT = Rule.read(
            "program.start.left-out",
            SOURCE,
            "DPDK runs without the devices that it cannot have, as long as it has one");
    static final Rule NO_SUCH_DEVICE =
            Rule.inferred("program.detach.unknown", SOURCE, "What a program gives up is what it has");
    static final Rule QUIT = Rule.inferred(
            "program.quit", SOURCE, "A program ends and leaves it to the kernel to close what it has open");

    static final List<Rule> ALL = List.of(RUNNING, LEFT_OUT, NO_SUCH_DEVICE, QUIT);

    private DriverRules() {}
}
