// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it has started. Who loses its parent can no longer be found below it, so the tree is looked at
 * again and again while the parent lives, and in the end all are looked for that have inherited the mark of the process;
 * {@link ProcessHandle} tells a process from a later one of the same number.
 */
final class ProcessTree {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process root;
    private final ProcessMark mark;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final Thread hook = new Thread(this::killAtOnce, "adapter-kill");

    /** Watches a process; it ends no later than this virtual machine. */
    ProcessTree(Process root, ProcessMark mark) {
        this.root = root;
        this.mark = mark;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Looks which processes there are now. */
    synchronized void look() {
        root.descendants().forEach(seen::add);
        seen.removeIf(handle -> !handle.isAlive());
    }

    /** Ends all of them: first asks, then insists. */
    void kill() {
        lookEverywhere();
        root.destroy();
        everyone(false);
        waitForEnd(PATIENCE);
        killAtOnce();
        waitForEnd(PATIENCE);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook does the same
        }
    }

    private synchronized void lookEverywhere() {
        look();
        seen.addAll(mark.carriers());
    }

    private void killAtOnce() {
        lookEverywhere();
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

    private synchronized boolean anyAlive() {
        return seen.stream().anyMatch(ProcessHandle::isAlive);
    }

    private void waitForEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            root.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (anyAlive() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
