// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.advice.judge.LogVerdict;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.input.LogText;
import org.vfiooracle.cli.input.NoLog;
import org.vfiooracle.cli.input.PlatformChoice;
import org.vfiooracle.cli.input.Sizes;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.JudgePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether a platform would have answered as a log shows. */
@Command(
        name = "judge",
        header = Headers.JUDGE,
        description = {
            "%nReads the output of strace, and says the first VFIO call that the platform would have answered "
                    + "otherwise, what it would have answered, and by which rule. Without --platform, says which platforms "
                    + "of the corpus agree with all of it.",
            "%nRecord the log from the start of the program: strace -f -o LOG PROGRAM. strace does not show what is "
                    + "behind a pointer; usual arguments are assumed, and the output counts how many calls were judged how.",
            "%nExit code: 0 if the platform, or any, agrees; 1 if not; 2 if there is no VFIO call.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  strace -f -o qemu.log qemu-system-ppc64 ...",
            "  ./oracle judge qemu.log --platform \"POWER8 4.19 64k\"",
            "  ./oracle judge qemu.log"
        })
public final class Judge implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(paramLabel = "LOG", description = "The output of strace; - reads standard input.")
    private String log = "";

    @Option(
            names = "--platform",
            paramLabel = "P",
            description =
                    "The platform that should have answered: an id, or hardware and release (\"POWER9 6.12 4k\").")
    private @Nullable String platform;

    @Option(
            names = "--memlock",
            paramLabel = "SIZE",
            description = "RLIMIT_MEMLOCK of the process: 64M, or bytes (default: unlimited).")
    private @Nullable String memlock;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice choice = PlatformChoice.in(checkout, shared::say);
        List<PlatformId> asked = Optional.ofNullable(platform).map(choice::some).orElse(List.of());
        Map<PlatformId, Machine> machines = new LinkedHashMap<>();
        asked.forEach(id -> machines.put(id, choice.platforms().machine(id)));
        choice.corpus().forEach(id -> machines.put(id, choice.platforms().machine(id)));
        OptionalLong limit =
                memlock == null ? OptionalLong.empty() : OptionalLong.of(Sizes.bytes("--memlock", memlock));
        LogVerdict verdict = LogVerdict.of(
                log.equals("-") ? LogText.of(System.in) : LogText.of(checkout.file(log)), machines, limit);
        if (verdict.calls() == 0) {
            throw new NoLog(
                    log,
                    "the output of strace with calls on /dev/vfio/*",
                    verdict.unknown() > 0 ? "requests on descriptors that were open before" : "no such call",
                    "record from the start of the program: strace -f -o LOG PROGRAM");
        }
        JudgePage page = new JudgePage(log, verdict, asked);
        formatted.print(page, shared.out());
        return page.agrees() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
