// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.corpora.CorpusDiff;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.MessageReader;

/**
 * A run of an implementation whose answers were kept ({@code ./oracle run --keep}), compared with the corpus as it is now.
 *
 * @param name the name of its file, without the ending
 * @param implementation what the adapter said of itself
 * @param result how its answers compare
 */
public record KeptRun(String name, Announcement implementation, DiffResult result) {
    /** The ending of files that a run keeps. */
    public static final String ENDING = ".jsonl";

    /**
     * Reads and compares a file.
     *
     * @param root of the checkout
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it holds no answers
     */
    public static KeptRun read(Path root, Path file) {
        DiffResult result = new CorpusDiff(Platforms.load(), Strictness.STATE)
                .compare(root.resolve(Corpus.FOLDER), file, compared -> {});
        return new KeptRun(name(file), announcement(file), result);
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static Announcement announcement(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return MessageReader.start(String.valueOf(lines.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Garbage alreadyCompared) {
            throw new IllegalStateException(alreadyCompared);
        }
    }
}
