// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.contract.yaml.YamlWriter;

/** Reads and writes case files: a case once, then its answers, each for the platforms that answer alike. */
public final class CaseFile {
    private static final Platforms PLATFORMS = Platforms.load();

    private CaseFile() {}

    /** Returns the text of a case file; the same fixtures give the same bytes, everywhere. */
    public static String write(AnsweredCase answered) {
        return FixtureFile.LICENCE + YamlWriter.write(CaseTree.encode(answered));
    }

    /**
     * Reads a case file, or some answers of one.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is no case file
     */
    public static AnsweredCase read(String text, String label) {
        return JsonDocument.looksLike(text)
                ? JsonDocument.decode(text, label, CaseFile::decode)
                : StrictYaml.decode(text, label, CaseFile::decode);
    }

    private static AnsweredCase decode(Object tree, String path) {
        return CaseTree.decode(tree, path, PLATFORMS);
    }
}
