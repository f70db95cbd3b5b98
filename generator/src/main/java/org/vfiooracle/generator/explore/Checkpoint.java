// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.generator.explore.Reached.Pair;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.generator.explore.Watcher.Place;

/**
 * An exploration between two levels, as a file. It holds how each state was reached and not the states: those that wait are made
 * again by the calls that lead to them.
 *
 * @param file where it is kept
 * @param subject in one line, what is explored; a checkpoint of something else is refused
 */
public record Checkpoint(Path file, String subject) {
    private static final String MAGIC = "vfio-oracle exploration 2";

    /**
     * Writes the file, at once.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public void save(Exploration exploration) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            out.writeUTF(MAGIC);
            out.writeUTF(subject);
            Visited visited = exploration.visited();
            out.writeInt(visited.size());
            for (int i = 0; i < visited.size(); i++) {
                out.writeLong(visited.fingerprint(i));
                out.writeInt(visited.parent(i));
                out.writeInt(visited.call(i));
            }
            out.writeInt(exploration.level() + 1);
            waiting(exploration, out);
            count(exploration.count(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + draft, e);
        }
        try {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void waiting(Exploration exploration, DataOutputStream out) throws IOException {
        out.writeInt(exploration.waiting().size());
        for (Place place : exploration.waiting()) {
            out.writeInt(place.number());
        }
    }

    private static void count(Reached.Count count, DataOutputStream out) throws IOException {
        out.writeLong(count.transitions());
        SortedSet<Pair> pairs = count.pairs();
        out.writeInt(pairs.size());
        for (Pair pair : pairs) {
            out.writeUTF(pair.call());
            out.writeUTF(pair.rule());
        }
        out.writeInt(count.unknown().size());
        for (Map.Entry<String, Integer> unknown : count.unknown().entrySet()) {
            out.writeUTF(unknown.getKey());
            out.writeInt(unknown.getValue());
        }
        out.writeInt(count.broken().size());
        for (Reached.Broken broken : count.broken()) {
            out.writeUTF(broken.violation().invariant().name());
            out.writeUTF(broken.violation().what());
            out.writeInt(broken.state());
            out.writeInt(broken.call());
        }
    }

    /**
     * Lets an exploration that has not begun go on from here.
     *
     * @throws CodecProblem when the file is no checkpoint, or one of something else
     * @throws UncheckedIOException when it cannot be read
     */
    public void resume(Exploration exploration) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            expect(MAGIC, in.readUTF());
            expect(subject, in.readUTF());
            Visited visited = exploration.visited();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                visited.add(in.readLong(), in.readInt(), in.readInt());
            }
            int next = in.readInt();
            List<Place> waiting = new ArrayList<>();
            for (int some = in.readInt(); some > 0; some--) {
                int number = in.readInt();
                waiting.add(new Place(number, exploration.path(number).state()));
            }
            count(exploration.count(), in);
            exploration.resume(next, waiting);
        } catch (java.io.EOFException | java.io.UTFDataFormatException e) {
            throw new CodecProblem("", "a whole checkpoint of an exploration", "the end of the file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void count(Reached.Count count, DataInputStream in) throws IOException {
        long transitions = in.readLong();
        SortedSet<Pair> pairs = new TreeSet<>();
        for (int some = in.readInt(); some > 0; some--) {
            pairs.add(new Pair(in.readUTF(), in.readUTF()));
        }
        SortedMap<String, Integer> unknown = new TreeMap<>();
        for (int some = in.readInt(); some > 0; some--) {
            unknown.put(in.readUTF(), in.readInt());
        }
        count.resume(transitions, pairs, unknown);
        for (int some = in.readInt(); some > 0; some--) {
            Violation violation = new Violation(Invariant.valueOf(in.readUTF()), in.readUTF());
            count.broken(violation, in.readInt(), in.readInt());
        }
    }

    private static void expect(String expected, String found) {
        if (!expected.equals(found)) {
            throw new CodecProblem("", "a checkpoint of: " + expected, "one of: " + found);
        }
    }
}
