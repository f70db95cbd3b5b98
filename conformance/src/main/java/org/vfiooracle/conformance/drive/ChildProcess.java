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
    private static final int LINES_AHEAD = 64;
    private static final Duration TICK = Duration.ofMillis(500);

    private final Process process;
    private final ProcessTree tree;
    private final InputQueue input;
    private final ErrorLines errors;
    private final Thread reader;
    private final BlockingQueue<Optional<Heard>> output = new ArrayBlockingQueue<>(LINES_AHEAD);

    private ChildProcess(Process process, ProcessMark mark, AdapterCommand command) {
        this.process = process;
        this.tree = new ProcessTree(process, mark);
        this.input = new InputQueue(process.getOutputStream());
        this.errors = new ErrorLines(process.getErrorStream(), command.log());
        this.reader = new Thread(() -> read(process.getInputStream()), "adapter-stdout");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process.
     *
     * @throws AdapterUnavailable when there is no {@code sh}, or no such folder
     */
    static ChildProcess start(AdapterCommand command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command.line());
        ProcessMark mark = ProcessMark.next();
        mark.put(builder.environment());
        builder.directory(command.folder().toAbsolutePath().toFile());
        try {
            return new ChildProcess(builder.start(), mark, command);
        } catch (IOException e) {
            throw AdapterUnavailable.notStarted(command, String.valueOf(e.getMessage()));
        }
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
            Optional<Heard> line = poll(Math.min(left, TICK.toNanos()));
            if (line != null) {
                return line.orElseGet(this::ended);
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

    private @Nullable Optional<Heard> poll(long nanos) {
        try {
            return output.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void read(InputStream stream) {
        BoundedLines lines = new BoundedLines(stream, Volume.MESSAGE);
        try {
            Optional<BoundedLines.Line> line = lines.next();
            while (line.isPresent() && line.get().whole()) {
                output.put(Optional.of(new Heard.Line(line.get().text())));
                line = lines.next();
            }
            output.put(line.map(cut -> new Heard.TooLong()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
