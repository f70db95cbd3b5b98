// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import org.vfiooracle.engine.source.Source;

/**
 * The named reason for an outcome.
 *
 * @param id area of the model, subject, reason: {@code spapr.attach.no-ownership}
 * @param sentence one sentence that states it
 * @param requirement whether an implementation must, or may, behave so
 * @param source where it can be read, release by release, and the releases that it is of
 * @param evidence how far the source carries
 */
public record Rule(String id, String sentence, Requirement requirement, Source source, Evidence evidence) {
    /** How binding a rule is. */
    public enum Requirement {
        MUST,
        MAY
    }

    /** What a rule rests on, weakest first. A machine's observation is kept in the ledger and not here. */
    public enum Evidence {
        INFERRED,
        READ
    }

    /** Returns a binding rule that was read in something that is no file of Linux, and that holds for every release. */
    public static Rule read(String id, String source, String sentence) {
        return read(id, Source.elsewhere(source), sentence);
    }

    /** Returns a binding rule that was read in {@code source}. */
    public static Rule read(String id, Source source, String sentence) {
        return new Rule(id, sentence, Requirement.MUST, source, Evidence.READ);
    }

    /** Returns a binding rule that follows from what is no file of Linux, and that holds for every release. */
    public static Rule inferred(String id, String source, String sentence) {
        return inferred(id, Source.elsewhere(source), sentence);
    }

    /** Returns a binding rule that follows from {@code source} but is not spelled out there. */
    public static Rule inferred(String id, Source source, String sentence) {
        return new Rule(id, sentence, Requirement.MUST, source, Evidence.INFERRED);
    }
}
