// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.strength.Matrix;
import org.vfiooracle.generator.suite.Aim;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.generator.suite.Cover;
import org.vfiooracle.generator.suite.DecisionAim;
import org.vfiooracle.generator.suite.Draft;
import org.vfiooracle.generator.suite.MeasuredCase;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.OutFolder;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.WritableFolder;
import org.vfiooracle.terminal.page.GeneratePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a suite. */
@Command(
        name = "generate",
        header = Headers.GENERATE,
        description = {
            "%nWrites the few cases that reach the most: that catch the mistakes which can be made on a platform "
                    + "(mutants), or in which each rule decides (rules), each rule in each call (pairs), or that in each kind of "
                    + "state (transitions). They are case files, which run, predict and diff accept.",
            "%nCalls that may hang or spoil a machine are left out. With --budget, the most rewarding cases come "
                    + "first.",
            "%nExit code: 0 if cases were written; 1 if there are none.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle generate --platform phb4-linux-6.12-4k --out target/suite",
            "  ./oracle generate --platform \"POWER8 4.19 64k\" --goal rules --max-ops 40 --out target/rules",
            "  ./oracle generate --platform phb4-linux-6.12-4k --budget 10m --calls open,close,VFIO_SET_IOMMU --out target/ten",
            "  ./oracle generate --adapter adapters/examples/mock.py --budget 20 --out target/mine"
        })
public final class Generate implements Callable<Integer> {
    private enum Goal {
        MUTANTS,
        RULES,
        PAIRS,
        TRANSITIONS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String prefix() {
            return name().substring(0, name().length() - 1);
        }
    }

    private static final int MOST = 999;

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private Alphabets alphabets = new Alphabets();

    @Mixin
    private Budgeted budgeted = new Budgeted();

    @Mixin
    private Announced announced = new Announced();

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            defaultValue = "mutants",
            description = "What the cases are for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Goal goal = Goal.MUTANTS;

    @Option(
            names = "--max-ops",
            paramLabel = "N",
            defaultValue = "12",
            description = "The most calls of a case: few to see at once what is wrong, many to have few cases "
                    + "(default: ${DEFAULT-VALUE}).")
    private int mostOperations;

    @Option(
            names = "--depth",
            paramLabel = "D",
            defaultValue = "1",
            description = "How many calls after each beginning are looked at (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--faults",
            paramLabel = "N",
            defaultValue = "2",
            description = "The most arguments of one call that are wrong: 0, 1 or 2 (default: ${DEFAULT-VALUE}).")
    private int faults;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the cases.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace the cases that are in the folder.")
    private boolean force;

    @Override
    public Integer call() {
        shared.require("--max-ops", mostOperations, 1, 500);
        shared.require("--depth", depth, 1, 20);
        shared.require("--faults", faults, 0, 2);
        Cover.Budget budget = budgeted.budget(shared.commandLine());
        Checkout checkout = shared.checkout();
        OutFolder.at(out, checkout).check(force);
        WritableFolder.require(out, out);
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        Announced.Target target = announced.target(shared, checkout, platforms, alphabets, faults);
        PlatformId id = target.id();
        Campaign campaign = target.campaign();
        Aim aim =
                goal == Goal.MUTANTS ? campaign.mutants() : campaign.decisions(DecisionAim.Detail.valueOf(goal.name()));
        List<Case> cases = cases(campaign, aim);
        Set<String> goals = new LinkedHashSet<>(aim.witnesses().keySet());
        Matrix matrix = Matrix.of(cases, campaign.subject().machine(), campaign::topology, aim, goals);
        Cover cover = Cover.of(matrix.rows(), budget);
        write(cover, id, campaign);
        formatted.print(
                new GeneratePage(id, goal.toString(), cover, goals.size(), checkout.shown(out), budgeted.boot()),
                shared.out());
        return cover.chosen().isEmpty() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private List<Case> cases(Campaign campaign, Aim aim) {
        List<Draft> drafts;
        try (ProgressLine line = shared.progress("exploring")) {
            Exploration exploration = campaign.exploration(
                    depth,
                    List.of(aim.watcher()),
                    reached -> line.show(
                            "level " + reached.level() + ", " + reached.states() + " states",
                            reached.done(),
                            reached.of()));
            exploration.run();
            drafts = campaign.maker(aim, mostOperations)
                    .make(exploration, (done, of) -> line.show("making cases", done, of));
        }
        List<Case> cases = new ArrayList<>();
        for (Draft draft : drafts.subList(0, Math.min(MOST, drafts.size()))) {
            CaseId name = CaseId.parse(String.format(Locale.ROOT, "%s-%03d", goal.prefix(), cases.size() + 1));
            cases.add(new Case(name, campaign.subject().alphabet().topology(), draft.process(), draft.operations()));
        }
        return cases;
    }

    private void write(Cover cover, PlatformId id, Campaign campaign) {
        clear();
        for (MeasuredCase one : cover.chosen()) {
            AnsweredCase answered = AnsweredCase.of(List.of(Performance.predicted(
                    one.performed(),
                    id,
                    campaign.plain().machine(),
                    campaign.topology(one.performed().topology()),
                    "")));
            AtomicFile.write(out.resolve(one.performed().id() + ".yaml"), CaseFile.write(answered));
        }
    }

    /** Takes away what an earlier run has written, and nothing else. */
    private void clear() {
        try {
            Files.createDirectories(out);
            List<Path> old;
            try (Stream<Path> files = Files.list(out)) {
                old = files.filter(file -> String.valueOf(file.getFileName())
                                .matches("(MUTANT|RULE|PAIR|TRANSITION)-[0-9]{3}\\.yaml"))
                        .toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + out, e);
        }
    }
}
