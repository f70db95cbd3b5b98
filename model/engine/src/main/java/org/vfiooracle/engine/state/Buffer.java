// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Memory of the process under test.
 *
 * @param name how operations refer to it
 * @param size bytes
 * @param backing which pages it is made of at first
 * @param writable false for a mapping without PROT_WRITE at first
 * @param changed its pieces, in order, once something of it was changed; empty until then
 */
public record Buffer(String name, long size, Backing backing, boolean writable, List<Piece> changed) {
    /**
     * Part of a buffer.
     *
     * @param offset in the buffer
     * @param size bytes
     * @param backing which pages it is made of; empty where nothing is mapped
     * @param writable whether it has PROT_WRITE
     * @param replaced whether it took the place of memory that was registered
     */
    public record Piece(long offset, long size, Optional<Backing> backing, boolean writable, boolean replaced) {
        private long end() {
            return offset + size;
        }

        private Piece part(long from, long to) {
            return new Piece(from, to - from, backing, writable, replaced);
        }
    }

    public Buffer {
        changed = List.copyOf(changed);
    }

    /** Makes a buffer that is as it was made. */
    public Buffer(String name, long size, Backing backing, boolean writable) {
        this(name, size, backing, writable, List.of());
    }

    /** Its pieces, in order; they cover it. */
    public List<Piece> pieces() {
        return changed.isEmpty() ? List.of(new Piece(0, size, Optional.of(backing), writable, false)) : changed;
    }

    /** Returns the piece that {@code offset} is in, which has to lie inside. */
    public Piece at(long offset) {
        return pieces().stream()
                .filter(piece -> offset < piece.end())
                .findFirst()
                .orElseThrow();
    }

    /** Returns what {@code bytes} from {@code offset} are made of. */
    public List<Piece> parts(long offset, long bytes) {
        return pieces().stream()
                .filter(piece -> piece.offset() < offset + bytes && piece.end() > offset)
                .map(piece -> piece.part(Math.max(offset, piece.offset()), Math.min(offset + bytes, piece.end())))
                .toList();
    }

    /** Returns how many bytes from {@code offset} on are in pieces of a kind, before the first that is in another. */
    public long reach(long offset, Predicate<Piece> kind) {
        long end = offset;
        for (Piece piece : pieces()) {
            if (piece.end() > end && kind.test(piece)) {
                end = piece.end();
            } else if (piece.end() > end) {
                break;
            }
        }
        return end - offset;
    }

    /** Returns this with another piece in the place of what was there. */
    public Buffer with(Piece piece) {
        List<Piece> next = new ArrayList<>(parts(0, piece.offset()));
        next.add(piece);
        next.addAll(parts(piece.end(), size - piece.end()));
        return new Buffer(name, size, backing, writable, next);
    }

    /** The kinds of pages that a buffer can be made of. */
    public enum Backing {
        PAGE("page", 0),
        /** No page yet: the first that touches it makes one. */
        NONE("none", 0),
        /** Transparent huge pages. How large they are depends on the MMU. */
        TRANSPARENT("thp", 0),
        HUGE_2M("2m", 21),
        HUGE_16M("16m", 24),
        HUGE_1G("1g", 30);

        private final String key;
        private final int shift;

        Backing(String key, int shift) {
            this.key = key;
            this.shift = shift;
        }

        /** The name in a fixture. */
        public String key() {
            return key;
        }

        /** The binary logarithm of the page size, given that of a host page. */
        public int shift(int hostPageShift) {
            return Math.max(shift, hostPageShift);
        }

        /**
         * Returns the backing with this name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Backing of(String key) {
            for (Backing backing : values()) {
                if (backing.key.equals(key)) {
                    return backing;
                }
            }
            throw new IllegalArgumentException("expected page, none, thp, 2m, 16m or 1g, found \"" + key + "\"");
        }
    }
}
