// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * All ledgers of a checkout.
 *
 * @param all in order of file name
 */
public record Ledgers(List<Ledger> all) {
    /** The folder of the ledgers below the root of a checkout. */
    public static final String FOLDER = "fixtures/evidence";

    /** No ledger at all. */
    public static final Ledgers NONE = new Ledgers(List.of());

    public Ledgers {
        all = List.copyOf(all);
    }

    /**
     * Reads the ledgers of the checkout at {@code root}.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when one is wrong
     */
    public static Ledgers read(Path root) {
        return read(root, UnaryOperator.identity());
    }

    /**
     * Reads what the ledgers say of some cases, and passes over all else.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when one is wrong
     */
    public static Ledgers about(Path root, Collection<CaseId> cases) {
        return read(root, text -> LedgerText.about(text, cases));
    }

    private static Ledgers read(Path root, UnaryOperator<String> part) {
        List<Ledger> ledgers = new ArrayList<>();
        for (Path file : files(root.resolve(FOLDER))) {
            String label = FOLDER + "/" + file.getFileName();
            ledgers.add(Ledger.parse(part.apply(StrictYaml.text(file, label)), label));
        }
        return new Ledgers(ledgers);
    }

    /**
     * Adds to the ledger of a machine what it was seen to do, and takes out what is no longer so: lines for fixtures that
     * are not in the corpus any more, and for those of {@code tried} that it does not agree with now.
     *
     * @param known the fixtures of the corpus
     * @param tried the fixtures that were run
     * @param agreed those of them that it agreed with
     * @return the file, relative to the root
     */
    public static String record(
            Path root,
            Witness witness,
            Collection<FixtureName> known,
            List<FixtureName> tried,
            List<LedgerLine> agreed) {
        String label = FOLDER + "/" + witness.fileName();
        Path file = root.resolve(label);
        Ledger before = Files.exists(file) ? Ledger.parse(StrictYaml.text(file, label), label) : Ledger.empty(witness);
        Set<FixtureName> keep = new HashSet<>(known);
        tried.forEach(keep::remove);
        Ledger kept = before.only(keep::contains);
        AtomicFile.write(file, kept.with(witness, agreed).text());
        return label;
    }

    /** Returns the machines that agreed with the fixture of this name and content, in order. */
    public List<Witness> witnesses(FixtureName name, String hash) {
        return all.stream()
                .flatMap(ledger -> ledger.witness(name, hash).stream())
                .toList();
    }

    /** Lines for fixtures that the corpus does not have, one sentence each; {@code verify} fails on them. */
    public List<String> strays(Collection<FixtureName> known) {
        Set<FixtureName> names = Set.copyOf(known);
        List<String> strays = new ArrayList<>();
        for (Ledger ledger : all) {
            for (FixtureName name : ledger.lines().keySet()) {
                if (!names.contains(name)) {
                    strays.add(label(ledger) + ": has a line for " + name + ", which is not a fixture");
                }
            }
        }
        return strays;
    }

    /** Lines whose fixture has another content by now, one sentence each: that evidence is withdrawn. */
    public List<String> withdrawn(CorpusIndex index) {
        List<String> withdrawn = new ArrayList<>();
        for (Ledger ledger : all) {
            for (LedgerLine line : ledger.lines().values()) {
                if (index.find(line.name())
                        .filter(entry -> !entry.hash().equals(line.hash()))
                        .isPresent()) {
                    withdrawn.add(label(ledger) + ": " + line.name() + " has changed since " + ledger.witness()
                            + " agreed with it");
                }
            }
        }
        return withdrawn;
    }

    private static String label(Ledger ledger) {
        return FOLDER + "/" + ledger.witness().fileName();
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
