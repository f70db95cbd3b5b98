// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.corpus.journal.AtomicFile;

/**
 * What random cases were asked of one machine with one kernel; immutable.
 *
 * @param witness the machine
 * @param runs one for each seed, length and generator, in the order in which they were asked
 */
public record RandomLedger(Witness witness, List<RandomEvidence> runs) {
    /** The folder below the root of a checkout. */
    public static final String FOLDER = Ledgers.FOLDER + "/random";

    public RandomLedger {
        runs = List.copyOf(runs);
    }

    /**
     * Writes down a run in the file of its machine; an older one that asked the same is replaced.
     *
     * @return the file, relative to the root
     * @throws org.vfiooracle.contract.yaml.YamlProblem when that file is wrong
     */
    public static String record(Path root, Witness witness, RandomEvidence run) {
        String label = FOLDER + "/" + witness.fileName();
        Path file = root.resolve(label);
        RandomLedger before =
                Files.exists(file) ? parse(StrictYaml.text(file, label), label) : new RandomLedger(witness, List.of());
        root.resolve(FOLDER).toFile().mkdirs();
        AtomicFile.write(file, before.with(witness, run).text());
        return label;
    }

    /** Returns this with one more run of {@code now}, the same machine with the same kernel or another build of it. */
    RandomLedger with(Witness now, RandomEvidence run) {
        RandomEvidence added = now.version().equals(witness.version()) ? run : run.on(now.version());
        List<RandomEvidence> next = new ArrayList<>(runs);
        next.removeIf(added::asksTheSameAs);
        next.add(added);
        return new RandomLedger(witness, next);
    }

    /**
     * Reads all ledgers of random cases of the checkout at {@code root}, in order of file name.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when one is wrong
     */
    public static List<RandomLedger> read(Path root) {
        return Ledgers.files(root.resolve(FOLDER)).stream()
                .map(file -> {
                    String label = FOLDER + "/" + file.getFileName();
                    return parse(StrictYaml.text(file, label), label);
                })
                .toList();
    }

    /**
     * Reads a ledger.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public static RandomLedger parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            Witness witness = WitnessHead.take(fields);
            RandomLedger ledger = new RandomLedger(witness, fields.list("runs", RandomEvidence::decode));
            fields.end();
            return ledger;
        });
    }

    /** Returns the text of the ledger. */
    public String text() {
        Map<String, Object> tree = WitnessHead.encode(witness);
        tree.put("runs", runs.stream().map(RandomEvidence::encode).toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }
}
