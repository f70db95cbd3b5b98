// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.trust.SmokeChecks;
import org.vfiooracle.conformance.trust.TrustCheck;
import org.vfiooracle.terminal.page.TrustPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows whether an adapter works. */
@Command(
        name = "smoke",
        header = Headers.SMOKE,
        description = {
            "%nStarts the adapter, sends it a case that opens and closes a container, a case with a call that does not "
                    + "exist, the first case again, and stop. Says of each whether the adapter did what the protocol "
                    + "asks (docs/reference/adapter-protocol.md).",
            "%nExit code: 0 if the adapter works; 1 if not; 2 if it cannot run on this computer.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle smoke --adapter adapters/examples/mock.py",
            "  ./oracle smoke --adapter adapters/linux/powernv9"
        })
public final class Smoke implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--adapter", paramLabel = "CMD", required = true, description = "The adapter, as a shell command.")
    private String adapter = "";

    @Mixin
    private Starting starting = new Starting();

    @Override
    public Integer call() {
        List<TrustCheck> checks = SmokeChecks.of(starting.command(
                adapter, shared.checkout().root(), line -> shared.err().println(line)));
        TrustPage.lines(checks).forEach(shared.out()::println);
        shared.out().flush();
        return checks.stream().allMatch(TrustCheck::fine) ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
