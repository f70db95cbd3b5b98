// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;
import org.vfiooracle.steps.failure.ScenarioFailed;

/**
 * One scenario while it runs, the object that all step classes of a scenario share. Steps add to the script; whoever looks
 * at a platform makes all platforms catch up with it.
 */
public final class Scene {
    /** The name of the process that a scenario begins with. */
    public static final String FIRST_PROCESS = "";

    private final Origin origin;
    private final Testbed testbed;
    private final Script script = new Script();
    private final Verdicts verdicts = new Verdicts();
    private List<Track> tracks = List.of();
    private Process start = Process.UNLIMITED;
    private String topology = "";
    private int done;
    private final List<Failure> failed = new ArrayList<>();
    private boolean wrong;
    private CurrentStep step = CurrentStep.NONE;

    /** Starts a scenario on the machines of {@code testbed}. */
    public Scene(Origin origin, Testbed testbed) {
        this.origin = origin;
        this.testbed = testbed;
    }

    /** Where the case comes from. */
    public Origin origin() {
        return origin;
    }

    /** The machines. */
    public Testbed testbed() {
        return testbed;
    }

    /** The case under construction. */
    public Script script() {
        return script;
    }

    /** What has been checked so far. */
    public Verdicts verdicts() {
        return verdicts;
    }

    /** The step that is being performed. */
    public CurrentStep step() {
        return step;
    }

    /** Says which step is performed from now on. */
    public void step(CurrentStep next) {
        step = next;
    }

    /** Adds a call that has to succeed. */
    public void given(Operation operation) {
        script.add(new Planned.Call(step.text(), script.by(operation), true));
    }

    /** Adds a call that may be refused. */
    public void when(Operation operation) {
        script.add(new Planned.Call(step.text(), script.by(operation), false));
    }

    /** Adds a condition on the hardware; {@code rule} is the reason where it does not hold. */
    public void demand(String rule, Predicate<Profile> holds) {
        script.add(new Planned.Demand(step.text(), rule, holds));
    }

    /** Returns all platforms, after they have done everything that the script says. */
    public List<Track> tracks() {
        catchUp();
        return tracks;
    }

    /** Returns the platforms that run the scenario, after they have done everything that the script says. */
    public List<Track> running() {
        return tracks().stream().filter(Track::runs).toList();
    }

    /** Process and topology are part of the initial state: when a later step changes them, everything is done again. */
    private void catchUp() {
        List<Planned> planned = script.planned();
        if (tracks.isEmpty()
                || !script.process().equals(start)
                || !script.topology().equals(topology)) {
            start = script.process();
            topology = script.topology();
            tracks = testbed.machines().stream()
                    .map(bed -> new Track(bed, topology, start))
                    .toList();
            done = 0;
        }
        for (Planned next : planned.subList(done, planned.size())) {
            tracks.forEach(track -> track.perform(next));
        }
        done = planned.size();
        tracks.stream()
                .filter(track -> track.stopped().filter(NotApplicable::byItself).isPresent())
                .forEach(track -> verdicts.settle(track.platform()));
    }

    /** Returns what the platforms that run the scenario answered, as fixtures in the order of the platforms. */
    public List<Fixture> fixtures() {
        Case performed = script.performed(origin.id());
        List<Fixture> fixtures = new ArrayList<>();
        running()
                .forEach(track ->
                        fixtures.add(track.fixture(performed, origin.place().feature())));
        return fixtures;
    }

    /** Returns the platforms that do not run the scenario, with the reason. */
    public SortedMap<PlatformId, NotApplicable> notApplicable() {
        SortedMap<PlatformId, NotApplicable> found = new TreeMap<>();
        tracks().forEach(track -> track.stopped().ifPresent(why -> found.put(track.platform(), why)));
        return found;
    }

    /**
     * Whether no row has to say that a platform cannot run the scenario: the rule that stops it there has a scenario of its own, or
     * a condition on the hardware is one that some table names. Of a platform outside the corpus tables need not know where its rule
     * decides.
     */
    public boolean explained(PlatformId platform, NotApplicable why) {
        String rule = why.reason();
        return why.byItself()
                || testbed.claims().answers(rule, platform)
                || (why.demanded() || !testbed.corpus().contains(platform))
                        && testbed.claims().names(rule);
    }

    /** Notes that no row says that a platform cannot run the scenario, since the rule that stops it there explains it. */
    public void rely(PlatformId platform, NotApplicable why) {
        verdicts.settle(platform);
        if (!why.byItself() && !why.demanded()) {
            testbed.refusals()
                    .relied(why.reason(), platform, origin.place(), origin.id().toString());
        }
    }

    /** Returns the place of row {@code row} of the current step's table; of the step when it has no table. */
    public Place place(int row) {
        return Place.of(origin.place().feature(), step.line(row));
    }

    /** Notes what the current step found wrong, which does not keep the next steps from being performed. */
    public void fail(List<Failure> failures) {
        failed.addAll(failures);
        wrong |= !failures.isEmpty();
    }

    /** Whether anything was ever noted. */
    public boolean isWrong() {
        return wrong;
    }

    /** Returns what was noted since this was last asked. */
    public List<Failure> takeFailed() {
        List<Failure> taken = List.copyOf(failed);
        failed.clear();
        return taken;
    }

    /** Returns what to throw when the current step makes no sense. */
    public ScenarioFailed misuse(int row, String message, String hint) {
        return new ScenarioFailed(failure(row, message, hint));
    }

    /** Returns what to throw when a table does not say of each platform exactly once what it expects. */
    public ScenarioFailed platforms(int row, String message, String hint) {
        return new ScenarioFailed(failure(row, message, hint).as(Failure.Kind.PLATFORMS));
    }

    /** Returns what to throw when a cell of the current step's table makes no sense; cells count from 0. */
    public ScenarioFailed misuse(int row, int cell, String message, String hint) {
        Place place = new Place(origin.place().feature(), step.line(row), step.column(row, cell));
        return new ScenarioFailed(Failure.at(place, Optional.of(origin.id().toString()), message, hint));
    }

    private Failure failure(int row, String message, String hint) {
        return Failure.at(place(row), Optional.of(origin.id().toString()), message, hint);
    }

    /** Returns the index of the operation that the scenario is about: the first that may be refused, else the last. */
    public int asked() {
        int index = 0;
        for (Planned one : script.planned()) {
            if (one instanceof Planned.Call call) {
                if (!call.stative()) {
                    return index;
                }
                index++;
            }
        }
        return Math.max(0, index - 1);
    }
}
