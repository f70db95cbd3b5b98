// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.Strategy;

/**
 * What became of a program that was given two groups on two PHBs of the host, both in one address space of its guest.
 *
 * @param containers how many containers it opened
 * @param groups how many groups were put into each of them that took one: {@code 2}, {@code 1 + 1}
 * @param decided the call whose refusal decided: that made it look for another container, or give up; empty when none was
 *     refused
 * @param result what it said: {@code running}, {@code exited}, {@code aborted}; or that it is not modelled
 * @param rule id of the rule of the program
 */
public record Attempt(int containers, String groups, String decided, String result, String rule) {
    private static final long MEMORY = 256L << 20;
    private static final List<String> DEVICES = List.of("A.0@0", "B.0@0");

    /** Starts {@code program} on a machine whose topology has a group A and a group B on different PHBs. */
    public static Attempt of(String program, Machine machine, Topology topology) {
        boolean huge = Strategies.find(program).filter(Strategy::hugePages).isPresent();
        Buffer ram = new Buffer("B1", MEMORY, huge ? huge(machine.profile()) : Buffer.Backing.PAGE, true);
        State idle = State.initial(topology, new Process(OptionalLong.empty(), false, Map.of(ram.name(), ram), 0));
        try {
            var done = machine.perform(idle, new ProgramCall.Start(program, "V1", ram.name(), DEVICES));
            return of(done.outcome(), done.rule().id());
        } catch (NotModelled e) {
            return new Attempt(0, "", "", String.valueOf(e.getMessage()), "");
        }
    }

    /** Huge pages that windows of the platform can have, where there is such a size. */
    private static Buffer.Backing huge(Profile profile) {
        int shift = Buffer.Backing.HUGE_16M.shift(profile.id().pageShift());
        return profile.hardware().pageShifts().contains(shift) ? Buffer.Backing.HUGE_16M : Buffer.Backing.HUGE_2M;
    }

    private static Attempt of(Outcome outcome, String rule) {
        int containers = 0;
        Map<String, Integer> groups = new LinkedHashMap<>();
        String refusedGroup = "";
        String refused = "";
        for (HostCall call : outcome.calls()) {
            Operation operation = call.operation();
            if (call.answer() instanceof Answer.Failed failed) {
                String line = operation.name() + " " + failed.errno();
                refused = line;
                if (operation instanceof Operation.SetContainer && refusedGroup.isEmpty()) {
                    refusedGroup = line;
                }
            } else if (operation instanceof Operation.OpenContainer) {
                containers++;
            } else if (operation instanceof Operation.SetContainer set) {
                groups.merge(set.container(), 1, Integer::sum);
            }
        }
        boolean runs = outcome.answer().equals(Answer.of(Word.RUNNING));
        return new Attempt(
                containers,
                new TreeMap<>(groups).values().stream().map(String::valueOf).collect(Collectors.joining(" + ")),
                runs && !refusedGroup.isEmpty() ? refusedGroup : refused,
                outcome.answer().toString(),
                rule);
    }
}
