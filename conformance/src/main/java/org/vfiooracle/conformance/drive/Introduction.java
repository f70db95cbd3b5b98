// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Messages;

/** An adapter that is only asked what it is. */
public final class Introduction {
    private Introduction() {}

    /**
     * Starts an adapter, hears what it announces, and stops it.
     *
     * @throws AdapterUnavailable when it does not come so far
     */
    public static Announcement of(AdapterCommand command) {
        try (ChildProcess child = ChildProcess.start(command)) {
            child.send(Messages.START);
            Announcement announcement = AdapterSession.announcement(command, child);
            child.send(Messages.STOP);
            child.noMore();
            new Farewell(child, command.limits().stop()).notes();
            return announcement;
        }
    }
}
