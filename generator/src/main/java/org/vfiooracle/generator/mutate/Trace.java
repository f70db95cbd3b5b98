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

    /** Steps that told the hardware of a group. */
    final BitSet told = new BitSet();

    /** Steps that told the hardware of several groups. */
    final BitSet several = new BitSet();

    void clear() {
        reached.clear();
        stopped.clear();
        undone.clear();
        both.clear();
        told.clear();
        several.clear();
    }
}
