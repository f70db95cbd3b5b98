// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How large a corpus is; it stays small enough to be cloned and reviewed.
 *
 * @param files number of case files
 * @param medianBytes size of the one in the middle
 * @param totalBytes size of all of them
 */
public record Budget(int files, long medianBytes, long totalBytes) {
    static final int MOST_FILES = 2_500;
    static final long LARGEST_MEDIAN = 12_288;
    static final long LARGEST_TOTAL = 20L << 20;

    static Budget of(Corpus corpus) {
        List<Long> sizes = new ArrayList<>();
        for (String file : corpus.files()) {
            if (CasePath.at(file).isPresent()) {
                sizes.add(size(corpus, file));
            }
        }
        sizes.sort(null);
        long total = sizes.stream().mapToLong(Long::longValue).sum();
        return new Budget(sizes.size(), sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2), total);
    }

    /** What is over the budget, one sentence each; empty when all is well. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (files > MOST_FILES) {
            findings.add("the corpus has " + files + " case files, its budget is " + MOST_FILES);
        }
        if (medianBytes > LARGEST_MEDIAN) {
            findings.add("the median case file has " + medianBytes + " bytes, the budget is " + LARGEST_MEDIAN);
        }
        if (totalBytes > LARGEST_TOTAL) {
            findings.add("the corpus has " + totalBytes + " bytes, its budget is " + LARGEST_TOTAL);
        }
        return findings;
    }

    /** The counts beside what is allowed: {@code 900 of 2500 case files, median 7.1 of 12.0 KB, 7.0 of 20 MB}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d case files, median %.1f of %.1f KB, %.1f of %d MB",
                files,
                MOST_FILES,
                medianBytes / 1024.0,
                LARGEST_MEDIAN / 1024.0,
                totalBytes / 1048576.0,
                LARGEST_TOTAL >> 20);
    }

    private static long size(Corpus corpus, String file) {
        try {
            return Files.size(corpus.root().resolve(Corpus.label(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }
}
