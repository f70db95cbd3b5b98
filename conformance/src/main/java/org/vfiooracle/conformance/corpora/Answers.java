// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.util.Collection;
import java.util.SortedSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.corpus.store.FixtureName;

/** The answers of an implementation, by the name of the fixture that they are to. */
interface Answers {
    /** What there is an answer to. */
    SortedSet<FixtureName> names();

    /** Whether they say of which platform they are, so that fixtures of others are not missed. */
    boolean ofOnePlatform();

    /** What is seen in these answers. */
    Observes observes();

    /**
     * Whether an answer is written down in exactly the words of {@code text}, so that nobody has to read it. May be called from
     * several threads.
     *
     * @param text the fixture it is compared with, as its file has it
     * @param twin the same as its JSON twin has it; empty where there is none
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it cannot be read
     */
    boolean sameText(FixtureName name, String text, String twin);

    /**
     * Whether these answers stand in one case file that is written in exactly the words of {@code text}. May be called from several
     * threads.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it cannot be read
     */
    boolean sameFile(Collection<FixtureName> names, String text);

    /**
     * Returns one of them; may be called from several threads.
     *
     * @param expected the fixture it is compared with
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it cannot be read
     */
    Observation to(FixtureName name, Fixture expected);
}
