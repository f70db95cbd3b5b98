// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import org.vfiooracle.engine.operation.Address;

/**
 * Preregistered memory of the process.
 *
 * @param key which memory
 * @param used how many containers registered it, and have not unregistered it
 * @param mapped how many TCEs the kernel believes to point into it
 */
public record Region(Key key, int used, long mapped) {
    /** Start and size in bytes: only an exact match names a region. In order of buffer, start and size. */
    public record Key(Address vaddr, long size) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int space = space().compareTo(other.space());
            int start = space == 0 ? Long.compare(offset(vaddr), offset(other.vaddr)) : space;
            return start == 0 ? Long.compare(size, other.size) : start;
        }

        private String space() {
            return vaddr instanceof Address.InBuffer in ? in.buffer() : "";
        }

        /** Whether {@code length} bytes from {@code address} lie wholly inside. */
        public boolean holds(Address address, long length) {
            long offset = distance(vaddr, address);
            return offset >= 0 && offset + length <= size;
        }

        /** Whether the two overlap. */
        public boolean overlaps(Key other) {
            long offset = distance(vaddr, other.vaddr);
            return sameSpace(vaddr, other.vaddr)
                    && (offset < 0
                            ? Long.compareUnsigned(-offset, other.size) < 0
                            : Long.compareUnsigned(offset, size) < 0 && (offset > 0 || other.size != 0));
        }

        private static boolean sameSpace(Address a, Address b) {
            return a instanceof Address.InBuffer x && b instanceof Address.InBuffer y
                    ? x.buffer().equals(y.buffer())
                    : a.getClass() == b.getClass();
        }

        private static long distance(Address from, Address to) {
            if (!sameSpace(from, to)) {
                return -1;
            }
            return offset(to) - offset(from);
        }

        private static long offset(Address address) {
            return address instanceof Address.InBuffer in ? in.offset() : ((Address.Absolute) address).value();
        }
    }

    /** Returns this region with {@code more} users. */
    public Region usedBy(int more) {
        return new Region(key, used + more, mapped);
    }

    /** Returns this region with {@code more} TCEs pointing into it. */
    public Region mappedBy(long more) {
        return new Region(key, used, mapped + more);
    }
}
