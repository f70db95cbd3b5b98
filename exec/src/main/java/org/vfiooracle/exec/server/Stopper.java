// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the program when the oracle is told to end, and leaves nothing behind. */
final class Stopper {
    private static final int PATIENCE = 2;

    private final Process guard;
    private final RunFolder folder;
    private final CountDownLatch served = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop the program");

    private Stopper(Process guard, RunFolder folder) {
        this.guard = guard;
        this.folder = folder;
    }

    static Stopper of(Process guard, RunFolder folder) {
        Stopper stopper = new Stopper(guard, folder);
        Runtime.getRuntime().addShutdownHook(stopper.hook);
        return stopper;
    }

    /** The program has ended by itself. */
    void done() {
        served.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook finds nothing to do.
        }
    }

    /** A terminal has told the program as well; who does not end then is told once more, and then killed. */
    private void stop() {
        try {
            if (!served.await(PATIENCE, TimeUnit.SECONDS)) {
                guard.destroy();
            }
            if (!served.await(PATIENCE, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
