// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.corpus.reach.Unreached;
import org.vfiooracle.kernel.container.Requests;

/** The features alone take every branch of what they are about; exceptions, with reasons, are in docs/data/unreached.yaml. */
final class FeatureCoverageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String MODEL = "org/vfiooracle/kernel/";
    private static final List<String> PACKAGES = List.of("container", "descriptor", "spapr", "type1", "memory");

    @TempDir
    private Path folder;

    @Test
    void the_features_alone_take_every_branch() throws Exception {
        Path data = folder.resolve("features.exec");
        run(data);

        CoverageBuilder coverage = analyzed(data);
        SortedMap<String, Integer> missed = new TreeMap<>();
        List<String> places = new ArrayList<>();
        int branches = 0;
        for (IClassCoverage type : coverage.getClasses()) {
            String owner = type.getPackageName().substring(MODEL.length()) + "."
                    + type.getName().substring(type.getName().lastIndexOf('/') + 1);
            for (IMethodCoverage method : type.getMethods()) {
                ICounter counter = method.getBranchCounter();
                branches += counter.getTotalCount();
                if (counter.getMissedCount() > 0) {
                    missed.merge(owner + "." + plain(method.getName()), counter.getMissedCount(), Integer::sum);
                    places.addAll(lines(owner, method));
                }
            }
        }

        assertThat(branches).as("branches looked at").isGreaterThan(200);
        Map<String, Integer> excused = Unreached.read(ROOT).branches();
        assertThat(missed)
                .as("methods with branches that no feature takes:\n  " + String.join("\n  ", places))
                .isEqualTo(excused);
    }

    private void run(Path data) throws Exception {
        String agent = System.getProperty("java.class.path")
                .lines()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .filter(jar -> jar.contains("org.jacoco.agent") && jar.endsWith("-runtime.jar"))
                .findFirst()
                .orElseThrow();
        Process features = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-javaagent:" + agent + "=destfile=" + data + ",includes=org.vfiooracle.kernel.*",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllFeatures.class.getName(),
                        ROOT.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(features.waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
    }

    private static CoverageBuilder analyzed(Path data) throws Exception {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(data.toFile());
        CoverageBuilder coverage = new CoverageBuilder();
        Path model = Path.of(Requests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        CoverageBuilder all = new CoverageBuilder() {
            @Override
            public void visitCoverage(IClassCoverage type) {
                String in = type.getPackageName();
                if (in.startsWith(MODEL) && PACKAGES.contains(in.substring(MODEL.length()))) {
                    coverage.visitCoverage(type);
                }
            }
        };
        new Analyzer(loader.getExecutionDataStore(), all).analyzeAll(model.toFile());
        return coverage;
    }

    /** A lambda belongs to the method that it is written in. */
    private static String plain(String method) {
        return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
    }

    private static List<String> lines(String owner, IMethodCoverage method) {
        List<String> lines = new ArrayList<>();
        for (int i = method.getFirstLine(); i <= method.getLastLine(); i++) {
            ILine line = method.getLine(i);
            if (line.getBranchCounter().getMissedCount() > 0) {
                lines.add(owner + "." + plain(method.getName()) + ", line " + i + ": "
                        + line.getBranchCounter().getMissedCount() + " of "
                        + line.getBranchCounter().getTotalCount());
            }
        }
        return lines;
    }
}
