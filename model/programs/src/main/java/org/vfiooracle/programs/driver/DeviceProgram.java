// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Program;
import org.vfiooracle.programs.vmm.Dialogue;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;
import org.vfiooracle.programs.vmm.Told;

/** A program that is no hypervisor of a pseries guest: it starts, gets and gives up devices, gets memory, and ends. */
public final class DeviceProgram implements Strategy {
    private final String id;
    private final List<ProgramDeviation> possible;
    private final List<ProgramDeviation> deviations;
    private final Function<List<ProgramDeviation>, Actions> kind;
    private final Actions actions;

    /**
     * Makes a program.
     *
     * @param possible the bugs that it can have
     * @param deviations the bugs that it has
     * @param kind what it does, given its bugs
     */
    public DeviceProgram(
            String id,
            List<ProgramDeviation> possible,
            List<ProgramDeviation> deviations,
            Function<List<ProgramDeviation>, Actions> kind) {
        this.id = id;
        this.possible = List.copyOf(possible);
        this.deviations = List.copyOf(deviations);
        this.kind = kind;
        this.actions = kind.apply(this.deviations);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return actions.description();
    }

    @Override
    public boolean hugePages() {
        return actions.hugePages();
    }

    @Override
    public List<ProgramDeviation> deviations() {
        return deviations;
    }

    @Override
    public List<ProgramDeviation> possible() {
        return possible;
    }

    @Override
    public Strategy without(ProgramDeviation deviation) {
        if (!deviations.contains(deviation)) {
            throw new IllegalArgumentException(id + " does not have " + deviation.id());
        }
        List<ProgramDeviation> fewer =
                deviations.stream().filter(d -> !d.equals(deviation)).toList();
        return new DeviceProgram(id, possible, fewer, kind);
    }

    @Override
    public Strategy with(ProgramDeviation deviation) {
        if (!possible.contains(deviation)) {
            throw new IllegalArgumentException(id + " cannot have " + deviation.id());
        }
        List<ProgramDeviation> more =
                Stream.concat(deviations.stream(), Stream.of(deviation)).toList();
        return new DeviceProgram(id, possible, more, kind);
    }

    @Override
    public List<Rule> rules() {
        return Stream.concat(DriverRules.ALL.stream(), actions.rules().stream()).toList();
    }

    @Override
    public Told perform(ProgramCall call, Optional<Program> memory, Dialogue kernel) {
        Talk talk = new Talk(kernel);
        if (call instanceof ProgramCall.Start start) {
            return start(start, talk);
        }
        Holdings holdings = (Holdings) memory.orElseThrow();
        try {
            return told(holdings, call, talk);
        } catch (Stopped e) {
            return Told.of(e.holdings(), Word.FAILED, e.rule());
        }
    }

    private Told start(ProgramCall.Start call, Talk talk) {
        List<String> devices =
                call.devices().stream().map(DeviceProgram::device).toList();
        Holdings holdings = Holdings.NONE;
        Optional<Stopped> refused = Optional.empty();
        try {
            holdings = actions.begin(talk, talk.kernel().buffer(call.ram()), devices);
        } catch (Stopped e) {
            return Told.of(e.holdings(), Word.EXITED, e.rule());
        }
        for (String device : devices) {
            try {
                holdings = actions.attach(talk, holdings, device).next();
            } catch (Stopped e) {
                if (actions.needsAll()) {
                    return Told.of(e.holdings(), Word.EXITED, e.rule());
                }
                refused = Optional.of(e);
                holdings = e.holdings();
            }
        }
        return Told.of(holdings, Word.RUNNING, whyRunning(holdings, refused));
    }

    /** A program that goes on without any device says why it could not have the last one. */
    private static Rule whyRunning(Holdings holdings, Optional<Stopped> refused) {
        if (refused.isEmpty()) {
            return DriverRules.RUNNING;
        }
        return holdings.devices().isEmpty() ? refused.get().rule() : DriverRules.LEFT_OUT;
    }

    /** A device of the command line; what has no guest with bridges has bridge 0 only. */
    private static String device(String text) {
        if (!text.matches("[A-Z]\\.[0-9]+@0")) {
            throw new NotModelled("a device spelled \"" + text + "\" for a program without bridges");
        }
        return text.substring(0, text.indexOf('@'));
    }

    private Told told(Holdings holdings, ProgramCall call, Talk talk) {
        if (call instanceof ProgramCall.DeviceAdd add) {
            if (holdings.device(add.device()).isPresent() || add.phb() != 0) {
                throw new NotModelled("a device that " + id + " gets twice, or on a bridge");
            }
            Actions.Done done = actions.attach(talk, holdings, add.device());
            return Told.ok(done.next(), done.rule());
        }
        if (call instanceof ProgramCall.DeviceDel del) {
            Holdings.Held device =
                    holdings.device(del.device()).orElseThrow(() -> new Stopped(holdings, DriverRules.NO_SUCH_DEVICE));
            Actions.Done done = actions.detach(talk, holdings, device);
            return Told.ok(done.next(), done.rule());
        }
        if (call instanceof ProgramCall.MemoryAdd add) {
            Actions.Done done = actions.grow(talk, holdings, talk.kernel().buffer(add.ram()));
            return Told.ok(done.next(), done.rule());
        }
        if (call instanceof ProgramCall.Quit) {
            return Told.quit(holdings, DriverRules.QUIT);
        }
        throw new NotModelled(call.name() + " to " + id);
    }
}
