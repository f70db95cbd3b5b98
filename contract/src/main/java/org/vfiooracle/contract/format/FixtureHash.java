// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;

/**
 * What names the content of a fixture: SHA-256 over the canonical JSON of what a machine can contradict, so the platform, the
 * topology, the process, the operations with their outcomes, and the state. Names and reasons are not in it (id, feature
 * file, rule, what was intended): a scenario that moves or a rule that gets a better name has the evidence that it had.
 */
public final class FixtureHash {
    static final String KEY = "hash";

    private static final String PREFIX = "sha256:";
    private static final String OPERATIONS = "operations";
    private static final List<String> CONTENT = List.of("platform", "topology", "process", OPERATIONS, "state");
    private static final List<String> REASONS = List.of("rule", "intended");

    private FixtureHash() {}

    /** Returns the hash of {@code fixture}, such as {@code sha256:9f86...}. */
    public static String of(Fixture fixture) {
        return ofTree(FixtureTree.encode(fixture));
    }

    /** Returns the hash of a fixture that was read as a tree; what the hash does not cover is left out. */
    public static String ofTree(Map<String, ?> tree) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String key : CONTENT) {
            Object value = tree.get(key);
            if (value != null) {
                content.put(
                        key,
                        key.equals(OPERATIONS) && value instanceof Collection<?> all ? withoutReasons(all) : value);
            }
        }
        byte[] json = CanonicalJson.of(content).getBytes(StandardCharsets.UTF_8);
        return PREFIX + HexFormat.of().formatHex(sha256().digest(json));
    }

    private static List<Object> withoutReasons(Collection<?> operations) {
        List<Object> bare = new ArrayList<>();
        for (Object operation : operations) {
            if (operation instanceof Map<?, ?> map) {
                Map<Object, Object> rest = new LinkedHashMap<>(map);
                rest.keySet().removeAll(REASONS);
                bare.add(rest);
            } else {
                bare.add(operation);
            }
        }
        return bare;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
