// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.drive.ReferenceAdapter;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.Garbage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the model answer as an adapter. */
@Command(
        name = "adapter",
        header = Headers.ADAPTER,
        description = {
            "%nReads adapter protocol messages (docs/reference/adapter-protocol.md) from standard input, and writes the "
                    + "model's answers to standard output. With --deviation or --without-deviation it is an "
                    + "implementation with a known error, which shows what the corpus catches.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle run --adapter './oracle adapter --platform phb4-linux-6.12-4k'",
            "  ./oracle run --adapter './oracle adapter --platform phb4-linux-6.12-4k \\",
            "      --without-deviation spapr.create-leaks-charge'"
        })
public final class Adapter implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--platform", paramLabel = "P", required = true, description = "The platform to answer as.")
    private String platform = "";

    @Mixin
    private Deviating deviating = new Deviating();

    @Override
    public Integer call() throws IOException, Garbage {
        PlatformChoice choice = PlatformChoice.in(shared.checkout(), shared::say);
        Machine machine = deviating.machine(choice.platforms().profile(choice.of(platform)));
        new ReferenceAdapter(choice.platforms(), machine).serve(System.in, System.out);
        return ExitCode.FINE;
    }
}
