// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vfiooracle.advice.judge.Judgement.Disagreement;
import org.vfiooracle.advice.judge.Judgement.Expected;
import org.vfiooracle.advice.judge.Judgement.How;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.CallOutline;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * Asks a platform whether it would have answered as a log shows. What the log does not show is tried: several states are followed at a
 * time, and a platform agrees as long as one of them answers so.
 */
final class PlatformJudge {
    private static final int MOST_STATES = 48;
    private static final int DEVICES = 4;
    private static final int WEIGHT = 10;
    private static final List<String> KNOWN =
            List.of("fd.", "container.", "spapr.attach.", "spapr.not-in-v1", "type1.attach.", "type1.unknown-request");

    private static final String FOREIGN = "spapr.foreign-process";

    /** Calls whose success depends on a struct that no log shows. */
    private static final Set<String> BY_STRUCT = Set.of(
            "VFIO_IOMMU_MAP_DMA",
            "VFIO_IOMMU_UNMAP_DMA",
            "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
            "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY",
            "VFIO_IOMMU_SPAPR_TCE_CREATE",
            "VFIO_IOMMU_SPAPR_TCE_REMOVE",
            "VFIO_EEH_PE_OP");

    private final PlatformId platform;
    private final Machine machine;
    private final OptionalLong memlock;
    private final Map<How, Integer> counts = new EnumMap<>(How.class);
    private Map<State, CallPath> states = new LinkedHashMap<>();
    private Optional<CallPath> disputed = Optional.empty();
    private boolean ofSeveralProcesses;

    private PlatformJudge(PlatformId platform, Machine machine, OptionalLong memlock) {
        this.platform = platform;
        this.machine = machine;
        this.memlock = memlock;
    }

    static Judgement of(PlatformId platform, Machine machine, OptionalLong memlock, Events events) {
        return new PlatformJudge(platform, machine, memlock).judge(events);
    }

    private Judgement judge(Events events) {
        boolean groupPerPhb = machine.profile().hardware().groupPerPhb();
        for (Buffer memory : memories(events)) {
            begin(first(events, memory, true));
            if (!groupPerPhb) {
                begin(first(events, memory, false));
            }
        }
        int agreed = 0;
        for (Event event : events.all()) {
            ofSeveralProcesses = event instanceof Event.Requested request
                    && events.shared().contains(request.file().handle());
            Optional<Disagreement> wrong = step(event);
            if (wrong.isPresent()) {
                return new Judgement(platform, agreed, counts, wrong, disputed.orElseGet(this::path));
            }
            agreed++;
        }
        return new Judgement(platform, agreed, counts, Optional.empty(), path());
    }

    private void begin(State first) {
        states.put(first, CallPath.from(first));
    }

    private CallPath path() {
        return states.values().iterator().next();
    }

    /** A trace names addresses, but not what is there: pages of any size, read-only or not. */
    private static List<Buffer> memories(Events events) {
        Buffer usual = new Buffer(Candidates.MEMORY, Candidates.MEMORY_SIZE, Buffer.Backing.HUGE_1G, true);
        return events.all().stream().noneMatch(Event.Told.class::isInstance)
                ? List.of(usual)
                : List.of(
                        usual,
                        new Buffer(usual.name(), usual.size(), Buffer.Backing.PAGE, true),
                        new Buffer(usual.name(), usual.size(), Buffer.Backing.HUGE_1G, false));
    }

    /** Nobody knows which groups are on one PHB: all are, or none. */
    private State first(Events events, Buffer memory, boolean apart) {
        List<Group> groups = new ArrayList<>();
        for (String alias : events.groups().keySet()) {
            groups.add(new Group(alias, apart ? groups.size() : 0, DEVICES, WEIGHT));
        }
        Map<String, Buffer> buffers = new LinkedHashMap<>();
        for (String name : events.buffers()) {
            buffers.put(name, new Buffer(name, memory.size(), memory.backing(), memory.writable()));
        }
        Process process = new Process(memlock, false, buffers, 0);
        return State.initial(new Topology("log", Candidates.MEMORY_SIZE, groups), process);
    }

    private Optional<Disagreement> step(Event event) {
        LoggedCall logged = event.logged();
        if (event instanceof Event.Opened opened) {
            Operation open = opened.file() instanceof LoggedFile.Group group
                    ? new Operation.OpenGroup(group.alias(), group.handle())
                    : new Operation.OpenContainer(opened.file().handle());
            Optional<Errno> error = error(logged);
            if (logged.error().isPresent() && error.filter(Errno.EBUSY::equals).isEmpty()) {
                return counted(How.NOT);
            }
            return decide(
                    logged,
                    any -> Candidates.Asked.exactly(open),
                    Optional.of(logged.succeeded() ? Answer.FD : Answer.of(error.orElseThrow())));
        }
        if (event instanceof Event.Closed closed) {
            return decide(
                    logged,
                    any -> Candidates.Asked.exactly(
                            new Operation.Close(closed.file().handle())),
                    Optional.of(Answer.OK));
        }
        if (event instanceof Event.Told told) {
            return told.operation().isEmpty()
                    ? counted(How.NOT)
                    : decide(
                            logged,
                            any -> Candidates.Asked.exactly(told.operation().get()),
                            Optional.of(told.answer()));
        }
        if (event instanceof Event.Somewhere traced) {
            return decide(
                    logged,
                    state -> Candidates.Asked.oneOf(traced.on().apply(state), traced.call()),
                    Optional.of(traced.answer()));
        }
        if (event instanceof Event.Taken taken) {
            return take(new GroupTaken(machine, taken), logged);
        }
        Event.Requested request = (Event.Requested) event;
        boolean returned = logged.succeeded() || logged.error().isPresent();
        if (!returned || asked(states.keySet().iterator().next(), request).isEmpty()) {
            return counted(How.NOT);
        }
        return decide(logged, state -> asked(state, request).orElseThrow(), answer(request));
    }

    private Optional<Disagreement> take(GroupTaken taken, LoggedCall logged) {
        Map<State, CallPath> next = new LinkedHashMap<>();
        states.forEach((state, path) -> taken.from(state, path).forEach(next::putIfAbsent));
        if (next.isEmpty()) {
            return Optional.of(new Disagreement(logged, "VFIO_GROUP_SET_CONTAINER", taken.refusals()));
        }
        states = limited(next);
        return counted(How.ASSUMED);
    }

    private Optional<Candidates.Asked> asked(State state, Event.Requested request) {
        return new Candidates(state, machine.profile().pageSize()).of(request);
    }

    private static Optional<Errno> error(LoggedCall logged) {
        for (Errno errno : Errno.values()) {
            if (logged.error().filter(errno.name()::equals).isPresent()) {
                return Optional.of(errno);
            }
        }
        return Optional.empty();
    }

    /** The answer; empty for an error that no call of the model returns. */
    private static Optional<Answer> answer(Event.Requested request) {
        LoggedCall logged = request.logged();
        if (!logged.succeeded()) {
            return error(logged).map(Answer::of);
        }
        return Optional.of(
                request.names().contains("VFIO_GROUP_GET_DEVICE_FD")
                        ? Answer.FD
                        : new Answer.Value(logged.value().getAsLong()));
    }

    private interface Asking {
        Candidates.Asked of(State state);
    }

    private Optional<Disagreement> decide(LoggedCall logged, Asking asking, Optional<Answer> answer) {
        Map<State, CallPath> next = new LinkedHashMap<>();
        disputed = Optional.empty();
        Map<Answer, Expected> others = new LinkedHashMap<>();
        boolean exact = true;
        String call = "";
        for (Map.Entry<State, CallPath> entry : states.entrySet()) {
            State state = entry.getKey();
            Candidates.Asked asked = asking.of(state);
            exact &= asked.exact();
            call = asked.name();
            for (Operation operation : asked.operations()) {
                machine.performIfModelled(state, operation).ifPresent(done -> {
                    if (answer.filter(done.outcome().answer()::equals).isPresent()) {
                        next.putIfAbsent(done.next(), entry.getValue().then(operation));
                    } else {
                        disputed =
                                disputed.or(() -> Optional.of(entry.getValue().then(operation)));
                        others.putIfAbsent(
                                done.outcome().answer(),
                                new Expected(done.outcome().answer(), done.rule()));
                    }
                });
            }
        }
        if (!next.isEmpty()) {
            states = limited(next);
            return counted(exact ? How.FULLY : How.ASSUMED);
        }
        if (!exact && answer.isPresent() && canAnswer(call, answer.get())) {
            return counted(How.BY_RESULT);
        }
        if (others.isEmpty()) {
            return counted(How.NOT); // nothing that was tried is modelled, so nothing speaks against it
        }
        return Optional.of(new Disagreement(logged, call, List.copyOf(others.values())));
    }

    private static Map<State, CallPath> limited(Map<State, CallPath> states) {
        Map<State, CallPath> kept = new LinkedHashMap<>();
        states.entrySet().stream().limit(MOST_STATES).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** Whether some check of a call returns an answer: its arguments, which nobody knows, may be such. */
    private boolean canAnswer(String call, Answer answer) {
        if (answer.succeeded()) {
            return BY_STRUCT.contains(call);
        }
        CallOutline outline = new CallOutline(machine);
        return outline.calls().contains(call)
                && outline.asMeant(call).stream()
                        .filter(entry -> entry.kind() == CallEntry.Kind.CHECK)
                        .anyMatch(
                                entry -> entry.answer().filter(answer::equals).isPresent() && isAboutArguments(entry));
    }

    /** What is asked of the descriptor, of the container or of a group that joins is known from the calls before. */
    private boolean isAboutArguments(CallEntry entry) {
        return entry.text().equals(FOREIGN)
                ? ofSeveralProcesses
                : KNOWN.stream().noneMatch(entry.text()::startsWith);
    }

    private Optional<Disagreement> counted(How how) {
        counts.merge(how, 1, Integer::sum);
        return Optional.empty();
    }
}
