// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.mutate.Mutants;
import org.vfiooracle.oracle.Machine;

/** Tells whether a measurement is old: a few digits that stand for the mistakes of a platform and for its fixtures. */
public final class Stamp {
    private static final int DIGITS = 16;

    private Stamp() {}

    /**
     * Returns the stamp of a platform.
     *
     * @param hashes of its fixtures, in any order
     */
    public static String of(Machine machine, Collection<String> hashes) {
        MessageDigest digest = sha256();
        new TreeSet<>(Mutants.of(machine).all().stream().map(Mutant::id).toList()).forEach(id -> add(digest, id));
        new TreeSet<>(hashes).forEach(hash -> add(digest, hash));
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
