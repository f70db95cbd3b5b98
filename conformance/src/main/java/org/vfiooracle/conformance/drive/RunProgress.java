// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.List;
import org.vfiooracle.protocol.message.Announcement;

/** Watches a run. */
public interface RunProgress {
    /** Nobody watches. */
    RunProgress NONE = new RunProgress() {
        @Override
        public void started(Announcement announcement, Expected expected, int cases) {}

        @Override
        public void ended(CaseResult result, int done, int cases) {}
    };

    /** Returns one that tells each of these, in order. */
    static RunProgress all(List<RunProgress> each) {
        return new RunProgress() {
            @Override
            public void started(Announcement announcement, Expected expected, int cases) {
                each.forEach(one -> one.started(announcement, expected, cases));
            }

            @Override
            public void ended(CaseResult result, int done, int cases) {
                each.forEach(one -> one.ended(result, done, cases));
            }
        };
    }

    /** The adapter has said what it is, and {@code cases} will be performed or skipped. */
    void started(Announcement announcement, Expected expected, int cases);

    /** One more case has ended. */
    void ended(CaseResult result, int done, int cases);
}
