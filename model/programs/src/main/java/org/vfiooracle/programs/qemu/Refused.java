// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import org.vfiooracle.engine.procedure.Rule;

/** QEMU cannot go on with what it was told. What it has cleaned up is in the dialogue; what it remembers follows from what it did before. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rule rule;
    private final boolean leavesListener;

    Refused(Rule rule) {
        this(rule, false);
    }

    private Refused(Rule rule, boolean leavesListener) {
        super(rule.id(), null, false, false);
        this.rule = rule;
        this.leavesListener = leavesListener;
    }

    /** It freed a container that still listens to memory. */
    static Refused leavingListener(Rule rule) {
        return new Refused(rule, true);
    }

    Rule rule() {
        return rule;
    }

    /** What it remembers, given what it did before. */
    QemuState after(QemuState before) {
        return leavesListener ? before.leavingListener() : before;
    }
}
