// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.advice.judge.Judgement.Expected;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/**
 * How QEMU puts a group into a container, which its trace does not tell. It tries the containers of the same address space of the
 * guest, and opens a new one where none takes the group, or there is none. For a new one it listens to changes of memory, and the trace
 * tells that. Source: QEMU 2.6 to
 * 10.1, hw/vfio/common.c and hw/vfio/container.c, vfio_connect_container.
 */
final class GroupTaken {
    private static final int ARGSZ_OF_STATUS = 8;
    private static final int ARGSZ_OF_INFO = 32;
    private static final int TYPE1 = 1;
    private static final int SPAPR_V1 = 2;
    private static final int TYPE1_V2 = 3;
    private static final int SPAPR_V2 = 7;

    /** In the order in which QEMU asks for them. */
    private static final List<Integer> TYPES = List.of(TYPE1_V2, TYPE1, SPAPR_V2, SPAPR_V1);

    private final Machine machine;
    private final String alias;
    private final String group;
    private final String container;
    private final Operation open;
    private final boolean listens;
    private final Map<Answer, Expected> refusals = new LinkedHashMap<>();

    GroupTaken(Machine machine, Event.Taken taken) {
        this.machine = machine;
        this.alias = taken.group();
        this.group = "G" + taken.number();
        this.container = "C" + taken.number();
        this.listens = taken.listens();
        this.open = new Operation.OpenGroup(alias, group);
    }

    /** Returns the states that the calls may lead to from a state, each with its path. */
    Map<State, CallPath> from(State state, CallPath path) {
        if (state.handles().values().stream()
                .anyMatch(handle ->
                        handle instanceof Handle.GroupFd open && open.group().equals(alias))) {
            return Map.of(state, path);
        }
        Way opened = new Way(state, path).then(open).then(new Operation.GetStatus(group, ARGSZ_OF_STATUS));
        List<Way> tried = state.handles().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Handle.ContainerFd)
                .map(entry -> opened.then(new Operation.SetContainer(group, entry.getKey())))
                .toList();
        Map<State, CallPath> ways = new LinkedHashMap<>();
        if (listens || tried.isEmpty()) {
            ways.putAll(opened.inNewContainer().reached());
        } else {
            tried.stream().filter(Way::joined).forEach(way -> ways.putAll(way.reached()));
        }
        return ways;
    }

    /** What the containers that do not take the group answer. */
    List<Expected> refusals() {
        return List.copyOf(refusals.values());
    }

    /** A state, the path to it, and the answer to the last call of it. */
    private final class Way {
        private final State state;
        private final CallPath path;
        private final Optional<Answer> answer;

        Way(State state, CallPath path) {
            this(state, path, Optional.empty());
        }

        private Way(State state, CallPath path, Optional<Answer> answer) {
            this.state = state;
            this.path = path;
            this.answer = answer;
        }

        private Map<State, CallPath> reached() {
            return Map.of(state, path);
        }

        private boolean joined() {
            return answered(Answer.OK);
        }

        Way then(Operation operation) {
            Optional<Transition> done = machine.performIfModelled(state, operation);
            if (done.isEmpty()) {
                return new Way(state, path);
            }
            Answer now = done.get().outcome().answer();
            if (operation instanceof Operation.SetContainer && !now.succeeded()) {
                refusals.putIfAbsent(now, new Expected(now, done.get().rule()));
            }
            return new Way(done.get().next(), path.then(operation), Optional.of(now));
        }

        private boolean answered(Answer wanted) {
            return answer.filter(wanted::equals).isPresent();
        }

        Way inNewContainer() {
            Way way = then(new Operation.OpenContainer(container)).then(new Operation.GetApiVersion(container));
            for (int type : TYPES) {
                way = way.then(new Operation.CheckExtension(container, type));
                if (way.answered(new Answer.Value(1))) {
                    return way.then(new Operation.SetContainer(group, container))
                            .typed(type);
                }
            }
            return way;
        }

        /** A kernel whose groups cannot have version 2 refuses it, and QEMU takes version 1. */
        private Way typed(int type) {
            Way way = then(new Operation.SetIommu(container, type));
            if (type == SPAPR_V2 && !way.answered(Answer.OK)) {
                return way.typed(SPAPR_V1);
            }
            if (type == SPAPR_V1 && way.answered(Answer.OK)) {
                way = way.then(new Operation.Enable(container));
            }
            return type == SPAPR_V1 || type == SPAPR_V2
                    ? way.then(new Operation.TceGetInfo(container, ARGSZ_OF_INFO))
                    : way;
        }
    }
}
