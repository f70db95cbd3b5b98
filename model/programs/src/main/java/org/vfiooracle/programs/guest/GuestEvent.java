// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

/** What a call of the guest means to whoever has its devices. */
public sealed interface GuestEvent {
    /** The bridge whose address space changed. */
    int bridge();

    /** A window appeared; {@code fresh} when it is known to be empty. */
    record WindowAdded(int bridge, TceTable table, boolean fresh) implements GuestEvent {}

    /** A window is going. */
    record WindowRemoved(int bridge, TceTable table) implements GuestEvent {}

    /** The entry for {@code ioba} of a window now is {@code tce}. */
    record Entry(int bridge, TceTable table, long ioba, long tce) implements GuestEvent {
        private static final long READ = 1;
        private static final long WRITE = 2;

        /** Bytes that the entry is about. */
        public long size() {
            return 1L << table.pageShift();
        }

        /** Whether a device may do anything there. */
        public boolean maps() {
            return (tce & (READ | WRITE)) != 0;
        }

        /** Whether a device may write there. */
        public boolean writable() {
            return (tce & WRITE) != 0;
        }

        /** The address in the guest's memory. */
        public long address() {
            return tce & -size();
        }
    }
}
