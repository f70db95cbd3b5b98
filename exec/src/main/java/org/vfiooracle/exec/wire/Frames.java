// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Cuts what arrives on a connection into messages. */
public final class Frames {
    /** No message is longer: the list of a process's descriptors is the longest. */
    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** Takes what has arrived. */
    public void add(ByteBuffer arrived) {
        byte[] bytes = new byte[arrived.remaining()];
        arrived.get(bytes);
        pending.write(bytes, 0, bytes.length);
    }

    /**
     * Returns the next whole message and forgets it.
     *
     * @throws IllegalArgumentException when what arrives is no message
     */
    public Optional<WireRequest> next() {
        if (pending.size() < WireRequest.HEADER) {
            return Optional.empty();
        }
        ByteString all = ByteString.of(pending.toByteArray());
        long size = all.u32(0);
        if (size < WireRequest.HEADER || size > LONGEST) {
            throw new IllegalArgumentException("no message has " + size + " bytes");
        }
        if (all.length() < size) {
            return Optional.empty();
        }
        pending.reset();
        byte[] rest = all.part((int) size, all.length()).toArray();
        pending.write(rest, 0, rest.length);
        return Optional.of(WireRequest.read(all.part(0, (int) size)));
    }
}
