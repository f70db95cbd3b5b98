// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that runs a command line and is talked to in lines. Knows nothing of the protocol. */
final class ChildProcess implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 24;
    private static final int LINES_AHEAD = 256;
    private static final Duration TICK = Duration.ofMillis(500);

    private final Process process;
    private final ProcessTree tree;
    private final InputQueue input;
    private final ErrorLines errors;
    private final Thread reader;
    private final BlockingQueue<Optional<String>> output = new ArrayBlockingQueue<>(LINES_AHEAD);

    private ChildProcess(Process process, AdapterCommand command) {
        this.process = process;
        this.tree = new ProcessTree(process);
        this.input = new InputQueue(process.getOutputStream());
        this.errors = new ErrorLines(process.getErrorStream(), command.log());
        this.reader = new Thread(() -> read(process.getInputStream()), "adapter-stdout");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process.
     *
     * @throws IOException when there is no {@code sh}, or no such folder
     */
    static ChildProcess start(AdapterCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command.line());
        return new ChildProcess(
                builder.directory(command.folder().toAbsolutePath().toFile()).start(), command);
    }

    /** Sends a line. */
    void send(String line) {
        input.send(line);
    }

    /** Waits for a line. */
    Heard hear(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean dead = false;
        for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
            Optional<String> line = poll(Math.min(left, TICK.toNanos()));
            if (line != null) {
                return line.<Heard>map(Heard.Line::new).orElseGet(this::ended);
            }
            if (dead) {
                return ended(); // somebody it has started still holds its output open
            }
            dead = !process.isAlive();
            tree.look();
        }
        return new Heard.Silence();
    }

    /** The last lines of its standard error. */
    List<String> lastWords() {
        return errors.last();
    }

    /** Closes its standard input, after what was sent. */
    void noMore() {
        input.end();
    }

    @Override
    public void close() {
        input.end();
        tree.kill();
        reader.interrupt();
    }

    private Heard ended() {
        try {
            if (!process.waitFor(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                tree.kill();
            }
            return new Heard.Ended(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard.Silence();
        }
    }

    private @Nullable Optional<String> poll(long nanos) {
        try {
            return output.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void read(InputStream stream) {
        BoundedLines lines = new BoundedLines(stream, LONGEST_LINE);
        try {
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                output.put(line);
                line = lines.next();
            }
            output.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
