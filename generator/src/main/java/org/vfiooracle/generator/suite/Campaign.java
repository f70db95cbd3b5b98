// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.generator.alphabet.Alphabet;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.explore.LockedAmounts;
import org.vfiooracle.generator.explore.Reached;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.generator.explore.Watcher;
import org.vfiooracle.generator.mutate.Chase;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.mutate.Mutants;
import org.vfiooracle.generator.mutate.Traced;
import org.vfiooracle.generator.mutate.Visible;
import org.vfiooracle.protocol.message.PerformedCalls;

/** A platform, traced, with its mutants and with the calls that are made on it. */
public final class Campaign {
    private static final int PAIRS = 1000;
    private static final int AMOUNTS = 8;

    private final Subject subject;
    private final Subject plain;
    private final Traced traced;
    private final Mutants mutants;
    private final Chase chase;
    private final Visible visible;

    /**
     * Prepares a campaign.
     *
     * @param faults the most arguments of a call that are wrong
     * @param performed the calls that may be made
     */
    public Campaign(PlatformId id, Alphabet alphabet, int faults, PerformedCalls performed) {
        this(id, alphabet, faults, performed, Observes.ALL);
    }

    /**
     * Prepares a campaign against an implementation.
     *
     * @param faults the most arguments of a call that are wrong
     * @param performed the calls that may be made
     * @param observes what is seen of each answer
     */
    public Campaign(PlatformId id, Alphabet alphabet, int faults, PerformedCalls performed, Observes observes) {
        this.visible = new Visible(observes);
        Subject untraced = Subject.of(id, alphabet, faults, performed);
        this.plain = Subject.of(id, alphabet, 0, performed);
        this.mutants = Mutants.of(untraced.machine());
        this.traced = Traced.of(untraced.machine());
        this.subject = new Subject(traced.machine(), untraced.topology(), alphabet, untraced.calls());
        Subject single = Subject.of(id, alphabet, Math.min(1, faults), performed);
        this.chase = new Chase(untraced.machine(), single.calls(), PAIRS, visible);
    }

    /** What is explored; its machine is traced. */
    public Subject subject() {
        return subject;
    }

    /** The same with calls that have no faults. */
    public Subject plain() {
        return plain;
    }

    /** All mistakes that can be made on the platform. */
    public List<Mutant> all() {
        return mutants.all();
    }

    /** Returns the aim to catch all of them. */
    public MutantAim mutants() {
        return aimAt(mutants.all());
    }

    /** Returns the aim to catch some of them. */
    public MutantAim aimAt(List<Mutant> some) {
        return new MutantAim(traced, mutants, some, chase, visible);
    }

    /** Returns the aim that something is decided. */
    public Aim decisions(DecisionAim.Detail detail) {
        return new DecisionAim(detail, subject.machine().profile());
    }

    /** Returns the topology of a case, as the platform has it. */
    public Topology topology(String name) {
        return Platforms.load().topology(name, subject.machine().profile());
    }

    /**
     * Returns an exploration from all beginnings, and from those of processes that can lock exactly as much as something takes, or a
     * page less.
     */
    public Exploration exploration(int depth, List<Watcher> watchers, Consumer<Reached> progress) {
        List<Subject.Start> starts = new ArrayList<>(subject.starts());
        if (subject.alphabet().limits()) {
            for (Subject.Start start : subject.starts()) {
                LockedAmounts amounts = new LockedAmounts();
                new Exploration(plain, List.of(start), Exploration.Limits.depth(1), List.of(amounts), reached -> {})
                        .run();
                starts.addAll(subject.limited(
                        start,
                        new TreeSet<>(amounts.pages()).stream().limit(AMOUNTS).toList()));
            }
        }
        return new Exploration(subject, starts, Exploration.Limits.depth(depth), watchers, progress);
    }

    /** Returns who makes cases for an aim. */
    public SuiteMaker maker(Aim aim, int mostOperations) {
        return new SuiteMaker(subject, plain, aim, mostOperations);
    }
}
