// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.alphabet.Alphabet;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.generator.explore.Breaches;
import org.vfiooracle.generator.explore.Checkpoint;
import org.vfiooracle.generator.explore.CoreAlike;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.explore.Reached;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.input.WritableFolder;
import org.vfiooracle.terminal.page.ExplorePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes through all states of a platform. */
@Command(
        name = "explore",
        header = Headers.EXPLORE,
        description = {
            "%nMakes every call of an alphabet in every state, breadth first, and looks in each state whether the "
                    + "invariants hold. States that differ only in names count once. The result is the same every time.",
            "%nAn alphabet is a file: calls with good arguments, and what can be wrong with each argument. "
                    + "docs/how-to/explore.md describes it.",
            "%nAn invariant may be broken by a known bug of the release, or by how releases of that time were "
                    + "meant to be; then the page names it. Otherwise it prints the shortest calls that break it, as a scenario.",
            "%nExit code: 0 if everything holds or is explained; 1 if something is not explained.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle explore --platform phb4-linux-6.12-4k --depth 2",
            "  ./oracle explore --platform ioda2-linux-4.19-64k --depth 6 --alphabet attach",
            "  ./oracle explore --platform x86-linux-6.12-4k --depth 4 --alphabet core --against phb4-linux-6.12-4k"
        })
public final class Explore implements Callable<Integer> {
    private static final int DEEPEST = 40;

    /** What a state that waits takes, in bytes, with what is kept of all states: measured. */
    private static final long BYTES_PER_STATE = 1000;

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private Alphabets alphabets = new Alphabets();

    @Mixin
    private PlatformOption platform = new PlatformOption();

    @Option(
            names = "--depth",
            paramLabel = "D",
            defaultValue = "3",
            description = "How many calls after each beginning (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--faults",
            paramLabel = "N",
            defaultValue = "1",
            description = "The most arguments of one call that are wrong: 0, 1 or 2 (default: ${DEFAULT-VALUE}).")
    private int faults;

    @Option(
            names = "--against",
            paramLabel = "P",
            description = "Also compare with this platform where the VFIO core decides.")
    private @Nullable String against;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many processors to use (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "1G",
            description = "Stop before the states take more memory than this (default: ${DEFAULT-VALUE}).")
    private String memory = "1G";

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Save this file after each level; go on from it if it is there.")
    private @Nullable Path checkpoint;

    @Option(names = "--names", description = "Count states that differ only in names as two.")
    private boolean names;

    @Option(names = "--pairs", description = "List the pairs of an operation and a rule.")
    private boolean pairs;

    @Override
    public Integer call() {
        check();
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        PlatformId id = platform.of(platforms);
        Optional<PlatformId> other = Optional.ofNullable(against).map(platforms::of);
        Alphabet alphabet = alphabets.alphabet(checkout, platforms.platforms().profile(id));
        Subject subject = Subject.of(id, alphabet, faults, alphabets.performed(), names);
        Exploration exploration;
        Reached reached;
        try (ProgressLine line = shared.progress("level")) {
            exploration = exploration(subject, line);
            reached = explore(exploration, id, alphabet);
        }
        ExplorePage page = new ExplorePage(
                id,
                subject,
                depth,
                reached,
                Breaches.of(exploration, subject, reached),
                other,
                other.map(this::alike),
                pairs);
        formatted.print(page, shared.out());
        return page.explained() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private void check() {
        shared.require("--depth", depth, 0, DEEPEST);
        shared.require("--faults", faults, 0, 2);
        shared.require("--threads", threads, 1, 64);
        if (checkpoint != null) {
            Path folder = checkpoint.toAbsolutePath().getParent();
            WritableFolder.require(checkpoint, folder == null ? Path.of("/") : folder);
        }
    }

    private Exploration exploration(Subject subject, ProgressLine line) {
        long states = Math.max(1, Sizes.bytes("--memory", memory) / BYTES_PER_STATE);
        List<Subject.Start> starts = new ArrayList<>(subject.starts());
        return new Exploration(
                subject,
                starts,
                new Exploration.Limits(depth, threads, (int) Math.min(states, Integer.MAX_VALUE), true, names),
                List.of(),
                reached -> line.show(
                        "level " + reached.level() + ", " + reached.states() + " states, " + reached.waiting()
                                + " wait",
                        reached.done(),
                        reached.of()));
    }

    private Reached explore(Exploration exploration, PlatformId id, Alphabet alphabet) {
        if (checkpoint == null) {
            return exploration.run();
        }
        Checkpoint saved = new Checkpoint(
                checkpoint,
                id + " " + alphabet.hashCode() + " depth " + depth + " faults " + faults + " names " + names);
        if (Files.exists(checkpoint)) {
            try {
                saved.resume(exploration);
            } catch (CodecProblem problem) {
                throw new YamlProblem(checkpoint.toString(), 0, 0, problem.expected(), problem.found(), "");
            }
        }
        return exploration.run(() -> saved.save(exploration));
    }

    private CoreAlike alike(PlatformId other) {
        Alphabet core = AlphabetFile.carried("core");
        return CoreAlike.of(
                Subject.of(
                        platform.of(PlatformChoice.in(shared.checkout(), said -> {})),
                        core,
                        faults,
                        alphabets.performed()),
                Subject.of(other, core, faults, alphabets.performed()),
                depth);
    }
}
