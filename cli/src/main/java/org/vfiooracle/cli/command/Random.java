// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.conformance.random.RandomCases;
import org.vfiooracle.conformance.random.RandomRun;
import org.vfiooracle.conformance.random.Shrinker;
import org.vfiooracle.conformance.random.Signature;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.WritableFolder;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.PerformedCalls;
import org.vfiooracle.terminal.page.RandomPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Random sequences of operations. */
@Command(
        name = "random",
        header = Headers.RANDOM,
        description = {
            "%nGenerates valid and invalid call sequences, weighted towards deep states: windows created, "
                    + "groups shared, memory registered and mapped. The same seed, length and platform give the same "
                    + "cases.",
            "%nWith --platform, prints the cases with the model's predictions. With --machine or --adapter, "
                    + "runs them and compares the answers. Each kind of difference is reduced to a short case, which "
                    + "run, predict and diff accept. Sequences that would crash the machine are left out unless --boots "
                    + "asks for them.",
            "%nExit code: 0 if everything agrees; 1 if something differs; 3 if the implementation broke.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle random --seed 1 --length 12 --cases 3 --platform phb4-linux-6.12-4k",
            "  ./oracle random --seed 7 --operations 20000 --machine powernv9 --ledger",
            "  ./oracle random --seed 7 --boots 50 --machine pseries"
        })
public final class Random implements Callable<Integer> {
    private static final int CASES = 10;
    private static final String NO_SUCH_CASES = "no case needs a fresh boot on ";
    private static final String NOTHING_COMPARED = "no ledger written: nothing was compared";

    @Mixin
    private Shared shared = new Shared();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Random seed; the same seed gives the same cases.")
    private long seed;

    @Option(
            names = "--length",
            paramLabel = "L",
            defaultValue = "16",
            description = "Maximum number of operations per case.")
    private int length;

    @Option(names = "--cases", paramLabel = "K", description = "Number of cases (default: 10).")
    private @Nullable Integer cases;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "Generate cases until they have N operations in total.")
    private @Nullable Integer operations;

    @Option(
            names = "--boots",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Also run N cases that crash or spoil the machine, each on a fresh boot; only these unless --cases or --operations is given.")
    private int boots;

    @Option(names = "--platform", paramLabel = "P", description = "Print the cases for this platform; run nothing.")
    private @Nullable String platform;

    @Option(
            names = "--machine",
            paramLabel = "M",
            description = "Run them on a machine of adapters/linux; may include its options.")
    private @Nullable String machine;

    @Option(
            names = "--adapter",
            paramLabel = "CMD",
            description = "Run them through an adapter, given as a shell command.")
    private @Nullable String adapter;

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "state",
            description =
                    "What to compare: outcome (answers), structs (also output fields), locked (also locked memory), effects (also what the hardware is told) or state (also what is left at the end). Default: ${DEFAULT-VALUE}.")
    private Strictness strictness = Strictness.STATE;

    @Mixin
    private Performing performing = new Performing();

    @Mixin
    private Starting starting = new Starting();

    @Option(names = "--no-shrink", description = "Do not shorten cases that differ.")
    private boolean whole;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/random",
            description = "Folder for cases that differ (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target/random");

    @Option(names = "--ledger", description = "Record what was compared in fixtures/evidence/random.")
    private boolean ledger;

    @Override
    public Integer call() {
        check();
        Checkout checkout = shared.checkout();
        return platform != null ? print(checkout, platform) : ask(checkout, command());
    }

    private void check() {
        long ways = java.util.stream.Stream.of(platform, machine, adapter)
                .filter(java.util.Objects::nonNull)
                .count();
        if (ways != 1) {
            throw wrong("expected one of --platform, --machine and --adapter");
        }
        if (length < 1 || length > 200) {
            throw wrong("--length: expected 1 to 200, found " + length);
        }
        if (cases != null && operations != null) {
            throw wrong("expected --cases or --operations, found both");
        }
        if (boots < 0 || boots > 10_000) {
            throw wrong("--boots: expected 0 to 10000, found " + boots);
        }
        if (cases != null && cases < 1 || operations != null && operations < 1) {
            throw wrong("--cases and --operations: expected a number from 1");
        }
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(shared.commandLine(), what);
    }

    private String command() {
        return machine != null ? "adapters/linux/" + machine : String.valueOf(adapter);
    }

    private boolean onlyBoots() {
        return boots > 0 && cases == null && operations == null;
    }

    private int print(Checkout checkout, String typed) {
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        PlatformId id = platforms.of(typed);
        Machine model = platforms.platforms().machine(id);
        Topology topology = platforms.platforms().topology("six-groups", model.profile());
        RandomCases random = new RandomCases(seed, length, model, topology, performing.calls());
        List<Fixture> fixtures = new ArrayList<>();
        for (Case one : onlyBoots() ? List.<Case>of() : enough(random)) {
            fixtures.add(Performance.predicted(one, id, model, topology, ""));
        }
        for (int i = 0; i < boots; i++) {
            random.alone(i).ifPresent(one -> fixtures.add(Performance.predicted(one, id, model, topology, "")));
        }
        if (fixtures.isEmpty()) {
            shared.err().println(NO_SUCH_CASES + id);
        }
        shared.out()
                .print(String.join(
                        "---\n", fixtures.stream().map(FixtureFile::write).toList()));
        shared.out().flush();
        RandomRun.most(random.notModelled()).forEach(line -> shared.err().println(line));
        return ExitCode.FINE;
    }

    private List<Case> enough(RandomCases random) {
        List<Case> made = new ArrayList<>();
        int sum = 0;
        int wanted = operations != null ? operations : Integer.MAX_VALUE;
        int most = operations != null ? Integer.MAX_VALUE : cases != null ? cases : CASES;
        while (made.size() < most && sum < wanted) {
            Case one = random.make(made.size());
            made.add(one);
            sum += one.operations().size();
        }
        return made;
    }

    private int ask(Checkout checkout, String command) {
        WritableFolder.require(out, folder(checkout));
        AdapterCommand adapterCommand =
                starting.command(command, checkout.root(), line -> shared.err().println(line));
        Platforms platforms = Platforms.load();
        Map<String, Integer> notModelled = new TreeMap<>();
        List<AdapterResults> alone;
        List<AdapterResults> all = new ArrayList<>();
        try (ProgressLine line = shared.progress("random")) {
            RandomRun run = new RandomRun(platforms, adapterCommand, strictness, performing.calls(), new Watch(line));
            if (!onlyBoots()) {
                all.add(run.ask((model, topology, calls) -> many(model, topology, calls, notModelled)));
            }
            alone = run.askAlone(
                    boots, (model, topology, calls, number) -> new RandomCases(seed, length, model, topology, calls)
                            .alone(number));
            all.addAll(alone);
        }
        AdapterResults results = all.stream().reduce(AdapterResults::and).orElseThrow();
        int booted = alone.stream().mapToInt(one -> one.results().size()).sum();
        if (booted < boots) {
            shared.err().println(NO_SUCH_CASES + results.announcement().platform());
        }
        SortedMap<Signature, CaseResult> found = RandomRun.findings(results.results());
        if (!whole && !found.isEmpty()) {
            found = shorter(
                    found, new RandomRun(platforms, adapterCommand, strictness, performing.calls(), RunProgress.NONE));
        }
        RandomPage page = new RandomPage(
                seed, length, booted, results, found, write(checkout, found), RandomRun.most(notModelled));
        return told(checkout, page);
    }

    private List<Case> many(Machine model, Topology topology, PerformedCalls calls, Map<String, Integer> notModelled) {
        RandomCases random = new RandomCases(seed, length, model, topology, calls);
        List<Case> made = enough(random);
        notModelled.putAll(random.notModelled());
        return made;
    }

    private SortedMap<Signature, CaseResult> shorter(SortedMap<Signature, CaseResult> found, RandomRun again) {
        shared.err().println("shortening " + found.size() + " kinds of differences");
        shared.err().flush();
        return new Shrinker(again.again()).shrink(found);
    }

    private int told(Checkout checkout, RandomPage page) {
        page.text().forEach(line -> shared.out().println(line));
        shared.out().flush();
        AdapterResults results = page.results();
        boolean compared = results.statistics().operationsCompared() > 0;
        if (ledger) {
            Witness witness = results.announcement().witness();
            shared.err()
                    .println(
                            compared
                                    ? RandomLedger.record(checkout.root(), witness, page.evidence())
                                    : NOTHING_COMPARED);
        }
        if (results.broke()) {
            return ExitCode.BROKEN_IMPLEMENTATION;
        }
        return page.found().isEmpty() && compared ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private Path folder(Checkout checkout) {
        return out.isAbsolute() ? out : checkout.root().resolve(out);
    }

    private List<String> write(Checkout checkout, SortedMap<Signature, CaseResult> found) {
        List<String> files = new ArrayList<>();
        Path folder = folder(checkout);
        for (CaseResult result : found.values()) {
            Path file = folder.resolve(result.fixture().performed().id() + ".yaml");
            folder.toFile().mkdirs();
            AtomicFile.write(file, FixtureFile.write(result.fixture()));
            files.add(checkout.shown(file));
        }
        return files;
    }

    /** Shows how far it has got. */
    private record Watch(ProgressLine line) implements RunProgress {
        @Override
        public void started(Announcement announcement, Expected expected, int cases) {
            line.show(0, cases);
        }

        @Override
        public void ended(CaseResult result, int done, int cases) {
            line.show(done, cases);
        }
    }
}
