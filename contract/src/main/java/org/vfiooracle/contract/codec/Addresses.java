// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import org.vfiooracle.engine.operation.Address;

/** User-space addresses in documents: {@code B1+0x1000}, or a plain hex number. */
final class Addresses {
    private Addresses() {}

    /** Takes an address out of {@code fields}; it must be spelled as it would be written. */
    static Address taken(Fields fields, String key) {
        return fields.parsed(key, "an address such as B1+0x1000 or 0x1000", Addresses::parse);
    }

    private static Address parse(String text) {
        Address address = Address.parse(text);
        if (!address.toString().equals(text)) {
            throw new IllegalArgumentException("expected " + address + ", found " + text);
        }
        return address;
    }
}
