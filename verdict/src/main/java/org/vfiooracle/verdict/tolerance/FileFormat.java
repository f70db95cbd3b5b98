// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;

/** The format number that both files begin with. */
final class FileFormat {
    private static final int NUMBER = 1;

    private FileFormat() {}

    static void check(Fields fields) {
        int format = fields.count("format");
        if (format != NUMBER) {
            throw new CodecProblem(fields.path("format"), "format " + NUMBER, Integer.toString(format));
        }
    }
}
