// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.MessageReader;
import org.vfiooracle.protocol.message.Messages;

/** An adapter that is asked three things: a case, one that it cannot read, and the first once more. */
public final class SmokeSession {
    /** A request that no kernel has. */
    public static final String NO_SUCH_CALL = "VFIO_NO_SUCH_CALL";

    /** It stands in a case that is otherwise right. */
    private static final String NO_CALL = "{\"op\":\"" + NO_SUCH_CALL + "\",\"on\":\"C1\"}";

    private final Announcement announcement;
    private final List<Observation> answers;
    private final String problem;
    private final List<String> end;

    private SmokeSession(Announcement announcement, List<Observation> answers, String problem, List<String> end) {
        this.announcement = announcement;
        this.answers = List.copyOf(answers);
        this.problem = problem;
        this.end = List.copyOf(end);
    }

    /**
     * Asks an adapter.
     *
     * @param cases makes three cases of a topology; the second will be made unreadable
     * @throws AdapterUnavailable when the adapter does not come so far
     */
    public static SmokeSession of(AdapterCommand command, Function<String, List<Case>> cases) {
        try (ChildProcess child = ChildProcess.start(command)) {
            child.send(Messages.START);
            Announcement announcement = AdapterSession.announcement(command, child);
            List<String> messages = cases.apply(topology(announcement)).stream()
                    .map(Messages::of)
                    .toList();
            child.send(messages.get(0));
            child.send(unreadable(messages.get(1)));
            child.send(messages.get(2));
            child.send(Messages.STOP);
            child.noMore();
            return heard(command, child, announcement);
        }
    }

    private static String topology(Announcement announcement) {
        return announcement.topologies().stream().findFirst().orElse("six-groups");
    }

    private static String unreadable(String message) {
        int end = message.lastIndexOf(']');
        return message.substring(0, end) + "," + NO_CALL + message.substring(end);
    }

    private static SmokeSession heard(AdapterCommand command, ChildProcess child, Announcement announcement) {
        MessageReader reader = new MessageReader(announcement.observes());
        List<Observation> answers = new ArrayList<>();
        while (answers.size() < 3) {
            Heard heard = child.hear(command.limits().silence());
            if (!(heard instanceof Heard.Line line)) {
                return new SmokeSession(announcement, answers, problem(command, child, heard), List.of());
            }
            try {
                answers.add(reader.closing(line.text()));
            } catch (Garbage garbage) {
                return new SmokeSession(announcement, answers, String.valueOf(garbage.getMessage()), List.of());
            }
        }
        return new SmokeSession(
                announcement, answers, "", new Farewell(child, command.limits().stop()).notes());
    }

    private static String problem(AdapterCommand command, ChildProcess child, Heard heard) {
        if (heard instanceof Heard.Ended ended) {
            return "the adapter ended (" + ended.text() + ")" + String.join("\n  | ", child.lastWords());
        }
        return heard instanceof Heard.TooLong
                ? Volume.longMessage()
                : "the adapter was silent for " + command.limits().silence().toSeconds() + " s";
    }

    /** What the adapter says of itself. */
    public Announcement announcement() {
        return announcement;
    }

    /** What it answered, in the order in which it came. */
    public List<Observation> answers() {
        return answers;
    }

    /** Why there are not three answers; empty when there are. */
    public String problem() {
        return problem;
    }

    /** What was not right about its end. */
    public List<String> end() {
        return end;
    }
}
