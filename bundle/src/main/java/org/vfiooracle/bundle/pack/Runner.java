// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vfiooracle.bundle.table.CaseTables;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The sources of a program that performs the cases of one platform on the machine it runs on, and compares: the files of the
 * agent that perform, those of the runner, and a table of the cases.
 */
public final class Runner {
    private static final String AGENT = "adapters/linux/agent";
    private static final String RUNNER = "adapters/linux/runner";

    /** What only the agent needs: its plan is a text, and it reports to a host. */
    private static final Set<String> OF_AGENT_ALONE = Set.of("agent.c", "plan.c", "report.c", "report.h", "told.c");

    private final Corpus corpus;
    private final PlatformId platform;
    private final CaseTables tables;

    private Runner(Corpus corpus, PlatformId platform, CaseTables tables) {
        this.corpus = corpus;
        this.platform = platform;
        this.tables = tables;
    }

    /** Returns the runner of a platform. */
    public static Runner of(Corpus corpus, PlatformId platform, CaseTables tables) {
        return new Runner(corpus, platform, tables);
    }

    /** The fixtures whose cases it performs, in order. */
    public List<Fixture> fixtures() {
        return corpus.fixtures(platform).filter(tables::holds).toList();
    }

    /**
     * Makes the folder {@code target}, or leaves everything as it was.
     *
     * @param target does not exist, or is a folder that may go
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a file of the checkout is missing or not whole
     * @throws UncheckedIOException when the folder cannot be written
     */
    public FolderContents write(Path target) {
        Path root = corpus.root();
        try (BundleFolder folder = BundleFolder.drafted(target)) {
            PaperFolder.at(root, AGENT, "the agent of the Linux adapter").all().forEach((name, source) -> {
                if (isSource(name) && !OF_AGENT_ALONE.contains(name)) {
                    folder.add(name, source);
                }
            });
            PaperFolder.at(root, RUNNER, "the sources of the runner").all().forEach(folder::add);
            tables.of(corpus.version(), fixtures()).forEach(folder::add);
            folder.add("chosen.c", chosen());
            folder.add("LICENSE", StrictYaml.text(root.resolve("LICENSES/CC0-1.0.txt"), "LICENSES/CC0-1.0.txt"));
            return folder.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".c") || name.endsWith(".h");
    }

    private String chosen() {
        return """
                /* SPDX-License-Identifier: CC0-1.0 */
                /* Which table the runner goes through. Made by ./oracle export. */
                #include "vfio_oracle_cases.h"

                extern const struct vfio_oracle_platform *const chosen_platform;
                const struct vfio_oracle_platform *const chosen_platform = &%s;
                """.formatted(CaseTables.variable(platform));
    }
}
