// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.CaseResult;

/**
 * What makes two failing cases the same finding.
 *
 * @param call the call that was answered otherwise, or how the machine broke
 * @param field what of its answer
 * @param expected as predicted; empty where values of that kind always differ
 * @param found as answered; empty likewise
 * @param rule id of the rule that decided what was predicted
 */
public record Signature(String call, String field, String expected, String found, String rule)
        implements Comparable<Signature> {
    /** Returns the signature of a result that is a finding. */
    static Signature of(CaseResult result) {
        Comparison comparison = result.comparison();
        if (comparison.verdict() != Verdict.DIFFERS) {
            return new Signature(comparison.verdict().key(), "", "", "", "");
        }
        Difference first = comparison.differences().get(0);
        String call = first.step() <= result.fixture().steps().size() && first.step() > 0
                ? result.fixture().steps().get(first.step() - 1).operation().name()
                : first.operation();
        boolean answer = first.field().equals("answer");
        return new Signature(
                call,
                first.field().replaceAll("\\[.*", ""),
                answer ? first.expected() : "",
                answer ? first.found() : "",
                first.rule());
    }

    @Override
    public int compareTo(Signature other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        String what = field.isEmpty() ? "" : " " + field;
        String values = expected.isEmpty() && found.isEmpty() ? "" : ": expected " + expected + ", got " + found;
        return call + what + values + (rule.isEmpty() ? "" : " (rule " + rule + ")");
    }
}
