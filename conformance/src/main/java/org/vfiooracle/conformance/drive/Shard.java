// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.vfiooracle.contract.cases.CaseId;

/**
 * One of several parts of about equal size, so that a long run can be shared out. A case is in the same part whatever other
 * cases there are.
 *
 * @param number which part, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** Everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(
                    "expected a part such as 2/5, of 1 or more, found \"" + number + "/" + of + "\"");
        }
    }

    /**
     * Reads {@code 2/5}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("expected a part such as 2/5, found \"" + text + "\"");
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Whether a case is in this part. */
    public boolean contains(CaseId id) {
        CRC32 hash = new CRC32();
        hash.update(id.toString().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
