// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.YamlWriter;

/**
 * A fixture as it is written.
 *
 * @param text the whole file
 * @param hash of the content, as the file has it
 */
public record FixtureText(String text, String hash) {
    /** Writes {@code fixture}; the same fixture gives the same bytes, everywhere. */
    public static FixtureText of(Fixture fixture) {
        Map<String, Object> tree = FixtureFile.tree(fixture);
        return new FixtureText(FixtureFile.LICENCE + YamlWriter.write(tree), String.valueOf(tree.get(FixtureHash.KEY)));
    }
}
