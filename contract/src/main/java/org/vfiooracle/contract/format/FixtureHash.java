// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;

/** What names the content of a fixture: SHA-256 over the canonical JSON of everything but the hash itself. */
public final class FixtureHash {
    static final String KEY = "hash";

    private static final String PREFIX = "sha256:";

    private FixtureHash() {}

    /** Returns the hash of {@code fixture}, such as {@code sha256:9f86...}. */
    public static String of(Fixture fixture) {
        return ofTree(FixtureTree.encode(fixture));
    }

    /** Returns the hash of a fixture that was read as a tree; a hash in it is left out. */
    public static String ofTree(Map<String, ?> tree) {
        Map<String, Object> rest = new LinkedHashMap<>(tree);
        rest.remove(KEY);
        byte[] json = CanonicalJson.of(rest).getBytes(StandardCharsets.UTF_8);
        return PREFIX + HexFormat.of().formatHex(sha256().digest(json));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
