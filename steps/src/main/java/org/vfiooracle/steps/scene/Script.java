// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;

/** The case under construction: the process, what handles stand for, and what is to be done. */
public final class Script {
    /** What a host is like of which a scenario says nothing. Those whose names begin so differ from it by their memory. */
    public static final String ORDINARY = "six-groups";

    private final Map<String, Bound> handles = new LinkedHashMap<>();
    private final Map<String, Buffer> buffers = new TreeMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private Optional<String> topology = Optional.empty();
    private OptionalLong memlock = OptionalLong.empty();
    private boolean ipcLock;
    private String caller = Scene.FIRST_PROCESS;

    /** The process, as far as it has been described. */
    public Process process() {
        return new Process(memlock, ipcLock, buffers, 0);
    }

    /** The topology of the host: the ordinary one, unless a step has chosen another. */
    public String topology() {
        return topology.orElse(ORDINARY);
    }

    /** Chooses a topology; false when another step has chosen another one already. */
    public boolean choose(String name) {
        if (topology.isEmpty()) {
            topology = Optional.of(name);
        }
        return topology().equals(name);
    }

    /** Sets RLIMIT_MEMLOCK, in bytes. */
    public void memlock(long bytes) {
        memlock = OptionalLong.of(bytes);
    }

    /** Gives the process CAP_IPC_LOCK. */
    public void ipcLock() {
        ipcLock = true;
    }

    /** Gives the process a buffer. */
    public void buffer(Buffer buffer) {
        buffers.put(buffer.name(), buffer);
    }

    /** Returns the buffer of this name, if there is one. */
    public Optional<Buffer> buffer(String name) {
        return Optional.ofNullable(buffers.get(name));
    }

    /** The names of the buffers. */
    public List<String> buffers() {
        return List.copyOf(buffers.keySet());
    }

    /** Lets a handle stand for something. */
    public void bind(String handle, Bound what) {
        handles.put(handle, what);
    }

    /** Returns what a handle stands for, if it has ever been bound. */
    public Optional<Bound> bound(String handle) {
        return Optional.ofNullable(handles.get(handle));
    }

    /** The handles, in the order in which they were bound. */
    public List<String> handles() {
        return List.copyOf(handles.keySet());
    }

    /** Returns the first handle that stands for a group, or its alias when none does. */
    public String handleOfGroup(String alias) {
        return handles.entrySet().stream()
                .filter(e -> e.getValue().equals(new Bound.Group(alias)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(alias);
    }

    /** Says which process makes the calls from now on; empty for the first. */
    public void caller(String process) {
        caller = process;
    }

    /** Returns {@code operation} as the process performs it that makes the calls now. */
    Operation by(Operation operation) {
        return caller.equals(Scene.FIRST_PROCESS) ? operation : new Operation.By(caller, operation);
    }

    /** Adds something to do. */
    public void add(Planned next) {
        planned.add(next);
    }

    /** What is to be done, in order. */
    public List<Planned> planned() {
        return List.copyOf(planned);
    }

    /** Returns the case that this amounts to. */
    public Case performed(CaseId id) {
        List<Operation> operations = new ArrayList<>();
        for (Planned one : planned) {
            if (one instanceof Planned.Call call) {
                operations.add(call.operation());
            }
        }
        return new Case(id, topology(), process(), operations);
    }
}
