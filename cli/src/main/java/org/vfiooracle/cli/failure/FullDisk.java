// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.io.IOException;
import java.util.List;
import org.vfiooracle.input.Complaint;

/** A disk of the user that takes no more. */
final class FullDisk {
    /** What Linux says, in English: the launcher asks for no other language. */
    private static final List<String> TEXTS = List.of("No space left on device", "Disk quota exceeded");

    private FullDisk() {}

    static boolean is(IOException failure) {
        return TEXTS.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }

    static Complaint complaint(Throwable failure) {
        return Complaint.that("cannot write, the disk is full").found(String.valueOf(failure.getMessage()));
    }
}
