// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes of many files that happen together. All new content is first written to {@code fixtures/.journal}; from the
 * moment that file has its name, the changes will be made, by this process or by the next one. See docs/explanation/adr/0010.
 */
public final class Journal {
    private static final String FILE = "fixtures/.journal";
    private static final String LOCK = "fixtures/.journal.lock";

    private final Path root;
    private final Consumer<String> before;

    private Journal(Path root, Consumer<String> before) {
        this.root = root;
        this.before = before;
    }

    /** Returns the journal of the checkout at {@code root}. */
    public static Journal at(Path root) {
        return new Journal(root, step -> {});
    }

    /** Returns a journal that tells {@code before} of each step on the file system, so that a test can end there. */
    static Journal watched(Path root, Consumer<String> before) {
        return new Journal(root, before);
    }

    /**
     * Makes the changes, in their order, after those that another process left half done.
     *
     * @return what was left half done and is done now, for the user; empty when there was nothing
     * @throws JournalBusy when another process makes changes
     * @throws UncheckedIOException when a file cannot be written; the next call makes the rest
     */
    public Optional<String> apply(List<Change> changes) {
        return locked(() -> {
            Optional<String> left = finish();
            if (!changes.isEmpty()) {
                Path part = AtomicFile.part(root.resolve(FILE));
                step("write the journal");
                AtomicFile.durable(part, JournalText.write(changes));
                step("give the journal its name");
                Files.move(part, root.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
                perform(changes);
            }
            return left;
        });
    }

    /**
     * Makes the changes that another process left half done, or forgets them where it had not begun.
     *
     * @return what was done, for the user; empty when there was nothing
     * @throws JournalBusy when another process makes changes
     */
    public Optional<String> recover() {
        boolean clean = !Files.exists(root.resolve(FILE)) && !Files.exists(AtomicFile.part(root.resolve(FILE)));
        return clean ? Optional.empty() : locked(this::finish);
    }

    private Optional<String> finish() throws IOException {
        Path journal = root.resolve(FILE);
        boolean begun = Files.deleteIfExists(AtomicFile.part(journal));
        if (!Files.exists(journal)) {
            return begun
                    ? Optional.of("an earlier command was killed before it changed fixtures/; nothing was lost")
                    : Optional.empty();
        }
        List<Change> changes = JournalText.read(Files.readString(journal));
        perform(changes);
        return Optional.of("an earlier command was killed while changing " + changes.size()
                + " files under fixtures/; the change is now complete");
    }

    private void perform(List<Change> changes) throws IOException {
        for (Change change : changes) {
            Path file = root.resolve(change.path());
            if (change.content().isPresent()) {
                write(file, change.content().get());
            } else {
                step("remove " + change.path());
                Files.deleteIfExists(file);
                Files.deleteIfExists(AtomicFile.part(file));
                removeEmpty(file);
            }
        }
        step("remove the journal");
        Files.delete(root.resolve(FILE));
    }

    private void write(Path file, String content) throws IOException {
        Path part = AtomicFile.part(file);
        step("write " + part);
        Files.createDirectories(file.getParent());
        AtomicFile.durable(part, content);
        step("rename " + part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the folders above {@code file} that have nothing left in them. */
    private void removeEmpty(Path file) throws IOException {
        for (Path here = file.getParent();
                here != null && !here.equals(root) && Files.isDirectory(here) && isEmpty(here);
                here = here.getParent()) {
            Files.delete(here);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        }
    }

    private void step(String what) {
        before.accept(what);
    }

    private Optional<String> locked(Work work) {
        Path lock = root.resolve(LOCK);
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = tryLock(channel, lock)) {
                return held.isValid() ? work.run() : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write under " + root.resolve("fixtures"), e);
        }
    }

    private static FileLock tryLock(FileChannel channel, Path lock) throws IOException {
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new JournalBusy(lock);
        }
        if (held == null) {
            throw new JournalBusy(lock);
        }
        return held;
    }

    @FunctionalInterface
    private interface Work {
        Optional<String> run() throws IOException;
    }
}
