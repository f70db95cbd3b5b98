// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.Arrays;

/**
 * The states that were reached, by fingerprint, each with the state and the call that led to it first. 16 bytes a state, and
 * as many again for the table. Read by several threads while nobody adds.
 */
final class Visited {
    private static final int FIRST = 1 << 12;

    private long[] fingerprints = new long[FIRST];
    private int[] parents = new int[FIRST];
    private int[] calls = new int[FIRST];
    private int[] table = new int[FIRST * 2];
    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** Whether a state was reached. */
    boolean has(long fingerprint) {
        return table[place(fingerprint)] != 0;
    }

    /** Adds a state; returns its number, or -1 when it was reached before. */
    int add(long fingerprint, int parent, int call) {
        int place = place(fingerprint);
        if (table[place] != 0) {
            return -1;
        }
        if (size == fingerprints.length) {
            grow();
            place = place(fingerprint);
        }
        fingerprints[size] = fingerprint;
        parents[size] = parent;
        calls[size] = call;
        table[place] = size + 1;
        return size++;
    }

    long fingerprint(int state) {
        return fingerprints[state];
    }

    /** The state from which a state was reached; less than 0 for a start. */
    int parent(int state) {
        return parents[state];
    }

    /** The number of the call that led to it. */
    int call(int state) {
        return calls[state];
    }

    private int place(long fingerprint) {
        int mask = table.length - 1;
        int at = (int) (fingerprint ^ fingerprint >>> 32) & mask;
        while (table[at] != 0 && fingerprints[table[at] - 1] != fingerprint) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int next = size * 2;
        fingerprints = Arrays.copyOf(fingerprints, next);
        parents = Arrays.copyOf(parents, next);
        calls = Arrays.copyOf(calls, next);
        table = new int[next * 2];
        for (int i = 0; i < size; i++) {
            table[place(fingerprints[i])] = i + 1;
        }
    }
}
