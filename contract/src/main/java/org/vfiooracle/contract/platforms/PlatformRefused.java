// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.Collection;
import org.vfiooracle.engine.platform.PlatformId;

/** A platform or topology that does not exist, never existed, or is not modelled. */
public final class PlatformRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private PlatformRefused(String message) {
        super(message);
    }

    static PlatformRefused unknownGeneration(PlatformId id, Collection<String> known) {
        return new PlatformRefused(
                id + ": no generation is named \"" + id.generation() + "\"; known: " + String.join(", ", known));
    }

    static PlatformRefused neverExisted(PlatformId id, String reason) {
        return new PlatformRefused(id + " never existed: " + reason);
    }

    static PlatformRefused noSuchPage(PlatformId id, Collection<String> pages) {
        return new PlatformRefused(id + ": " + id.generation() + " has no kernels with pages of " + id.page()
                + "; it has " + String.join(", ", pages));
    }

    static PlatformRefused notModelled(PlatformId id, Collection<String> modelled) {
        return new PlatformRefused(id + ": Linux " + id.release().series() + " is not modelled yet on "
                + id.generation() + ", only "
                + String.join(", ", modelled) + "; see docs/reference/scope.md");
    }

    static PlatformRefused unknownTopology(String name, Collection<String> known) {
        return new PlatformRefused("no topology is named \"" + name + "\"; known: " + String.join(", ", known));
    }
}
