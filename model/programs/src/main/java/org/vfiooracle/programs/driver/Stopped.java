// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import org.vfiooracle.engine.procedure.Rule;

/** A program cannot do what it was told; what it has open then is in {@link #holdings}. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Holdings holdings;
    private final transient Rule rule;

    /** Stops with what is left, for a reason. */
    public Stopped(Holdings holdings, Rule rule) {
        super(rule.id(), null, false, false);
        this.holdings = holdings;
        this.rule = rule;
    }

    /** What the program has from then on. */
    public Holdings holdings() {
        return holdings;
    }

    /** Why it stopped. */
    public Rule rule() {
        return rule;
    }
}
