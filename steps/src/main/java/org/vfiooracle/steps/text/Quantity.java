// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.wording.ByteText;

/** A number of bytes, or an address, as feature files write it: {@code 64 KiB}, {@code 1 GiB}, {@code 0x10000}. */
public final class Quantity {
    /** What a size looks like, as a regular expression without groups. */
    public static final String SIZE = "0x[0-9a-fA-F]{1,16}|[0-9]{1,6} (?:B|KiB|MiB|GiB|TiB|PiB|EiB)";

    /** What an address looks like, as a regular expression without groups. */
    public static final String ADDRESS = "0x[0-9a-fA-F]{1,16}";

    private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,6}) (B|KiB|MiB|GiB|TiB|PiB|EiB)");

    private Quantity() {}

    /**
     * Reads a size in bytes or an address.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static long parse(String text) {
        if (text.matches(ADDRESS)) {
            return Long.parseUnsignedLong(text.substring(2), 16);
        }
        Matcher form = WITH_UNIT.matcher(text);
        if (form.matches()) {
            long count = Long.parseLong(form.group(1));
            int shift = ByteText.STEP * ByteText.UNITS.indexOf(form.group(2));
            if (Long.numberOfLeadingZeros(count) >= shift) {
                return count << shift;
            }
        }
        throw new IllegalArgumentException(
                "expected a size such as 64 KiB, or hex such as 0x10000, found \"" + text + "\"");
    }
}
