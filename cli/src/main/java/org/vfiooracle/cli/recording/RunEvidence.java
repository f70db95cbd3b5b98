// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.input.Checkout;

/** What the fixtures of a run rest on; each is looked up once, since its hash takes long. */
public final class RunEvidence {
    private final Map<FixtureName, Evidence> known = new HashMap<>();
    private final Ledgers ledgers;

    private RunEvidence(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Prepares to look up what a recording rests on. */
    public static RunEvidence of(Checkout checkout, CorpusRecording recording) {
        return new RunEvidence(
                recording.everything()
                        ? Ledgers.read(checkout.root())
                        : Ledgers.about(checkout.root(), recording.cases()));
    }

    /** What a fixture rests on. */
    public Evidence of(Fixture fixture) {
        return known.computeIfAbsent(FixtureName.of(fixture), any -> Evidence.of(fixture, ledgers));
    }

    /** How many of these fixtures rest on what. */
    public EvidenceTotals totals(Collection<Fixture> fixtures) {
        return EvidenceTotals.of(fixtures.stream().map(fixture -> of(fixture).claim()));
    }
}
