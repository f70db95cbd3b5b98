// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.documents.derived.DeclaredFiles;
import org.vfiooracle.documents.facts.AskedKernel;
import org.vfiooracle.documents.facts.CorpusKnowledge;
import org.vfiooracle.documents.facts.StrategyTable;

/**
 * The pages of {@code docs/} that are made and not written, and the files that are made from declarations of operations.
 *
 * @param root of the checkout
 * @param pages the text of each, by its path below the root
 */
public record GeneratedDocs(Path root, Map<String, String> pages) {
    public GeneratedDocs {
        pages = Map.copyOf(pages);
    }

    /**
     * Makes the pages; nothing is written.
     *
     * @throws org.vfiooracle.documents.facts.UnknownReference when the list of known bugs names what does not exist
     * @throws org.vfiooracle.contract.yaml.YamlProblem when that list, or a ledger, is wrong
     */
    public static GeneratedDocs of(Path root, Collection<Fixture> fixtures, CorpusIndex index) {
        Ledgers ledgers = Ledgers.read(root);
        CorpusKnowledge findings = new CorpusKnowledge(fixtures, index, ledgers);
        Map<String, String> pages = new TreeMap<>();
        pages.putAll(new RulePages(findings).pages());
        StrategyTable strategies =
                new StrategyTable(Platforms.load(), CorpusPlatforms.read(root).platforms());
        pages.putAll(new ProgramPages(strategies, new ProgramEvidence(fixtures, index, ledgers)).pages());
        pages.putAll(new BugPages(KnownBugs.read(root), findings).pages());
        pages.putAll(DeclaredFiles.of(root, Declarations.ofOperations()).texts());
        pages.putAll(CallReferences.pages(findings));
        pages.putAll(ReleasePage.pages(AskedKernel.of(ledgers, RandomLedger.read(root))));
        return new GeneratedDocs(root, pages);
    }

    /** The pages whose file is another, or missing, in order. */
    public List<String> outdated() {
        return new TreeMap<>(pages)
                .entrySet().stream()
                        .filter(page -> !page.getValue().equals(present(page.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /**
     * Writes what is outdated.
     *
     * @return the pages that changed
     */
    public List<String> write() {
        List<String> changed = outdated();
        pages.forEach((page, text) -> {
            if (changed.contains(page)) {
                AtomicFile.write(root.resolve(page), text);
            }
        });
        return changed;
    }

    private String present(String page) {
        Path file = root.resolve(page);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
