// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.input.CallNames;
import org.vfiooracle.protocol.message.PerformedCalls;
import picocli.CommandLine.Option;

/** The choice of the calls that an implementation is asked for. */
final class Performing {
    @Option(
            names = "--calls",
            paramLabel = "CALL",
            split = ",",
            description =
                    "Ask only for these operations (open,VFIO_SET_IOMMU,...): a case stops before the first other one. "
                            + "An adapter can announce the same itself.")
    private List<String> calls = new ArrayList<>();

    /** Whether anything was chosen. */
    boolean any() {
        return !calls.isEmpty();
    }

    /** The operations to ask for; fails on a name that is not known. */
    PerformedCalls calls() {
        return calls.isEmpty() ? PerformedCalls.ALL : PerformedCalls.named(CallNames.known(calls));
    }
}
