// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import org.vfiooracle.model.engine.Rule;

/** QEMU cannot go on with what it was told. What it has cleaned up is in the dialogue; what it remembers is as before. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rule rule;

    Refused(Rule rule) {
        super(rule.id(), null, false, false);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
