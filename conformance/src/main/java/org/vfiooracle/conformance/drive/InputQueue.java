// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Standard input of an adapter, written by a thread of its own: an adapter that does not read must not keep the oracle
 * from hearing what it says.
 */
final class InputQueue {
    private static final String END = "";

    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();

    InputQueue(OutputStream stream) {
        Thread writer = new Thread(() -> write(stream), "adapter-stdin");
        writer.setDaemon(true);
        writer.start();
    }

    /** Sends a line, sooner or later; one to an adapter that has died is lost, which its output tells. */
    void send(String line) {
        waiting.add(line + "\n");
    }

    /** Closes the stream after what was sent. */
    void end() {
        waiting.add(END);
    }

    private void write(OutputStream stream) {
        try (stream) {
            for (String line = waiting.take(); !line.equals(END); line = waiting.take()) {
                stream.write(line.getBytes(StandardCharsets.UTF_8));
                if (waiting.isEmpty()) {
                    stream.flush();
                }
            }
        } catch (IOException died) {
            waiting.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
