// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.oracle.Machine;

/**
 * Transitions a second of the model, without departures, over the cases of the corpus, one transition after another. With
 * {@code -prof gc} JMH tells the bytes of each, too ({@code gc.alloc.rate.norm}). Run it from the root of a checkout.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CorpusWalk {
    /** {@code calls}: only cases of VFIO calls; {@code programs}: only those in which a program runs; {@code all}. */
    @Param({"all", "calls", "programs"})
    public String cases = "";

    private final List<Walk> walks = new ArrayList<>();
    private int walk;
    private int step;
    private org.vfiooracle.engine.state.State now = Walk.NOWHERE;

    private record Walk(Machine machine, org.vfiooracle.engine.state.State start, List<Operation> operations) {
        static final org.vfiooracle.engine.state.State NOWHERE = org.vfiooracle.engine.state.State.initial(
                Platforms.load().described("six-groups"), org.vfiooracle.engine.state.Process.UNLIMITED);
    }

    /** Reads the corpus. */
    @Setup
    public void read() {
        Platforms platforms = Platforms.load();
        Corpus corpus = Corpus.at(Path.of(""));
        java.util.Map<String, Machine> machines = new java.util.TreeMap<>();
        corpus.fixtures().filter(this::wanted).forEach(fixture -> {
            Machine machine = machines.computeIfAbsent(
                    fixture.platform().toString(), name -> platforms.machine(fixture.platform()));
            walks.add(new Walk(
                    machine,
                    org.vfiooracle.engine.state.State.initial(
                            platforms.topology(fixture.performed().topology(), machine.profile()),
                            fixture.performed().process()),
                    fixture.performed().operations()));
        });
        if (walks.isEmpty()) {
            throw new IllegalStateException("no fixtures: run this from the root of a checkout");
        }
        now = walks.get(0).start();
    }

    /** How many operations all of the cases have. */
    int size() {
        return walks.stream().mapToInt(one -> one.operations().size()).sum();
    }

    private boolean wanted(Fixture fixture) {
        boolean program = fixture.performed().operations().stream().anyMatch(ProgramCall.class::isInstance);
        return cases.equals("all") || program == cases.equals("programs");
    }

    /** Performs the next operation of the corpus. */
    @Benchmark
    public Transition transition() {
        Walk in = walks.get(walk);
        while (step == in.operations().size()) {
            walk = (walk + 1) % walks.size();
            step = 0;
            in = walks.get(walk);
            now = in.start();
        }
        Transition transition = in.machine().perform(now, in.operations().get(step));
        step++;
        now = transition.next();
        return transition;
    }
}
