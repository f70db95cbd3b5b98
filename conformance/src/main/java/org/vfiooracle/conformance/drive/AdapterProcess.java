// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.protocol.message.Announcement;

/**
 * An adapter that is driven through cases, over as many lives as that takes: a death, a hang or garbage is charged to the
 * oldest outstanding case, and a fresh process gets the rest.
 */
public final class AdapterProcess implements AutoCloseable {
    private final AdapterCommand command;
    private final Announcement announcement;
    private final List<String> notes = new ArrayList<>();
    private AdapterSession session;
    private int starts = 1;
    private int breaksInARow;

    private AdapterProcess(AdapterCommand command, AdapterSession session) {
        this.command = command;
        this.session = session;
        this.announcement = session.announcement();
    }

    /**
     * Starts an adapter and hears what it is.
     *
     * @throws AdapterUnavailable when it does not come so far
     */
    public static AdapterProcess start(AdapterCommand command) {
        return new AdapterProcess(command, AdapterSession.start(command));
    }

    /** What the adapter says of itself. */
    public Announcement announcement() {
        return announcement;
    }

    /** How often it was started. */
    public int starts() {
        return starts;
    }

    /** What a user should know although it changed no verdict. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Performs cases and then lets the adapter end; can be called once.
     *
     * @param cases each with an id of its own
     * @param each hears one observation of every case, in the order in which they end
     */
    public void perform(List<Case> cases, Consumer<Observation> each) {
        List<Case> left = cases;
        while (!left.isEmpty()) {
            int before = session.answered();
            Optional<Breakdown> broken = session.perform(left, each);
            if (broken.isEmpty()) {
                notes.addAll(session.finish());
                return;
            }
            session.close();
            each.accept(broken.get().charged());
            left = broken.get().rest();
            boolean useless = session.answered() == before;
            breaksInARow = useless ? breaksInARow + 1 : 0;
            left = again(broken.get(), useless, each);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Returns the cases that a fresh process shall perform; none when it is no use. */
    private List<Case> again(Breakdown broken, boolean useless, Consumer<Observation> each) {
        if (broken.rest().isEmpty()) {
            return List.of();
        }
        if (useless && broken.quiet()) {
            return giveUp(broken.rest(), broken.charged().reason(), each);
        }
        if (breaksInARow > command.limits().restarts()) {
            return giveUp(broken.rest(), "the adapter broke " + breaksInARow + " times in a row", each);
        }
        try {
            restart();
            return broken.rest();
        } catch (AdapterUnavailable e) {
            return giveUp(broken.rest(), String.valueOf(e.getMessage()), each);
        }
    }

    private void restart() {
        session = AdapterSession.start(command);
        starts++;
        if (!session.announcement().equals(announcement)) {
            throw AdapterUnavailable.changed(
                    command.line(),
                    announcement.platform().toString(),
                    session.announcement().platform().toString());
        }
    }

    private static List<Case> giveUp(List<Case> rest, String reason, Consumer<Observation> each) {
        rest.forEach(left -> each.accept(Observation.notRun(left.id(), reason)));
        return List.of();
    }
}
