// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/**
 * What the hardware was told because of a call. Every kind says how a real machine shows it: windows and bypass in the
 * kernel log of powernv, TCEs only through DMA of a device.
 */
public sealed interface Effect {
    /** The name of the effect in a fixture. */
    String kind();

    /** Window {@code window} of the group's PE now translates {@code size} bytes from {@code start}. Seen in the kernel log. */
    record WindowSet(String group, int window, long start, long size, int pageShift) implements Effect {
        @Override
        public String kind() {
            return "window-set";
        }
    }

    /** Window {@code window} of the group's PE translates nothing any more. Seen in the kernel log. */
    record WindowUnset(String group, int window) implements Effect {
        @Override
        public String kind() {
            return "window-unset";
        }
    }

    /** The host's own use of the group ends (off) or begins again (on). Seen in the kernel log. */
    record Bypass(String group, boolean on) implements Effect {
        @Override
        public String kind() {
            return on ? "bypass-on" : "bypass-off";
        }
    }

    /** TCEs were written ({@code live}) or cleared for {@code size} bytes from {@code iova}. Seen by DMA of a device. */
    record Tces(boolean live, long iova, long size) implements Effect {
        @Override
        public String kind() {
            return live ? "tces-written" : "tces-cleared";
        }
    }
}
