// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;

/** Reads what an implementation calls the errors of Linux; {@code errors.schema.json} describes the file. */
public final class ErrorFile {
    /** How an implementation can spell an error of its own, in an answer as well as here. */
    public static final String OWN = "[A-Z][A-Za-z0-9_:.]{1,63}";

    /** How Linux spells an error. */
    public static final String ERRNO = "E[A-Z0-9]{1,20}";

    private ErrorFile() {}

    /**
     * Reads a file.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static OwnErrors parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            FileFormat.check(fields);
            Map<String, String> names = new LinkedHashMap<>();
            fields.list("errors", ErrorFile::entry).forEach(entry -> names.put(entry.getKey(), entry.getValue()));
            if (names.isEmpty()) {
                throw new CodecProblem("errors", "at least one error of the implementation", "none");
            }
            fields.end();
            return new OwnErrors(names);
        });
    }

    private static Map.Entry<String, String> entry(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        String own = value(fields, "own", OWN, "the implementation's own word (VfioError::Busy), or an integer");
        String means = value(fields, "means", ERRNO, "the name of an errno (EBUSY), or an integer");
        fields.end();
        return Map.entry(own, means);
    }

    private static String value(Fields fields, String key, String form, String expected) {
        Object value = fields.any(key);
        boolean number = value instanceof Integer || value instanceof Long;
        if (number || value instanceof String text && text.matches(form)) {
            return value.toString();
        }
        throw new CodecProblem(fields.path(key), expected, "\"" + value + "\"");
    }
}
