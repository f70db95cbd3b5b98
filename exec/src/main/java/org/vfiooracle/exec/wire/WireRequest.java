// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

/**
 * A message from a program.
 *
 * @param file the file that it is about; 0 for none
 * @param a first argument, as docs/reference/exec-protocol.md lists them
 * @param b second argument
 * @param c third argument
 * @param payload what follows
 */
public record WireRequest(Kind kind, long file, long a, long b, long c, ByteString payload) {
    static final int HEADER = 40;

    static WireRequest read(ByteString message) {
        return new WireRequest(
                Kind.of(message.u32(4)),
                message.u64(8),
                message.u64(16),
                message.u64(24),
                message.u64(32),
                message.part(HEADER, message.length()));
    }
}
