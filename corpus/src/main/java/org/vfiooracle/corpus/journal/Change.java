// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param path the file, with / and relative to the root of the checkout
 * @param content its new content; empty when it goes
 */
public record Change(String path, Optional<String> content) {
    public Change {
        if (path.startsWith("/") || Path.of(path).normalize().startsWith("..")) {
            throw new IllegalArgumentException(path + " is outside of the checkout");
        }
    }

    /** Returns the change that gives a file this content. */
    public static Change write(String path, String content) {
        return new Change(path, Optional.of(content));
    }

    /** Returns the change that removes a file. */
    public static Change remove(String path) {
        return new Change(path, Optional.empty());
    }
}
