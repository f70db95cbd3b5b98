// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vfiooracle.cli.command.Adapter;
import org.vfiooracle.cli.command.BuildSite;
import org.vfiooracle.cli.command.Canary;
import org.vfiooracle.cli.command.Compare;
import org.vfiooracle.cli.command.Completion;
import org.vfiooracle.cli.command.DescribeTopology;
import org.vfiooracle.cli.command.Diagnose;
import org.vfiooracle.cli.command.Diff;
import org.vfiooracle.cli.command.Docs;
import org.vfiooracle.cli.command.Doctor;
import org.vfiooracle.cli.command.Exec;
import org.vfiooracle.cli.command.Explain;
import org.vfiooracle.cli.command.Explore;
import org.vfiooracle.cli.command.Export;
import org.vfiooracle.cli.command.Generate;
import org.vfiooracle.cli.command.Headers;
import org.vfiooracle.cli.command.Judge;
import org.vfiooracle.cli.command.ListPlatforms;
import org.vfiooracle.cli.command.Man;
import org.vfiooracle.cli.command.MeasureStrength;
import org.vfiooracle.cli.command.Memlock;
import org.vfiooracle.cli.command.Minimize;
import org.vfiooracle.cli.command.New;
import org.vfiooracle.cli.command.Predict;
import org.vfiooracle.cli.command.Promote;
import org.vfiooracle.cli.command.Random;
import org.vfiooracle.cli.command.Record;
import org.vfiooracle.cli.command.Report;
import org.vfiooracle.cli.command.Run;
import org.vfiooracle.cli.command.Smoke;
import org.vfiooracle.cli.command.Steps;
import org.vfiooracle.cli.command.Try;
import org.vfiooracle.cli.command.Verify;

/** The commands in the order in which the help shows them. One is made when it is asked for: making all takes longer than most run. */
enum Commands {
    NEW(Group.WRITE, "new scenario", Headers.NEW),
    STEPS(Group.WRITE, "steps", Headers.STEPS),
    TRY(Group.WRITE, "try", Headers.TRY),
    RECORD(Group.WRITE, "record", Headers.RECORD),
    VERIFY(Group.WRITE, "verify", Headers.VERIFY),
    REPORT(Group.WRITE, "report", Headers.REPORT),
    DOCS(Group.WRITE, "docs", Headers.DOCS),
    RUN(Group.CHECK, "run", Headers.RUN),
    RANDOM(Group.CHECK, "random", Headers.RANDOM),
    DIFF(Group.CHECK, "diff", Headers.DIFF),
    SMOKE(Group.CHECK, "smoke", Headers.SMOKE),
    CANARY(Group.CHECK, "canary", Headers.CANARY),
    DOCTOR(Group.CHECK, "doctor", Headers.DOCTOR),
    PREDICT(Group.CHECK, "predict", Headers.PREDICT),
    GENERATE(Group.SUITE, "generate", Headers.GENERATE),
    STRENGTH(Group.SUITE, "strength", Headers.STRENGTH),
    MINIMIZE(Group.SUITE, "minimize", Headers.MINIMIZE),
    PROMOTE(Group.SUITE, "promote", Headers.PROMOTE),
    EXPLORE(Group.SUITE, "explore", Headers.EXPLORE),
    EXEC(Group.PROGRAM, "exec", Headers.EXEC),
    TOPOLOGY(Group.PROGRAM, "topology", Headers.TOPOLOGY),
    SITE(Group.UNDERSTAND, "site", Headers.SITE),
    PLATFORMS(Group.UNDERSTAND, "platforms", Headers.PLATFORMS),
    EXPLAIN(Group.UNDERSTAND, "explain", Headers.EXPLAIN),
    COMPARE(Group.UNDERSTAND, "compare", Headers.COMPARE),
    DIAGNOSE(Group.UNDERSTAND, "diagnose", Headers.DIAGNOSE),
    JUDGE(Group.UNDERSTAND, "judge", Headers.JUDGE),
    MEMLOCK(Group.UNDERSTAND, "memlock", Headers.MEMLOCK),
    EXPORT(Group.EXPORT, "export", Headers.EXPORT),
    ADAPTER(Group.PLUMBING, "adapter", Headers.ADAPTER),
    COMPLETION(Group.PLUMBING, "completion", Headers.COMPLETION),
    MAN(Group.PLUMBING, "man", Headers.MAN);

    /** What commands are for. */
    enum Group {
        WRITE("Describe behaviour"),
        CHECK("Check an implementation"),
        SUITE("Make suites, and measure them"),
        PROGRAM("Run a program"),
        UNDERSTAND("Look things up"),
        EXPORT("Use the data elsewhere"),
        PLUMBING("Plumbing");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** How the help names it. */
        String title() {
            return title;
        }
    }

    private final Group group;
    private final String synopsis;
    private final String header;

    Commands(Group group, String synopsis, String header) {
        this.group = group;
        this.synopsis = synopsis;
        this.header = header;
    }

    /** The word that a user types. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Group group() {
        return group;
    }

    /** The word, and those that may follow it. */
    String synopsis() {
        return synopsis;
    }

    /** What it does, in one line. */
    String header() {
        return header;
    }

    /** Makes the object that picocli fills in and calls. */
    Object make() {
        return switch (this) {
            case NEW -> new New();
            case STEPS -> new Steps();
            case TRY -> new Try();
            case RECORD -> new Record();
            case VERIFY -> new Verify();
            case REPORT -> new Report();
            case DOCS -> new Docs();
            case RUN -> new Run();
            case RANDOM -> new Random();
            case DIFF -> new Diff();
            case SMOKE -> new Smoke();
            case CANARY -> new Canary();
            case DOCTOR -> new Doctor();
            case PREDICT -> new Predict();
            case EXPLORE -> new Explore();
            case GENERATE -> new Generate();
            case STRENGTH -> new MeasureStrength();
            case MINIMIZE -> new Minimize();
            case PROMOTE -> new Promote();
            case EXEC -> new Exec();
            case TOPOLOGY -> new DescribeTopology();
            case SITE -> new BuildSite();
            case PLATFORMS -> new ListPlatforms();
            case EXPLAIN -> new Explain();
            case COMPARE -> new Compare();
            case MEMLOCK -> new Memlock();
            case DIAGNOSE -> new Diagnose();
            case JUDGE -> new Judge();
            case EXPORT -> new Export();
            case ADAPTER -> new Adapter();
            case COMPLETION -> new Completion();
            case MAN -> new Man();
        };
    }

    /**
     * Returns those that {@code args} can be about: one; none where only help or the version is asked for; all for a wrong word,
     * and for a command that tells of all.
     */
    static List<Commands> asked(String... args) {
        Optional<String> first =
                Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst();
        List<Commands> all = List.of(values());
        List<Commands> named = all.stream()
                .filter(command -> first.filter(command.word()::equals).isPresent())
                .toList();
        boolean ofAll = named.contains(COMPLETION) || named.contains(MAN);
        return ofAll || first.isPresent() && named.isEmpty() ? all : named;
    }
}
