// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.bugs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;

/**
 * A bug of released kernels, or a behaviour that surprises who has only read the source.
 *
 * @param id how we number it
 * @param title what goes wrong, in one sentence
 * @param kind {@code fixed}, {@code abi-change} or {@code latent} (no fix is known)
 * @param releases where it is, and what fixed it
 * @param expressible whether a case can show it
 * @param reason why it cannot, or how it shows; may be empty when a deviation says so
 * @param shownBy what catches it: ids of deviations, rules or scenarios
 * @param undefined a call and why it has no answer where the bug is, as {@link Encounter#sign} spells it; may be empty
 * @param upstream a page below {@code docs/explanation} for who would fix it; may be empty
 */
public record KnownBug(
        String id,
        String title,
        String kind,
        String releases,
        boolean expressible,
        String reason,
        List<String> shownBy,
        String undefined,
        String upstream) {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");
    private static final List<String> KINDS = List.of("fixed", "abi-change", "latent");

    public KnownBug {
        shownBy = List.copyOf(shownBy);
    }

    static KnownBug decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        KnownBug bug = new KnownBug(
                fields.text("id"),
                fields.text("title"),
                fields.parsed("kind", "one of " + String.join(", ", KINDS), KnownBug::kind),
                fields.text("releases"),
                fields.truth("expressible"),
                fields.optionalText("reason").orElse(""),
                fields.has("shown_by") ? fields.texts("shown_by") : List.of(),
                fields.optionalText("undefined").orElse(""),
                fields.optionalText("upstream").orElse(""));
        fields.end();
        if (bug.reason.isEmpty() && bug.shownBy.isEmpty()) {
            throw new CodecProblem(path, "what shows the bug (shown_by), or the reason why nothing does", "neither");
        }
        return bug;
    }

    /** How its kind is told: {@code fixed}, {@code changed on purpose} or {@code not fixed}. */
    public String fate() {
        return switch (kind) {
            case "fixed" -> "fixed";
            case "abi-change" -> "changed on purpose";
            default -> "not fixed";
        };
    }

    /** The CVE numbers that its title and its releases name. */
    public List<String> cves() {
        return CVE.matcher(title + " " + releases)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** How people name it: {@code bug 29}, {@code B12}. */
    public String name() {
        return id.matches("[0-9]+") ? "bug " + id : id;
    }

    private static String kind(String text) {
        if (!KINDS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
