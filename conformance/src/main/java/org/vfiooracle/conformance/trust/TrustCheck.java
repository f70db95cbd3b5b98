// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

/**
 * One thing that was looked at.
 *
 * @param what it is, in a few words
 * @param fine whether it is as it has to be
 * @param found what was seen, for people
 * @param remedy what to do about it; empty when it is fine, or when nobody can say
 */
public record TrustCheck(String what, boolean fine, String found, String remedy) {
    static TrustCheck fine(String what, String found) {
        return new TrustCheck(what, true, found, "");
    }

    static TrustCheck wrong(String what, String found, String remedy) {
        return new TrustCheck(what, false, found, remedy);
    }
}
