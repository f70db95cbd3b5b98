// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;
import org.vfiooracle.exec.wire.ByteString;

/** The configuration space of a device with a plain header and no capabilities. Source: PCI Local Bus Specification 3.0, 6.1. */
final class ConfigSpace {
    static final int SIZE = PciIds.HEADER;

    private static final int COMMAND = 0x04;
    private static final int FIRST_BAR = 0x10;
    private static final int INTERRUPT_LINE = 0x3c;

    private final ByteString atReset;
    private final ByteString writable;
    private ByteString now;

    ConfigSpace(PciIds ids) {
        this.atReset = ids.header();
        this.writable = mask(ids);
        this.now = atReset;
    }

    ByteString read(int offset, int length) {
        return now.part(offset, offset + length);
    }

    /** Changes the bits that can be changed; those of a region keep saying how large it is. */
    void write(int offset, ByteString bytes) {
        for (int i = 0; i < bytes.length() && offset + i < SIZE; i++) {
            long mask = writable.number(offset + i, 1);
            long next = now.number(offset + i, 1) & ~mask | bytes.number(i, 1) & mask;
            now = now.with(offset + i, 1, next);
        }
    }

    void reset() {
        now = atReset;
    }

    private static ByteString mask(PciIds ids) {
        ByteString mask = ByteString.zero(SIZE)
                .with(COMMAND, 2, 0x0547)
                .with(0x0c, 1, 0xff)
                .with(INTERRUPT_LINE, 1, 0xff);
        for (int i = 0; i < ids.bars().size(); i++) {
            long bits = ids.bars().get(i).writable();
            mask = mask.with(FIRST_BAR + 4 * i, 4, mask.number(FIRST_BAR + 4 * i, 4) | bits & 0xffffffffL);
            if (i + 1 < PciIds.MOST_BARS && ids.bars().get(i).kind() == Bar.Kind.MEMORY_64) {
                mask = mask.with(FIRST_BAR + 4 * (i + 1), 4, bits >>> 32);
            }
        }
        return mask;
    }
}
