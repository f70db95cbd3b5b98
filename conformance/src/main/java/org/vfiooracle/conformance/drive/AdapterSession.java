// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.MessageReader;
import org.vfiooracle.protocol.message.Messages;

/** One life of an adapter, from its start to its end or to the first case that breaks it. */
final class AdapterSession implements AutoCloseable {
    private final AdapterCommand command;
    private final ChildProcess child;
    private final Announcement announcement;
    private final MessageReader reader;
    private final Deque<Case> unsent = new ArrayDeque<>();
    private final Map<CaseId, Case> outstanding = new LinkedHashMap<>();
    private int answered;

    private AdapterSession(AdapterCommand command, ChildProcess child, Announcement announcement) {
        this.command = command;
        this.child = child;
        this.announcement = announcement;
        this.reader = new MessageReader(announcement.observes());
    }

    /**
     * Starts an adapter and hears what it is.
     *
     * @throws AdapterUnavailable when it does not come so far
     */
    static AdapterSession start(AdapterCommand command) {
        ChildProcess child = ChildProcess.start(command);
        try {
            child.send(Messages.START);
            return new AdapterSession(command, child, announcement(command, child));
        } catch (AdapterUnavailable e) {
            child.close();
            throw e;
        }
    }

    static Announcement announcement(AdapterCommand command, ChildProcess child) {
        Heard heard = child.hear(command.limits().start());
        if (heard instanceof Heard.Ended ended) {
            throw AdapterUnavailable.ended(command, ended, child.lastWords());
        }
        if (heard instanceof Heard.Silence) {
            throw AdapterUnavailable.silent(command, child.lastWords());
        }
        if (heard instanceof Heard.TooLong) {
            throw AdapterUnavailable.garbage(command, Volume.longMessage());
        }
        try {
            return MessageReader.start(((Heard.Line) heard).text());
        } catch (Garbage garbage) {
            if (garbage.getCause() instanceof CodecProblem problem
                    && !problem.path().equals("type")) {
                throw AdapterUnavailable.wrong(command, problem);
            }
            throw AdapterUnavailable.garbage(command, String.valueOf(garbage.getMessage()));
        }
    }

    /** What it says of itself. */
    Announcement announcement() {
        return announcement;
    }

    /** Number of cases that it has answered. */
    int answered() {
        return answered;
    }

    /**
     * Performs cases until all are answered or the adapter breaks.
     *
     * @param each hears every answer, in the order in which they come
     * @return how it broke; empty when all are answered
     */
    Optional<Breakdown> perform(List<Case> cases, Consumer<Observation> each) {
        unsent.addAll(cases);
        send();
        while (!outstanding.isEmpty()) {
            Heard heard = child.hear(command.limits().silence());
            if (!(heard instanceof Heard.Line line)) {
                return Optional.of(broken(heard));
            }
            try {
                each.accept(closing(line.text()));
            } catch (Garbage garbage) {
                return Optional.of(Breakdown.garbage(left(), String.valueOf(garbage.getMessage())));
            }
            send();
        }
        return Optional.empty();
    }

    /** Waits until it ends by itself; returns what was not right about the end, for people. */
    List<String> finish() {
        return new Farewell(child, command.limits().stop()).notes();
    }

    @Override
    public void close() {
        child.close();
    }

    private void send() {
        while (!unsent.isEmpty() && outstanding.size() < announcement.batch().cases()) {
            Case next = unsent.removeFirst();
            outstanding.put(next.id(), next);
            child.send(Messages.of(next));
            if (unsent.isEmpty()) {
                child.send(Messages.STOP);
                child.noMore();
            }
        }
    }

    private Observation closing(String line) throws Garbage {
        Observation observation = reader.closing(line);
        Case asked = outstanding.remove(observation.id());
        if (asked == null) {
            throw Garbage.outOfPlace(
                    "an answer to a case that is outstanding", observation.id().toString(), line);
        }
        int operations = asked.operations().size();
        int stopped = observation.halt().map(Halt::operation).orElse(0);
        if (stopped > operations) {
            outstanding.put(asked.id(), asked);
            throw Garbage.outOfPlace(
                    "one of the " + operations + " operations of the case", "operation " + stopped, line);
        }
        answered++;
        return observation;
    }

    private Breakdown broken(Heard heard) {
        if (heard instanceof Heard.Ended ended) {
            return Breakdown.ended(left(), ended, child.lastWords());
        }
        return heard instanceof Heard.TooLong
                ? Breakdown.garbage(left(), Volume.longMessage())
                : Breakdown.silent(left(), command.limits());
    }

    private List<Case> left() {
        List<Case> left = new ArrayList<>(outstanding.values());
        left.addAll(unsent);
        return left;
    }
}
