// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the first inputs where the fuzzer looks for them; {@code fuzz/run} calls it. */
public final class SeedFiles {
    private SeedFiles() {}

    /**
     * Starts.
     *
     * @param words {@code --targets}, or the spelling of a target and a folder
     */
    public static void main(String[] words) throws IOException {
        if (words.length == 1 && words[0].equals("--targets")) {
            Arrays.stream(Target.values()).map(Target::spelling).forEach(System.out::println);
            return;
        }
        Target target = Target.of(words[0]);
        List<byte[]> seeds = Seeds.of(target, Path.of(System.getProperty("vfiooracle.root", ".")));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(Path.of(words[1], "seed-" + i), seeds.get(i));
        }
    }
}
