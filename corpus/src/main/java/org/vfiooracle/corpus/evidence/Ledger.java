// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * What one machine with one kernel was seen to agree with; immutable.
 *
 * @param witness the machine
 * @param lines one for each fixture, by name
 */
public record Ledger(Witness witness, SortedMap<FixtureName, LedgerLine> lines) {
    public Ledger {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** Returns the ledger of a machine that has not been seen with any fixture. */
    public static Ledger empty(Witness witness) {
        return new Ledger(witness, new TreeMap<>());
    }

    /** Returns this with {@code seen} in place of older lines for the same fixtures. */
    public Ledger with(Collection<LedgerLine> seen) {
        SortedMap<FixtureName, LedgerLine> next = new TreeMap<>(lines);
        seen.forEach(line -> next.put(line.name(), line));
        return new Ledger(witness, next);
    }

    /**
     * Returns this with what {@code now}, the same machine with the same kernel or another build of it, agreed with. Two
     * builds of one source are two kernels: lines of another build than that of the ledger name it. The ledger gets the
     * new one when no line is left of its own.
     */
    public Ledger with(Witness now, Collection<LedgerLine> seen) {
        boolean first = lines.values().stream().allMatch(line -> line.build().isPresent());
        String own = first ? now.version() : witness.version();
        Optional<String> build = Optional.of(now.version()).filter(version -> !version.equals(own));
        SortedMap<FixtureName, LedgerLine> next = new TreeMap<>();
        lines.forEach((name, line) -> next.put(name, line.on(line.build().filter(version -> !version.equals(own)))));
        return new Ledger(now.build(own), next)
                .with(seen.stream().map(line -> line.on(build)).toList());
    }

    /** Returns this with only the lines for fixtures that {@code keep} holds for. */
    public Ledger only(Predicate<FixtureName> keep) {
        SortedMap<FixtureName, LedgerLine> next = new TreeMap<>(lines);
        next.keySet().removeIf(keep.negate());
        return new Ledger(witness, next);
    }

    /** Returns the machine, with the build of its kernel, that agreed with the fixture of this name and content. */
    public Optional<Witness> witness(FixtureName name, String hash) {
        return Optional.ofNullable(lines.get(name))
                .filter(line -> line.hash().equals(hash))
                .map(line -> line.build().map(witness::build).orElse(witness));
    }

    /**
     * Reads a ledger.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public static Ledger parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            Ledger ledger = empty(WitnessHead.take(fields)).with(fields.list("fixtures", LedgerLine::decode));
            fields.end();
            return ledger;
        });
    }

    /** Returns the text of the ledger. */
    public String text() {
        Map<String, Object> tree = WitnessHead.encode(witness);
        tree.put("fixtures", lines.values().stream().map(LedgerLine::encode).toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }
}
