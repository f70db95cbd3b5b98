// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * A result as JUnit XML, one suite for each platform: a difference is a failure; what is waived counts as skipped; a crash, a time-out, a case that was not
 * run and a missing or extra one are errors.
 */
final class JunitReport {
    private final FailureText failures;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** One test case: what names it, and what is inside of it. */
    private record TestCase(FixtureName key, String element, String type, String message) {
        private static final String PASSED = "";
    }

    JunitReport(Lookup lookup) {
        this.failures = new FailureText(lookup);
        try {
            this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
    }

    String of(ExplainedResult findings) {
        DiffResult result = findings.result();
        SortedMap<PlatformId, List<TestCase>> suites = new TreeMap<>();
        for (Comparison comparison : result.comparisons()) {
            add(suites, testCase(comparison));
        }
        result.missing().forEach(key -> add(suites, new TestCase(key, "error", "missing", "no answer to @" + key)));
        result.extra().forEach(key -> add(suites, new TestCase(key, "error", "extra", "no fixture for @" + key)));
        try {
            write(suites, findings);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private static void add(SortedMap<PlatformId, List<TestCase>> suites, TestCase testCase) {
        suites.computeIfAbsent(testCase.key().platform(), platform -> new ArrayList<>())
                .add(testCase);
    }

    private TestCase testCase(Comparison comparison) {
        FixtureName key = new FixtureName(comparison.platform(), comparison.id());
        return switch (comparison.verdict()) {
            case CONFORMS, FIXED -> new TestCase(key, TestCase.PASSED, "", "");
            case WAIVED -> new TestCase(key, "skipped", "waived", "waived: " + comparison.reason());
            case PARTIAL -> new TestCase(key, "skipped", "partial", NotReached.text(comparison));
            case SKIPPED -> new TestCase(key, "skipped", "skipped", comparison.reason());
            case DIFFERS -> new TestCase(key, "failure", "differs", failure(comparison));
            case CRASHED, TIMED_OUT, NOT_RUN ->
                new TestCase(key, "error", comparison.verdict().key(), failure(comparison));
        };
    }

    private String failure(Comparison comparison) {
        return String.join("\n", failures.lines(comparison));
    }

    private void write(SortedMap<PlatformId, List<TestCase>> suites, ExplainedResult findings)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "vfio-oracle");
        List<Objection> objections = findings.result().objections();
        totals(suites.values().stream().flatMap(List::stream).toList(), objections.size(), findings);
        for (var suite : suites.entrySet()) {
            line();
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite.getKey().toString());
            totals(suite.getValue(), 0, findings);
            properties(findings);
            for (TestCase testCase : suite.getValue()) {
                write(testCase, findings);
            }
            line();
            xml.writeEndElement();
        }
        if (!objections.isEmpty()) {
            objections(objections);
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    /** A waiver that is wrong is an error of a suite of its own. */
    private void objections(List<Objection> objections) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "waivers");
        String count = Integer.toString(objections.size());
        xml.writeAttribute("tests", count);
        xml.writeAttribute("failures", "0");
        xml.writeAttribute("errors", count);
        xml.writeAttribute("skipped", "0");
        for (Objection objection : objections) {
            line();
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", "waivers");
            xml.writeAttribute("name", objection.place());
            xml.writeEmptyElement("error");
            xml.writeAttribute("type", "objection");
            xml.writeAttribute("message", clean(objection.text()));
            xml.writeEndElement();
        }
        line();
        xml.writeEndElement();
    }

    private void totals(List<TestCase> all, int objections, ExplainedResult findings) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(all.size() + objections));
        count("failures", all, testCase -> testCase.element().equals("failure"));
        long errors = all.stream()
                .filter(testCase -> testCase.element().equals("error"))
                .count();
        xml.writeAttribute("errors", Long.toString(errors + objections));
        count("skipped", all, testCase -> testCase.element().equals("skipped"));
        Optional<Duration> sum = all.stream()
                .flatMap(testCase -> findings.time(testCase.key().id()).stream())
                .reduce(Duration::plus);
        if (sum.isPresent()) {
            xml.writeAttribute("time", seconds(sum.get()));
        }
    }

    private void properties(ExplainedResult findings) throws XMLStreamException {
        if (findings.about().isEmpty()) {
            return;
        }
        line();
        xml.writeStartElement("properties");
        for (var fact : findings.about().entrySet()) {
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", fact.getKey());
            xml.writeAttribute("value", clean(fact.getValue()));
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private void count(String name, List<TestCase> all, Predicate<TestCase> counted) throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(all.stream().filter(counted).count()));
    }

    private void write(TestCase testCase, ExplainedResult findings) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname",
                testCase.key().platform() + "." + testCase.key().id().area());
        xml.writeAttribute("name", testCase.key().id().toString());
        Optional<Duration> time = findings.time(testCase.key().id());
        if (time.isPresent()) {
            xml.writeAttribute("time", seconds(time.get()));
        }
        if (!testCase.element().equals(TestCase.PASSED)) {
            xml.writeStartElement(testCase.element());
            xml.writeAttribute("type", testCase.type());
            xml.writeAttribute("message", clean(firstStatement(testCase.message())));
            xml.writeCharacters(clean(testCase.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** The line that says what is wrong stands below the heading. */
    private static String firstStatement(String message) {
        return message.lines()
                .skip(message.contains("\n  ") ? 1 : 0)
                .findFirst()
                .orElse("")
                .strip();
    }

    /** XML has no place for most control characters, but what an implementation prints may have them. */
    private static String clean(String message) {
        return message.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
