// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vfiooracle.exec.wire.ByteString;

/** The page size of the host. */
public final class HostPages {
    /** The key of the page size in the auxiliary vector. Source: {@code <linux/auxvec.h>}. */
    private static final long PAGE_SIZE_KEY = 6;

    private HostPages() {}

    /** Returns the size of a page in bytes. */
    public static long size() {
        try {
            ByteString vector = ByteString.of(Files.readAllBytes(Path.of("/proc/self/auxv")));
            for (int at = 0; at < vector.length(); at += 2 * Long.BYTES) {
                if (vector.u64(at) == PAGE_SIZE_KEY) {
                    return vector.u64(at + Long.BYTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page size of the host", e);
        }
        throw new IllegalStateException("the host does not tell its page size");
    }
}
