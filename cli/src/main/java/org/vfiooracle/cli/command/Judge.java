// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.advice.judge.Judgement;
import org.vfiooracle.advice.judge.LogVerdict;
import org.vfiooracle.advice.judge.LoggedCase;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.LogText;
import org.vfiooracle.input.NoLog;
import org.vfiooracle.input.NotACase;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.JudgePage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether a platform would have answered as a log shows. */
@Command(
        name = "judge",
        header = Headers.JUDGE,
        description = {
            "%nReads the output of strace, the trace of QEMU or that of \"oracle exec\", and says the first VFIO call that the platform "
                    + "would have answered otherwise, what it would have answered, and by which rule. Without --platform, "
                    + "says which platforms of the corpus agree with all of it.",
            "%nRecord the log from the start of the program: strace -f -o LOG PROGRAM, or qemu-system-ppc64 "
                    + "-trace \"vfio_*\" ... 2> LOG. strace does not show what is "
                    + "behind a pointer; usual arguments are assumed, and the output counts how many calls were judged how.",
            "%nExit code: 0 if the platform, or any, agrees; 1 if not; 2 if there is no VFIO call.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  strace -f -o qemu.log qemu-system-ppc64 ...",
            "  ./oracle judge qemu.log --platform \"POWER8 4.19 64k\"",
            "  ./oracle judge qemu.log",
            "  ./oracle judge qemu.log --platform ioda2-linux-4.19-64k --record case.yaml"
        })
public final class Judge implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(
            paramLabel = "LOG",
            description = "The output of strace, or the trace of QEMU or of exec; - reads standard input.")
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
            description = "RLIMIT_MEMLOCK of the process: 64M, bytes or unlimited (default: unlimited).")
    private @Nullable String memlock;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "With one platform: write the calls as a case, with the arguments that were assumed. "
                    + "predict, run and diff accept it.")
    private @Nullable Path record;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice choice = PlatformChoice.in(checkout, shared::say);
        List<PlatformId> asked = Optional.ofNullable(platform).map(choice::some).orElse(List.of());
        if (record != null && asked.size() != 1) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(), "--record: expected --platform with one platform, found " + asked.size());
        }
        Map<PlatformId, Machine> machines = new LinkedHashMap<>();
        asked.forEach(id -> machines.put(id, choice.platforms().machine(id)));
        choice.corpus().forEach(id -> machines.put(id, choice.platforms().machine(id)));
        OptionalLong limit = memlock == null ? OptionalLong.empty() : Sizes.limit("--memlock", memlock);
        LogVerdict verdict = LogVerdict.of(
                log.equals("-") ? LogText.of(System.in) : LogText.of(checkout.file(log)), machines, limit);
        if (verdict.calls() == 0) {
            throw new NoLog(
                    log,
                    "the output of strace, QEMU or exec with calls on /dev/vfio/*",
                    verdict.unknown() > 0 ? "requests on descriptors that were open before" : "no such call",
                    "record from the start of the program: strace -f -o LOG PROGRAM");
        }
        JudgePage page = new JudgePage(log, verdict, asked);
        formatted.print(page, shared.out());
        if (record != null) {
            write(record, verdict, asked.get(0), new LoggedCase(choice.platforms(), limit));
        }
        return page.agrees() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private void write(Path file, LogVerdict verdict, PlatformId platform, LoggedCase cases) {
        Judgement judgement = verdict.judgements().stream()
                .filter(one -> one.platform().equals(platform))
                .findFirst()
                .orElseThrow();
        Fixture fixture = cases.of(judgement).orElseThrow(() -> new NotACase(log, platform));
        try {
            AtomicFile.write(file.toAbsolutePath(), FixtureFile.write(fixture));
        } catch (UncheckedIOException e) {
            throw new NotWritable(file, e);
        }
        shared.say("wrote " + file + ": " + fixture.steps().size() + " calls");
    }
}
