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
     * @param kind what they are
     * @param why in a sentence or two
     */
    public record Reason(String mutant, Kind kind, String why) {
        boolean fits(String id) {
            String pattern = Pattern.quote(mutant).replace("*", "\\E.*\\Q");
            return id.matches(pattern);
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
                        one.parsed("kind", "equivalent, not-observable or out-of-scope", Kind::of),
                        one.text("why"));
                one.end();
                return reason;
            });
            fields.end();
            return new Survivors(reasons);
        });
    }

    /** Returns why a mutant survives, if somebody wrote it down. */
    public Optional<Reason> of(String mutant) {
        return reasons.stream().filter(reason -> reason.fits(mutant)).findFirst();
    }
}
