// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlNode;
import org.vfiooracle.oracle.Rules;

/** Reads waivers; {@code waivers.schema.json} describes the file. */
public final class WaiverFile {
    /** The ways in which a case can end that a waiver can expect. */
    public static final List<Verdict> VERDICTS = List.of(Verdict.DIFFERS, Verdict.CRASHED, Verdict.TIMED_OUT);

    /** What a case can be called. */
    public static final String CASES = "@?([A-Z*][A-Z0-9*-]*(\\.[a-z0-9*-]+)?|[a-z][a-z0-9-]*)";

    private static final Pattern CASE = Pattern.compile(CASES);

    private final String label;
    private final YamlNode root;

    private WaiverFile(String label, YamlNode root) {
        this.label = label;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static List<Waiver> parse(String text, String label) {
        YamlNode root = StrictYaml.read(text, label);
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            FileFormat.check(fields);
            List<Waiver> waivers = fields.list("waivers", new WaiverFile(label, root)::waiver);
            fields.end();
            return waivers;
        });
    }

    private Waiver waiver(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        YamlNode at = root.nearest(path, false);
        boolean about = fields.has("case") || fields.has("call") || fields.has("rule");
        Waiver waiver = new Waiver(
                label,
                at.line(),
                at.column(),
                new Scope(optional(fields, "case").map(text -> named(text, fields)), optional(fields, "platform")),
                optional(fields, "call").map(text -> call(text, fields)),
                optional(fields, "field"),
                optional(fields, "rule").map(text -> rule(text, fields)),
                fields.listOrEmpty("answers", WaiverFile::answer),
                fields.has("verdict") ? fields.parsed("verdict", verdicts(), WaiverFile::verdict) : Verdict.DIFFERS,
                reason(fields),
                fields.optionalText("link").orElse(""),
                fields.has("until") ? Optional.of(until(fields)) : Optional.empty());
        fields.end();
        if (!about) {
            throw new CodecProblem(path, "what is waived: case, call or rule", "none of them");
        }
        if (waiver.verdict() != Verdict.DIFFERS
                && (waiver.call().isPresent()
                        || waiver.rule().isPresent()
                        || waiver.field().isPresent())) {
            throw new CodecProblem(
                    path,
                    "no call, field or rule, since a case that ends with "
                            + waiver.verdict().key() + " has no answers",
                    "one of them");
        }
        return waiver;
    }

    private static Optional<String> optional(Fields fields, String key) {
        Optional<String> text = fields.optionalText(key);
        if (text.filter(String::isBlank).isPresent()) {
            throw new CodecProblem(fields.path(key), "a text", "an empty one");
        }
        return text;
    }

    private static String named(String text, Fields fields) {
        if (!CASE.matcher(text).matches()) {
            throw new CodecProblem(
                    fields.path("case"),
                    "an id (ATTACH-036), a pattern (ATTACH-*) or an area (attach)",
                    "\"" + text + "\"");
        }
        return text.startsWith("@") ? text.substring(1) : text;
    }

    private static String call(String text, Fields fields) {
        List<String> names = Declarations.ofOperations().all().stream()
                .map(Declaration::name)
                .toList();
        return known(text, names, fields.path("call"), "the name of a call");
    }

    private static String rule(String text, Fields fields) {
        List<String> names = Rules.all().stream().map(rule -> rule.id()).toList();
        return known(text, names, fields.path("rule"), "the id of a rule");
    }

    private static String known(String text, List<String> names, String path, String what) {
        if (names.contains(text)) {
            return text;
        }
        CodecProblem problem = new CodecProblem(path, what, "\"" + text + "\"");
        List<String> near = Nearest.to(text, names);
        throw near.isEmpty() ? problem : problem.hint("did you mean " + String.join(" or ", near) + "?");
    }

    private static String answer(Object value, String path) {
        boolean number = value instanceof Integer || value instanceof Long;
        if (number || value instanceof String text && text.matches("fd|[A-Za-z][A-Za-z0-9_:.]*")) {
            return value.toString();
        }
        throw new CodecProblem(path, "an answer: an errno, an integer or fd", "\"" + value + "\"");
    }

    private static String reason(Fields fields) {
        String reason = fields.text("reason");
        if (reason.isBlank()) {
            throw new CodecProblem(fields.path("reason"), "why the difference is expected", "an empty text");
        }
        return reason;
    }

    private static LocalDate until(Fields fields) {
        String text = fields.text("until");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CodecProblem(fields.path("until"), "a day such as '2027-01-31'", "\"" + text + "\"");
        }
    }

    private static String verdicts() {
        return "one of " + String.join(", ", VERDICTS.stream().map(Verdict::key).toList());
    }

    private static Verdict verdict(String text) {
        return VERDICTS.stream()
                .filter(one -> one.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
