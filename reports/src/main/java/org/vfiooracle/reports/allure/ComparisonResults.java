// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.FileSystemResultsWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;

/** What came of comparing many fixtures, as Allure results: one test for each case, and in it a step for each platform. */
public final class ComparisonResults {
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Prepares to write.
     *
     * @param folder must be empty, or be made; an older one is replaced
     * @param environment what the report says of the run as a whole
     */
    public ComparisonResults(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Writes the results.
     *
     * @param failure the text of a failure, as the command prints it
     * @return the number of tests
     */
    public int write(DiffResult result, Function<Comparison, String> failure) {
        AllureResults.open(folder);
        FileSystemResultsWriter writer = new FileSystemResultsWriter(folder);
        Map<?, TestOfCase> tests = TestOfCase.all(result, failure);
        tests.values().forEach(test -> writer.write(test.result()));
        RunFiles.write(folder, environment, CaseVerdict.categories());
        return tests.size();
    }
}
