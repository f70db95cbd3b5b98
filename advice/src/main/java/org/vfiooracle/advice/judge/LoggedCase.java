// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * Makes a case of a log that was judged: its calls, with the arguments that were assumed, on groups of a topology that answers them
 * alike.
 */
public final class LoggedCase {
    /** The name of a case that nobody has named yet. */
    public static final String ID = "LOG-001";

    private static final String TOPOLOGY = "six-groups";

    /** Groups that stand for those of a log in their order: each on a bridge of its own, all on one, or as they come. */
    private static final List<List<String>> CHOICES =
            List.of(List.of("A", "D", "E"), List.of("A", "B", "C"), List.of("A", "B", "C", "D", "E", "F"));

    private static final long[] MEMORY = {1L << 30, Candidates.MEMORY_SIZE};

    private final Platforms platforms;
    private final OptionalLong memlock;

    /**
     * Prepares to make cases.
     *
     * @param memlock RLIMIT_MEMLOCK of the process, in bytes; empty for unlimited
     */
    public LoggedCase(Platforms platforms, OptionalLong memlock) {
        this.platforms = platforms;
        this.memlock = memlock;
    }

    /** Returns the calls of a judgement as a fixture of its platform; empty where no groups of the topology answer them alike. */
    public Optional<Fixture> of(Judgement judgement) {
        List<Operation> operations = judgement.path().operations();
        Machine machine = platforms.machine(judgement.platform());
        Optional<List<Answer>> wanted = answers(perform(
                caseOf(operations, judgement, Candidates.MEMORY_SIZE),
                machine,
                judgement.path().first().topology()));
        Topology topology = platforms.topology(TOPOLOGY, machine.profile());
        for (List<String> groups : CHOICES) {
            for (long memory : MEMORY) {
                Optional<Case> made = renamed(operations, groups).map(calls -> caseOf(calls, judgement, memory));
                Optional<Performance> performed = made.flatMap(one -> perform(one, machine, topology));
                if (wanted.isPresent() && answers(performed).equals(wanted)) {
                    return performed.map(one -> one.fixture(judgement.platform(), ""));
                }
            }
        }
        return Optional.empty();
    }

    private Case caseOf(List<Operation> operations, Judgement judgement, long memory) {
        Map<String, Buffer> buffers = new LinkedHashMap<>();
        judgement
                .path()
                .first()
                .process()
                .buffers()
                .values()
                .forEach(one -> buffers.put(one.name(), new Buffer(one.name(), memory, one.backing(), one.writable())));
        Process process = new Process(memlock, false, buffers, 0);
        return new Case(CaseId.parse(ID), TOPOLOGY, process, operations);
    }

    private static Optional<Performance> perform(Case made, Machine machine, Topology topology) {
        try {
            return Optional.of(Performance.of(made, machine, topology));
        } catch (NotModelled | PlatformRefused unknown) {
            return Optional.empty();
        }
    }

    private static Optional<List<Answer>> answers(Optional<Performance> performed) {
        return performed.map(one -> one.steps().stream()
                .map(step -> step.transition().outcome().answer())
                .toList());
    }

    /** Aliases of the log are letters in the order in which its groups appear. */
    private static Optional<List<Operation>> renamed(List<Operation> operations, List<String> groups) {
        List<Operation> renamed = new ArrayList<>();
        for (Operation operation : operations) {
            Map<String, Object> tree = new LinkedHashMap<>(OperationCodec.encode(operation));
            for (String key : List.of("group", "device")) {
                if (tree.get(key) instanceof String name) {
                    int number = name.charAt(0) - 'A';
                    if (number < 0 || number >= groups.size() || name.length() > 1 && name.charAt(1) != '.') {
                        return Optional.empty();
                    }
                    tree.put(key, groups.get(number) + name.substring(1));
                }
            }
            renamed.add(OperationCodec.decode(tree, ""));
        }
        return Optional.of(renamed);
    }
}
