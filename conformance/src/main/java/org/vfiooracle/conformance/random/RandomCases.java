// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.PerformedCalls;

/**
 * Random sequences of operations that the model has an answer to. The same seed, length and platform give the same cases.
 * Not for several threads.
 */
public final class RandomCases {
    /** Changes whenever the same seed no longer gives the same cases. */
    public static final int GENERATOR = 6;

    private static final int TRIES = 40;
    private static final int TRIES_OF_FEW = 1000;
    private static final int ATTEMPTS = 1000;
    private static final String TOPOLOGY_OF_CASES = "six-groups";

    private final long seed;
    private final int length;
    private final Machine machine;
    private final Topology topology;
    private final PerformedCalls performed;
    private final int tries;
    private final SortedMap<String, Integer> notModelled = new TreeMap<>();

    /**
     * Prepares to make cases.
     *
     * @param length the most operations of a case
     * @param topology the machine's, as its generation has it
     */
    public RandomCases(long seed, int length, Machine machine, Topology topology) {
        this(seed, length, machine, topology, PerformedCalls.ALL);
    }

    /**
     * Prepares to make cases of some operations.
     *
     * @param length the most operations of a case
     * @param topology the machine's, as its generation has it
     * @param performed the operations that may be in a case
     */
    public RandomCases(long seed, int length, Machine machine, Topology topology, PerformedCalls performed) {
        this.performed = performed;
        this.tries = performed.all() ? TRIES : TRIES_OF_FEW;
        this.seed = seed;
        this.length = length;
        this.machine = machine;
        this.topology = topology;
    }

    /**
     * Returns case {@code number}, whatever other cases were made before. The machine is the same after it, so that many
     * can be performed in one boot.
     */
    public Case make(int number) {
        return walk(new Dice(seed * 1_000_003 + number), false).made("n" + number);
    }

    /**
     * Returns case {@code number} of those that need a boot of their own: the machine answers otherwise after it. Empty when
     * nothing of that kind can be done to this platform.
     */
    public Optional<Case> alone(int number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Walk walk = walk(new Dice((seed * 1_000_003 + number) * ATTEMPTS + attempt), true);
            if (walk.spoils) {
                return Optional.of(walk.made("b" + number));
            }
        }
        return Optional.empty();
    }

    private Walk walk(Dice dice, boolean alone) {
        Walk walk = new Walk(dice, process(dice), alone);
        walk.start();
        while (walk.operations.size() < length && walk.step()) {
            // goes on until it is long enough, or nothing is left to do
        }
        return walk;
    }

    /** How often the model had no answer, by what it said: what could be generated next. */
    public Map<String, Integer> notModelled() {
        return notModelled;
    }

    private Process process(Dice dice) {
        long page = machine.profile().pageSize();
        Map<String, Buffer> buffers = new TreeMap<>();
        buffer(buffers, "B1", 0x10_0000, true);
        buffer(buffers, "B2", 16 * page, true);
        buffer(buffers, "B3", 4 * page, dice.chance(50));
        long window = 8L << 20;
        OptionalLong memlock = dice.chance(70)
                ? OptionalLong.empty()
                : OptionalLong.of(dice.one(
                        0L,
                        page,
                        16 * page,
                        0x10_0000L,
                        window,
                        window + 0x10_0000 - page,
                        window + 0x10_0000,
                        window + 0x20_0000,
                        1L << 31,
                        (1L << 31) + window));
        return new Process(memlock, dice.chance(10), buffers, 0);
    }

    private static void buffer(Map<String, Buffer> buffers, String name, long size, boolean writable) {
        buffers.put(name, new Buffer(name, size, Buffer.Backing.PAGE, writable));
    }

    /** One case while it is made. */
    private final class Walk {
        private final Dice dice;
        private final Names names;
        private final List<Move> moves;
        private final Repeating repeating;
        private final List<Operation> operations = new ArrayList<>();
        private final List<String> processes = new ArrayList<>(List.of(""));
        private final Process process;
        private final boolean alone;
        private State state;
        private boolean spoils;

        Walk(Dice dice, Process process, boolean alone) {
            this.dice = dice;
            this.names = new Names(dice);
            this.moves = new Moves(dice, names, machine.profile(), alone).all();
            this.repeating = new Repeating(dice);
            this.process = process;
            this.alone = alone;
            this.state = State.initial(topology, process);
        }

        Case made(String number) {
            String row = String.format(Locale.ROOT, "s%d-%s", seed, number);
            return new Case(new CaseId("RANDOM-000", Optional.of(row)), TOPOLOGY_OF_CASES, process, operations);
        }

        /** Most cases begin with a container that can map, so that the rest of them is spent deep inside. */
        void start() {
            if (dice.chance(15)) {
                return;
            }
            Opening opening = new Opening(dice, names, machine.profile(), topology, alone);
            opening.operations().forEach(this::perform);
        }

        /** Adds an operation; false when none was found. */
        boolean step() {
            for (int i = 0; i < tries; i++) {
                String by = dice.of(processes);
                Optional<Operation> call = chosen().make().apply(state.as(by)).map(repeating::perhaps);
                if (call.isPresent() && perform(by.isEmpty() ? call.get() : new Operation.By(by, call.get()))) {
                    return true;
                }
            }
            return false;
        }

        private Move chosen() {
            int total = moves.stream().mapToInt(Move::weight).sum();
            int at = dice.below(total);
            for (Move move : moves) {
                at -= move.weight();
                if (at < 0) {
                    return move;
                }
            }
            throw new IllegalStateException("weights that do not add up");
        }

        private boolean perform(Operation operation) {
            if (!performed.performs(operation)) {
                return false;
            }
            try {
                var transition = machine.perform(state, operation);
                boolean spoiling = Spoiling.by(state, operation, transition);
                if (spoiling && !alone || Hangs.on(machine.profile(), state, operation, transition.outcome())) {
                    return false;
                }
                spoils |= spoiling;
                state = transition.next();
            } catch (NotModelled unknown) {
                notModelled.merge(unknown.what(), 1, Integer::sum);
                return false;
            }
            operations.add(operation);
            Operation call = BareCall.of(operation);
            if (call instanceof Operation.Fork fork) {
                processes.add(fork.as());
            }
            processes.removeIf(name -> !state.lives(name));
            return true;
        }
    }
}
