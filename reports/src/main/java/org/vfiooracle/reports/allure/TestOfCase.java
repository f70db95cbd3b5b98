// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/** A case on all platforms that it was compared on, as a test of Allure. */
final class TestOfCase {
    private final CaseId id;
    private final List<OnPlatform> platforms = new ArrayList<>();

    /** What came of it on one platform; the text is that of a failure, or the reason of a case that was skipped. */
    private record OnPlatform(PlatformId platform, CaseVerdict verdict, String text) {}

    private TestOfCase(CaseId id) {
        this.id = id;
    }

    /** The cases of a result. */
    static SortedMap<CaseId, TestOfCase> all(DiffResult result, Function<Comparison, String> failure) {
        SortedMap<CaseId, TestOfCase> tests = new TreeMap<>();
        for (Comparison one : result.comparisons()) {
            String text = one.verdict().finding()
                    ? failure.apply(one)
                    : one.verdict() == Verdict.FIXED ? "fixed: " + String.join(", ", one.fixedBy()) : one.reason();
            of(tests, one.id()).platforms.add(new OnPlatform(one.platform(), CaseVerdict.of(one.verdict()), text));
        }
        result.missing().forEach(name -> missing(tests, name, CaseVerdict.MISSING, "no answer to @" + name));
        result.extra().forEach(name -> missing(tests, name, CaseVerdict.EXTRA, "no fixture for @" + name));
        return tests;
    }

    private static void missing(SortedMap<CaseId, TestOfCase> tests, FixtureName name, CaseVerdict how, String text) {
        of(tests, name.id()).platforms.add(new OnPlatform(name.platform(), how, text));
    }

    private static TestOfCase of(SortedMap<CaseId, TestOfCase> tests, CaseId id) {
        return tests.computeIfAbsent(id, TestOfCase::new);
    }

    TestResult result() {
        OnPlatform worst = platforms.stream()
                .max(Comparator.comparing(OnPlatform::verdict))
                .orElseThrow();
        TestResult test = new TestResult()
                .setUuid(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(id.toString())
                .setTestCaseId(id.scenario())
                .setFullName("@" + id)
                .setName(id.toString())
                .setLabels(labels())
                .setSteps(platforms.stream().map(TestOfCase::step).toList())
                .setStage(Stage.FINISHED)
                .setStatus(worst.verdict().status());
        if (worst.verdict().status() != Status.PASSED) {
            test.setStatusDetails(details(worst.verdict().title() + "\n" + worst.text() + alike(worst)));
        }
        return test;
    }

    private String alike(OnPlatform worst) {
        long others = platforms.stream()
                .filter(one -> !one.equals(worst) && one.verdict() == worst.verdict())
                .count();
        return others == 0 ? "" : "\n  and on " + others + (others == 1 ? " more platform" : " more platforms");
    }

    private static StepResult step(OnPlatform one) {
        StepResult step = new StepResult()
                .setName(one.platform() + ": " + one.verdict().title().toLowerCase(Locale.ROOT))
                .setStage(Stage.FINISHED)
                .setStatus(one.verdict().status());
        return one.text().isEmpty() ? step : step.setStatusDetails(details(one.text()));
    }

    private static StatusDetails details(String text) {
        return new StatusDetails().setMessage(text);
    }

    private List<Label> labels() {
        String area = AreaTitle.of(id.area());
        List<Label> labels = new ArrayList<>(List.of(
                label("epic", area),
                label("parentSuite", area),
                label("suite", id.scenario()),
                label("package", id.area())));
        platforms.stream()
                .map(one -> one.platform().generation())
                .distinct()
                .forEach(generation -> labels.add(label("tag", generation)));
        platforms.forEach(one -> labels.add(label("platform", one.platform().toString())));
        return labels;
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
