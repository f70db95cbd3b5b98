// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import java.nio.file.Path;

/** Another process writes to the same checkout at this moment. */
public final class JournalBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalBusy(Path lock) {
        super("another command is writing to this checkout (lock: " + lock
                + "); wait for it to finish, then try again");
    }
}
