// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Observation;

/** Several processes of one adapter, each with its part of the cases. */
final class Workers {
    private final AdapterCommand command;
    private final Set<String> notes = new LinkedHashSet<>();
    private int restarts;

    Workers(AdapterCommand command) {
        this.command = command;
    }

    /**
     * Performs cases to the end.
     *
     * @param first the adapter that has said what it is
     * @param each hears one observation of every case, one at a time
     */
    void perform(AdapterProcess first, List<Case> cases, Consumer<Observation> each) {
        int count = Math.max(1, Math.min(command.workers(first.announcement().workers()), cases.size()));
        Object turn = new Object();
        Consumer<Observation> oneByOne = observation -> {
            synchronized (turn) {
                each.accept(observation);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            List<Case> part = part(cases, i, count);
            Thread worker = new Thread(() -> more(first, part, oneByOne), "adapter-worker-" + i);
            worker.start();
            others.add(worker);
        }
        first.perform(part(cases, 0, count), oneByOne);
        others.forEach(Workers::join);
        ended(first);
    }

    /** How often any of them was started again. */
    int restarts() {
        return restarts;
    }

    /** What a user should know although it changed no verdict. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void more(AdapterProcess first, List<Case> cases, Consumer<Observation> each) {
        try (AdapterProcess adapter = AdapterProcess.start(command)) {
            if (!adapter.announcement().equals(first.announcement())) {
                throw AdapterUnavailable.changed(
                        command.line(),
                        first.announcement().platform().toString(),
                        adapter.announcement().platform().toString());
            }
            adapter.perform(cases, each);
            ended(adapter);
        } catch (AdapterUnavailable unavailable) {
            String reason = "a further adapter did not start: " + unavailable.getMessage();
            cases.forEach(left -> each.accept(Observation.notRun(left.id(), reason)));
        }
    }

    private synchronized void ended(AdapterProcess adapter) {
        restarts += adapter.starts() - 1;
        notes.addAll(adapter.notes());
    }

    private static List<Case> part(List<Case> cases, int number, int of) {
        List<Case> part = new ArrayList<>();
        for (int i = number; i < cases.size(); i += of) {
            part.add(cases.get(i));
        }
        return part;
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
