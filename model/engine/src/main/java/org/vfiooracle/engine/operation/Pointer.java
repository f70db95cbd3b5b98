// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** Where the argument struct of a call is: what the caller passes as its address. */
public enum Pointer {
    /** In ordinary memory. */
    GOOD("good"),
    /** Where nothing is mapped: it can be neither read nor written. */
    UNMAPPED("unmapped"),
    /** In memory that the process cannot write to: what the call wants to fill in cannot be delivered. */
    READ_ONLY("read-only");

    private final String key;

    Pointer(String key) {
        this.key = key;
    }

    /** The name in a fixture. */
    public String key() {
        return key;
    }

    /** Whether the call can read the struct. */
    public boolean readable() {
        return this != UNMAPPED;
    }

    /** Whether the call can fill in the struct. */
    public boolean writable() {
        return this == GOOD;
    }

    /**
     * Returns the pointer with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Pointer of(String key) {
        for (Pointer pointer : values()) {
            if (pointer.key.equals(key)) {
                return pointer;
            }
        }
        throw new IllegalArgumentException("expected good, unmapped or read-only, found \"" + key + "\"");
    }
}
