// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.Fields;

/**
 * One run of random cases: what it takes to ask the same again, and what came of it.
 *
 * @param generator which version of the generator made the cases; 1 is what ledgers mean that do not say it
 * @param seed where chance began
 * @param length the most operations of a case
 * @param cases how many were asked, all together
 * @param operations how many operations were compared
 * @param boots how many of the cases had a boot of their own
 * @param differences kinds of differences that were found
 * @param build what {@code uname -v} of the kernel says; empty when it is that of the ledger
 */
public record RandomEvidence(
        int generator,
        long seed,
        int length,
        int cases,
        int operations,
        int boots,
        int differences,
        Optional<String> build) {
    private static final int FIRST_GENERATOR = 1;

    /** Returns this as seen on another build than that of the ledger. */
    RandomEvidence on(String kernel) {
        return new RandomEvidence(generator, seed, length, cases, operations, boots, differences, Optional.of(kernel));
    }

    /** Tells whether {@code other} asked cases of the same kind of the same kernel. */
    boolean asksTheSameAs(RandomEvidence other) {
        return other.generator == generator
                && other.seed == seed
                && other.length == length
                && other.boots == boots
                && other.build.equals(build);
    }

    static RandomEvidence decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        RandomEvidence run = new RandomEvidence(
                fields.count("generator", FIRST_GENERATOR),
                fields.number("seed"),
                fields.count("length"),
                fields.count("cases"),
                fields.count("operations"),
                fields.count("boots", 0),
                fields.count("differences"),
                fields.optionalText("build"));
        fields.end();
        return run;
    }

    Map<String, Object> encode() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (generator != FIRST_GENERATOR) {
            tree.put("generator", (long) generator);
        }
        tree.put("seed", seed);
        tree.put("length", (long) length);
        tree.put("cases", (long) cases);
        tree.put("operations", (long) operations);
        if (boots > 0) {
            tree.put("boots", (long) boots);
        }
        tree.put("differences", (long) differences);
        build.ifPresent(kernel -> tree.put("build", kernel));
        return tree;
    }
}
