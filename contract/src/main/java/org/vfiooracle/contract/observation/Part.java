// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Effect;

/** A part of what a case shows, that an adapter either sees or does not. Source: docs/reference/adapter-protocol.md. */
public enum Part {
    /** Return value, descriptor or errno. */
    ANSWER("answer", effect -> false),
    /** The fields that a successful call fills in. */
    OUT("out", effect -> false),
    /** Locked memory of the process after the call. */
    LOCKED_PAGES("locked_pages", effect -> false),
    /** Windows set and unset. */
    WINDOWS("effects.window", effect -> effect instanceof Effect.WindowSet || effect instanceof Effect.WindowUnset),
    /** The host's own use of a group ends or begins again. */
    BYPASS("effects.bypass", effect -> effect instanceof Effect.Bypass),
    /** Entries of TCE tables written or cleared. */
    TCES("effects.tces", effect -> effect instanceof Effect.Tces),
    /** The VFIO calls that a program made. */
    CALLS("calls", effect -> false),
    /** Everything that is left after the last operation. */
    STATE("state", effect -> false);

    private final String key;
    private final Predicate<Effect> effects;

    Part(String key, Predicate<Effect> effects) {
        this.key = key;
        this.effects = effects;
    }

    /** The name of the part in messages and reports. */
    public String key() {
        return key;
    }

    /** Whether this part is about effects of some kind. */
    public boolean ofEffects() {
        return this == WINDOWS || this == BYPASS || this == TCES;
    }

    /** Whether {@code effect} is seen by who sees this part. */
    public boolean shows(Effect effect) {
        return effects.test(effect);
    }

    /** Returns the part with this name, if there is one. */
    public static Optional<Part> find(String key) {
        return Arrays.stream(values()).filter(part -> part.key.equals(key)).findFirst();
    }
}
