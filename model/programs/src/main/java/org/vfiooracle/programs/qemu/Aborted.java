// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import org.vfiooracle.engine.procedure.Rule;

/** QEMU cannot go on at all, and aborts. */
final class Aborted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rule rule;

    Aborted(Rule rule) {
        super(rule.id(), null, false, false);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
