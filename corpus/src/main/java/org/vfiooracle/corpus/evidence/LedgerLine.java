// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * One fixture that a machine agreed with.
 *
 * @param name which fixture
 * @param hash of its content at that time; a fixture of another content is not what was observed
 * @param compared the parts that were compared, as adapters announce them
 * @param build what {@code uname -v} of the kernel says; empty when it is that of the ledger
 */
public record LedgerLine(FixtureName name, String hash, SortedSet<String> compared, Optional<String> build) {
    public LedgerLine {
        compared = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(compared));
        if (compared.isEmpty()) {
            throw new IllegalArgumentException("nothing of " + name + " was compared, which is no evidence");
        }
    }

    /** Returns the line for a fixture that a machine agrees with in these parts. */
    public static LedgerLine of(Fixture fixture, List<String> compared) {
        return new LedgerLine(
                FixtureName.of(fixture), FixtureHash.of(fixture), new TreeSet<>(compared), Optional.empty());
    }

    /** Returns this as observed on another build than that of the ledger, or on that one. */
    LedgerLine on(Optional<String> kernel) {
        return new LedgerLine(name, hash, compared, kernel);
    }

    Map<String, Object> encode() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", name.id().toString());
        tree.put("platform", name.platform().toString());
        tree.put("hash", hash);
        tree.put("compared", String.join(" ", compared));
        build.ifPresent(kernel -> tree.put("build", kernel));
        return tree;
    }

    static LedgerLine decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        CaseId id = fields.parsed("id", "a case id such as ATTACH-012", CaseId::parse);
        PlatformId platform = fields.parsed("platform", "a platform such as phb4-linux-6.12-4k", PlatformId::parse);
        String hash = fields.text("hash");
        String compared = fields.text("compared");
        Optional<String> build = fields.optionalText("build");
        fields.end();
        if (compared.isBlank()) {
            throw new CodecProblem(path + ".compared", "the parts that were compared", "none");
        }
        return new LedgerLine(new FixtureName(platform, id), hash, new TreeSet<>(List.of(compared.split(" "))), build);
    }
}
