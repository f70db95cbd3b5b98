// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it has started. Who loses its parent can no longer be found below it, so the tree is looked at
 * again and again while the parent lives; {@link ProcessHandle} tells a process from a later one of the same number.
 */
final class ProcessTree {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process root;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final Thread hook = new Thread(this::killAtOnce, "adapter-kill");

    /** Watches a process; it ends no later than this virtual machine. */
    ProcessTree(Process root) {
        this.root = root;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Looks which processes there are now. */
    synchronized void look() {
        root.descendants().forEach(seen::add);
        seen.removeIf(handle -> !handle.isAlive());
    }

    /** Ends all of them: first asks, then insists. */
    void kill() {
        look();
        root.destroy();
        everyone(false);
        waitForEnd(PATIENCE);
        look();
        killAtOnce();
        waitForEnd(PATIENCE);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook does the same
        }
    }

    private void killAtOnce() {
        look();
        root.destroyForcibly();
        everyone(true);
    }

    private synchronized void everyone(boolean forcibly) {
        seen.forEach(handle -> {
            if (forcibly) {
                handle.destroyForcibly();
            } else {
                handle.destroy();
            }
        });
    }

    private void waitForEnd(Duration patience) {
        try {
            root.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
