// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.Collection;
import org.vfiooracle.exec.uapi.ErrnoNumber;

/**
 * A call that is to fail without being performed.
 *
 * @param call name of the call
 * @param errno name of the errno
 * @param nth which of the calls of this name, from 1; 0 for each of them
 */
public record Fault(String call, String errno, int nth) {
    /**
     * Reads {@code CALL:ERRNO[:NTH]}.
     *
     * @param known the names of calls
     * @throws IllegalArgumentException when it has another form, or names a call or an errno that is not known
     */
    public static Fault parse(String text, Collection<String> known) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("expected CALL:ERRNO or CALL:ERRNO:NTH, found \"" + text + "\"");
        }
        if (!known.contains(parts[0])) {
            throw new IllegalArgumentException("expected a call that can be made to fail, found \"" + parts[0]
                    + "\"; known: " + String.join(", ", known));
        }
        ErrnoNumber.of(parts[1]);
        if (parts.length == 3 && !parts[2].matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("expected which call fails, from 1, found \"" + parts[2] + "\"");
        }
        return new Fault(parts[0], parts[1], parts.length == 3 ? Integer.parseInt(parts[2]) : 0);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return call + ":" + errno + (nth == 0 ? "" : ":" + nth);
    }

    boolean hits(String name, int ordinal) {
        return call.equals(name) && (nth == 0 || nth == ordinal);
    }
}
