// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.BitSet;

/** What happened in the entries of procedures during one call, by the number of the entry. For one thread. */
public final class Trace {
    /** Entries that were come to. */
    final BitSet reached = new BitSet();

    /** Entries that ended their procedure. */
    final BitSet stopped = new BitSet();

    /** Steps that were taken back. */
    final BitSet undone = new BitSet();

    /** Checks that failed, and the check behind them would have failed, too. */
    final BitSet both = new BitSet();

    /** Steps that changed something, or ended their procedure. */
    final BitSet changed = new BitSet();

    /** A check and a step next to each other that would have come to something else in the other order; by the first of them. */
    final BitSet swapped = new BitSet();

    /** Limits that would have decided otherwise if they were off by one, by the number of the limit. */
    final BitSet off = new BitSet();

    /** Steps that told the hardware of a group. */
    final BitSet told = new BitSet();

    /** Steps that told the hardware of several groups. */
    final BitSet several = new BitSet();

    void clear() {
        reached.clear();
        stopped.clear();
        undone.clear();
        both.clear();
        changed.clear();
        swapped.clear();
        off.clear();
        told.clear();
        several.clear();
    }
}
