// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.descriptor.AskedFirst;

/** Further descriptors of an open file, and further processes. */
public final class ProcessCalls {
    static final Procedure.Name<Operation.Dup> DUP = new Procedure.Name<>("dup", Operation.Dup.class);
    static final Procedure.Name<Operation.Fork> FORK = new Procedure.Name<>("fork", Operation.Fork.class);
    static final Procedure.Name<Operation.Exit> EXIT = new Procedure.Name<>("exit", Operation.Exit.class);

    private ProcessCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        DUP,
                        Rule.read(
                                "fd.duplicated",
                                Source.elsewhere("dup(2)"),
                                "A duplicated descriptor refers to the same open file"),
                        AskedFirst.open(),
                        Step.of("dup", ProcessCalls::dup)),
                Procedure.of(
                        FORK,
                        Rule.read(
                                "process.forked",
                                Source.elsewhere("fork(2)"),
                                "A child process inherits the descriptors and a copy of the memory, but no locked memory"),
                        Step.of("fork", ProcessCalls::fork)),
                Procedure.of(
                        EXIT,
                        Rule.read(
                                "process.exited",
                                Source.elsewhere("exit(2)"),
                                "A process that exits closes its descriptors and mappings, but a container bound to it stays bound to it"),
                        Step.of("close every descriptor", ProcessCalls::exit)));
    }

    private static Progress dup(Call<Operation.Dup> call) {
        Handle handle = call.state().handle(call.args().on()).orElseThrow();
        return Progress.done(call.state().open(call.args().as(), handle)).answering(Answer.FD);
    }

    private static Progress fork(Call<Operation.Fork> call) {
        String child = call.args().as();
        if (child.equals(call.state().current()) || call.state().others().containsKey(child)) {
            throw new NotModelled("a second process of the name " + child);
        }
        return Progress.done(call.state().forked(child));
    }

    private static Progress exit(Call<Operation.Exit> call) {
        if (call.state().others().values().stream()
                .noneMatch(kin -> kin.process().alive())) {
            throw new NotModelled("the end of the last process, which ends the case");
        }
        Progress.Done soFar = Progress.done(call.state());
        // Linux lets go of the memory of a process before its descriptors.
        for (Map.Entry<String, Handle.DeviceFd> one :
                call.state().process().devices().entrySet()) {
            State at = soFar.state();
            State next = at.calling(at.process().unmapping(one.getKey()));
            Progress released = Descriptors.release(call, next, one.getValue());
            soFar = soFar.then(Progress.done(released.state(), released.effects()));
        }
        Map<String, Handle> open = new LinkedHashMap<>(call.state().handles());
        int groups = 0;
        for (Map.Entry<String, Handle> one : open.entrySet()) {
            State next = soFar.state().close(one.getKey());
            groups += one.getValue() instanceof Handle.GroupFd && !next.refersTo(one.getValue()) ? 1 : 0;
            Progress released = Descriptors.release(call, next, one.getValue());
            soFar = soFar.then(Progress.done(released.state(), released.effects()));
        }
        if (groups > 1) {
            throw new NotModelled("the order in which a process that ends gives up several groups");
        }
        return soFar;
    }
}
