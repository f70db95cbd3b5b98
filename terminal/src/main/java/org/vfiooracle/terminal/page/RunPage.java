// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.List;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.protocol.message.Announcement;

/**
 * Who was driven.
 *
 * @param results what came of it
 */
public record RunPage(AdapterResults results) {
    /** The lines above a report for people: who was asked, and what it sees. */
    public List<String> head() {
        Announcement who = results.announcement();
        return List.of(
                who.name() + " (" + who.version() + ") is " + who.platform(),
                "it observes " + String.join(", ", who.observes().keys()),
                "");
    }
}
