// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.recording.ProgramRunFiles;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.host.PciIds;
import org.vfiooracle.exec.memory.AddressLabels;
import org.vfiooracle.exec.memory.HostPages;
import org.vfiooracle.exec.memory.Proc;
import org.vfiooracle.exec.memory.ProcessFiles;
import org.vfiooracle.exec.memory.ToldLimits;
import org.vfiooracle.exec.record.CallDifferences;
import org.vfiooracle.exec.server.Ending;
import org.vfiooracle.exec.server.Execution;
import org.vfiooracle.exec.server.Toolchain;
import org.vfiooracle.exec.server.Watchable;
import org.vfiooracle.exec.session.Fault;
import org.vfiooracle.exec.session.Setting;
import org.vfiooracle.exec.text.EndingText;
import org.vfiooracle.exec.text.ExecCounts;
import org.vfiooracle.exec.text.ExecLine;
import org.vfiooracle.exec.text.ExecVerdict;
import org.vfiooracle.exec.text.StateText;
import org.vfiooracle.exec.text.TraceFile;
import org.vfiooracle.exec.trace.Happening;
import org.vfiooracle.exec.uapi.ErrnoNumber;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NotStarted;
import org.vfiooracle.input.OtherPages;
import org.vfiooracle.input.PictureFile;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.input.TopologyChoice;
import org.vfiooracle.input.UnknownDevice;
import org.vfiooracle.oracle.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program whose VFIO calls the model answers. */
@Command(
        name = "exec",
        header = Headers.EXEC,
        description = {
            "%nPROGRAM is any dynamically linked program. It runs unmodified, and needs no VFIO, device or "
                    + "privileges. Each of its VFIO calls is printed to standard error with the answer and the rule "
                    + "behind it, followed by a summary and a picture of the containers, groups and windows at their "
                    + "fullest. See docs/how-to/exec.md.",
            "%nExit code: that of the program; 1 if its calls differ from --expect; 2 if it cannot be "
                    + "started, or made no call with --require-calls; 3 if its guard was killed. With --exit-code-of verdict, "
                    + "it is about the calls alone: 0 if nothing is wrong; 1 if they differ, one is not modelled or a --fail "
                    + "never fired; 2 as above; 3 if the program or its guard was killed. "
                    + "The first run builds a small library with the host's C compiler ($CC, or cc).%n"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./oracle exec --platform ioda2-linux-4.2-4k -- \\",
            "      qemu-system-ppc64 -M pseries -nodefaults -nographic -S \\",
            "      -device vfio-pci,host=0000:01:00.0"
        })
public final class Exec implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--platform", paramLabel = "P", required = true, description = "The platform that answers.")
    private String platform = "";

    @Option(
            names = "--topology",
            paramLabel = "T",
            defaultValue = "two-phbs",
            description =
                    "Its groups and devices: a name from fixtures/topologies, or a file like those (default: ${DEFAULT-VALUE}).")
    private String topology = "two-phbs";

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Write the trace to FILE as JSON lines, instead of printing it.")
    private @Nullable Path trace;

    @Option(names = "--accesses", description = "Also show register accesses.")
    private boolean accesses;

    @Option(names = "--record", paramLabel = "FILE", description = "Write the calls to FILE as a fixture.")
    private @Nullable Path record;

    @Option(
            names = "--id",
            paramLabel = "ID",
            defaultValue = "EXEC-001",
            description = "The id of that fixture (default: ${DEFAULT-VALUE}).")
    private String id = "EXEC-001";

    @Option(names = "--picture", paramLabel = "FILE", description = "Write the picture to FILE as SVG.")
    private @Nullable Path picture;

    @Option(
            names = "--ledger",
            description = "Record the calls as an observation of PROGRAM (fixtures/evidence/programs).")
    private boolean ledger;

    @Option(
            names = "--expect",
            paramLabel = "FIXTURE",
            description = "Compare the calls with those of a fixture or program ledger.")
    private @Nullable String expect;

    @Mixin
    private Deviating deviating = new Deviating();

    @Mixin
    private Injecting injecting = new Injecting();

    @Option(
            names = "--memlock",
            paramLabel = "SIZE",
            description = "RLIMIT_MEMLOCK to assume: 64M, bytes or unlimited (default: the program's own).")
    private @Nullable String memlock;

    @Option(
            names = "--ipc-lock",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether to assume CAP_IPC_LOCK (default: what the program has).")
    private @Nullable Boolean ipcLock;

    @Option(names = "--require-calls", description = "Exit with 2 if no VFIO call was seen.")
    private boolean requireCalls;

    @Mixin
    private Judged judged = new Judged();

    @Parameters(paramLabel = "PROGRAM", arity = "1..*", description = "The program and its arguments.")
    private List<String> program = List.of();

    @Override
    public Integer call() throws IOException {
        Optional<Path> drawing = Optional.ofNullable(picture).map(PictureFile::of);
        Checkout checkout = shared.checkout();
        PlatformChoice choice = PlatformChoice.in(checkout, shared::say);
        PlatformId named = choice.of(platform);
        TopologyChoice machines = TopologyChoice.of(topology, checkout, choice.platforms());
        Machine machine = deviating.machine(choice.platforms().profile(named));
        OptionalLong page = toldPage(machine.profile(), named);
        List<Fault> faults = injecting.faults();
        AddressLabels labels = new AddressLabels(machine.profile().pageSize());
        CaseId caseId = caseId();
        ProcessFiles processes = new ToldLimits(
                new Proc(),
                Optional.ofNullable(memlock).map(typed -> Sizes.limit("--memlock", typed)),
                Optional.ofNullable(ipcLock));
        Optional<String> expected = Optional.ofNullable(expect).map(file -> StrictYaml.text(checkout.file(file), file));
        Topology groups = machines.platforms().topology(machines.name(), machine.profile());
        check(machines.platforms().described(machines.name()));
        HostNames names = new HostNames(machines.platforms().described(machines.name()));
        Toolchain.Made made = toolchain(checkout).make();

        ExecCounts counts = new ExecCounts();
        Consumer<Happening> counted = counts::add;
        Execution.Ran ran;
        try (TraceFile file = new TraceFile(
                trace == null ? Writer.nullWriter() : Files.newBufferedWriter(trace, StandardCharsets.UTF_8))) {
            introduce(named, names);
            warn(Watchable.of(program.get(0)));
            Injecting.unlikely(faults, machine).forEach(text -> shared.say("warning: " + text));
            page.ifPresent(bytes -> note("this host has pages of " + HostPages.size()
                    + " bytes; the program is told that they have " + bytes));
            ran = new Execution(made, names, page, program)
                    .run(
                            folder -> new Setting(machine, groups, names, faults, processes, labels, folder),
                            counted.andThen(trace == null ? lines(labels) : file),
                            left -> shared.say(EndingText.of(left)));
        }
        if (ran.ending() instanceof Ending.NotStarted failed) {
            throw new NotStarted(program.get(0), ErrnoNumber.name(failed.error()));
        }
        boolean unseen = requireCalls && !counts.any();
        (judged.quiet() && !unseen ? counts.troubles() : counts.lines(ran.ending())).forEach(shared::say);
        ran.session().unfired().forEach(text -> shared.say("--fail " + text));
        ProgramRunFiles files = new ProgramRunFiles(ran.session(), machine, groups, named, caseId);
        if (!judged.quiet()) {
            picture(files, names, labels);
        }
        write(files, checkout, counts, drawing, labels);
        Optional<CallDifferences> differences = expected.map(text -> files.differences(text, String.valueOf(expect)));
        differences.ifPresent(this::tell);
        return judged.told(
                new ExecVerdict(ran.ending(), counts, ran.session().unfired(), differences),
                unseen,
                about(named),
                shared);
    }

    private void check(Topology described) {
        for (Group group : described.groups()) {
            for (int i = 0; i < group.devices().size(); i++) {
                String model = group.devices().get(i).model();
                if (PciIds.of(model).isEmpty()) {
                    throw new UnknownDevice(topology, group.alias() + "." + i, model, PciIds.names());
                }
            }
        }
    }

    /** Larger pages than those of the host are told to the program; smaller ones cannot be. */
    private static OptionalLong toldPage(Profile profile, PlatformId named) {
        long host = HostPages.size();
        if (profile.pageSize() < host) {
            throw OtherPages.of(profile, named, host);
        }
        return profile.pageSize() == host ? OptionalLong.empty() : OptionalLong.of(profile.pageSize());
    }

    private Toolchain toolchain(Checkout checkout) {
        String compiler = Optional.ofNullable(System.getenv("CC")).orElse("cc");
        String target = System.getProperty("vfiooracle.target", "target");
        return new Toolchain(
                checkout.root().resolve("preload"),
                checkout.root().resolve(target).resolve("preload"),
                compiler);
    }

    private CaseId caseId() {
        try {
            return CaseId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(shared.commandLine(), "--id: " + e.getMessage());
        }
    }

    /** Says what is not wrong. */
    private void note(String text) {
        if (!judged.quiet()) {
            shared.say(text);
        }
    }

    private Map<String, Object> about(PlatformId named) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("platform", named.toString());
        about.put("topology", topology);
        about.put("command", program);
        return about;
    }

    private void introduce(PlatformId named, HostNames names) {
        note(named + ", " + topology);
        names.devices()
                .forEach(device -> note(
                        "device " + device.address() + ", " + device.device().model() + ", in group " + device.group()
                                + ", here " + device.alias().split("\\.")[0]));
    }

    private void warn(Watchable program) {
        if (program != Watchable.YES) {
            shared.say("warning: " + this.program.get(0) + " " + program.what());
            shared.say("hint: " + program.hint());
        }
    }

    /** Lines stand where they belong among those of the program: it has no answer before its line is there. */
    private Consumer<Happening> lines(AddressLabels labels) {
        ExecLine line = new ExecLine();
        return happening -> {
            if (!judged.quiet()) {
                line.text(happening, accesses).forEach(text -> shared.err().print(labels.shown(text) + "\n"));
                shared.err().flush();
            }
        };
    }

    private void picture(ProgramRunFiles files, HostNames names, AddressLabels labels) {
        files.fullest().ifPresent(fullest -> {
            shared.say("after call " + fullest.steps().size() + " of "
                    + files.session().performed().steps().size() + ":");
            new StateText(fullest.last(), names, labels).lines().forEach(text -> shared.err()
                    .print("  " + text + "\n"));
            shared.err().flush();
        });
    }

    private void write(
            ProgramRunFiles files, Checkout checkout, ExecCounts counts, Optional<Path> drawing, AddressLabels labels) {
        drawing.map(file -> files.picture(file, labels)).orElse(List.of()).forEach(this::note);
        if (record != null) {
            files.fixture(record).forEach(this::note);
        }
        if (ledger && counts.guessed()) {
            shared.say("no ledger written: some calls are not modelled");
        } else if (ledger) {
            files.ledger(checkout.root(), program).forEach(this::note);
        }
    }

    private void tell(CallDifferences differences) {
        if (differences.none()) {
            note("the calls match " + expect + compared(differences));
            return;
        }
        shared.say("the calls differ from " + expect + compared(differences));
        differences.lines().forEach(text -> shared.err().print("  " + text + "\n"));
        shared.err().flush();
    }

    private static String compared(CallDifferences differences) {
        return differences.effects() ? "" : " (answers only: a ledger keeps no effects)";
    }
}
