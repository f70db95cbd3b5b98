// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Why mutants survive that no case can catch, as {@code docs/data/survivors.yaml} lists it.
 *
 * @param reasons in the order of the file; the first that fits counts
 */
public record Survivors(List<Reason> reasons) {
    /** The list below the root of a checkout. */
    public static final String FILE = "docs/data/survivors.yaml";

    public Survivors {
        reasons = List.copyOf(reasons);
    }

    /** What a survivor is. */
    public enum Kind {
        /** It answers as the platform does, always. */
        EQUIVALENT,
        /** It differs in what nobody can see. */
        NOT_OBSERVABLE,
        /** What would tell it apart is not modelled, or no case of the project may do it. */
        OUT_OF_SCOPE;

        /** How the file spells it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * A reason.
     *
     * @param mutant ids of mutants; {@code *} stands for any characters
     * @param platforms ids of platforms that it holds on, in the same way; none where it holds on all
     * @param kind what they are
     * @param why in a sentence or two
     */
    public record Reason(String mutant, List<String> platforms, Kind kind, String why) {
        public Reason {
            platforms = List.copyOf(platforms);
        }

        boolean fits(String id) {
            return matches(mutant, id);
        }

        private boolean holdsOn(PlatformId platform) {
            // A pattern names a release without its point, as ids of the corpus do.
            PlatformId series =
                    new PlatformId(platform.generation(), platform.release().series(), platform.page());
            return platforms.isEmpty()
                    || platforms.stream()
                            .anyMatch(pattern ->
                                    matches(pattern, platform.toString()) || matches(pattern, series.toString()));
        }

        private static boolean matches(String pattern, String text) {
            return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
        }
    }

    /**
     * Reads the list of the checkout at {@code root}; one without the file has no reasons.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static Survivors read(Path root) {
        Path file = root.resolve(FILE);
        return Files.exists(file) ? parse(StrictYaml.text(file, FILE), FILE) : new Survivors(List.of());
    }

    /**
     * Reads a list.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static Survivors parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            List<Reason> reasons = fields.list("survivors", (element, at) -> {
                Fields one = Fields.of(element, at);
                Reason reason = new Reason(
                        one.text("mutant"),
                        one.texts("platforms"),
                        one.parsed("kind", "equivalent, not-observable or out-of-scope", Kind::of),
                        one.text("why"));
                one.end();
                return reason;
            });
            fields.end();
            return new Survivors(reasons);
        });
    }

    /** Returns the reasons that hold on a platform. */
    public Survivors on(PlatformId platform) {
        return new Survivors(
                reasons.stream().filter(reason -> reason.holdsOn(platform)).toList());
    }

    /** Returns why a mutant survives, if somebody wrote it down. */
    public Optional<Reason> of(String mutant) {
        return reasons.stream().filter(reason -> reason.fits(mutant)).findFirst();
    }
}
