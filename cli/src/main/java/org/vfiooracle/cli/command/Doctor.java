// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.trust.DoctorChecks;
import org.vfiooracle.conformance.trust.TrustCheck;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.terminal.page.TrustPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what this computer lacks. */
@Command(
        name = "doctor",
        header = Headers.DOCTOR,
        description = {
            "%nLooks for the programs, the memory and the space that each purpose takes, and prints the command that "
                    + "installs what is missing. Installs nothing by itself, and asks no network.",
            "%nExit code: 0 if nothing is missing; 1 if something is.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle doctor", "  ./oracle doctor machines exec"})
public final class Doctor implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Parameters(
            paramLabel = "PURPOSE",
            arity = "0..*",
            description = "Only for these: build, exec, machines, kernels, programs, examples.")
    private List<String> purposes = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> asked = purposes.isEmpty() ? DoctorChecks.purposes() : known();
        DoctorChecks computer = DoctorChecks.here();
        boolean fine = true;
        for (String purpose : asked) {
            List<TrustCheck> checks = computer.of(purpose);
            shared.out().println(purpose + ": " + DoctorChecks.text(purpose));
            TrustPage.lines(checks).forEach(shared.out()::println);
            fine &= checks.stream().allMatch(TrustCheck::fine);
        }
        computer.remedy(asked).ifPresent(command -> shared.out().println("to install what is missing: " + command));
        shared.out().flush();
        return fine ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private List<String> known() {
        for (String purpose : purposes) {
            if (!DoctorChecks.purposes().contains(purpose)) {
                throw new UnknownName("purpose", purpose, DoctorChecks.purposes());
            }
        }
        return purposes;
    }
}
