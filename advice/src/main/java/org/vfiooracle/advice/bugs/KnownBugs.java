// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.bugs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;

/**
 * The list that the pages of {@code docs/reference/bugs} are made from.
 *
 * @param bugs those of the history of the driver
 * @param qemu those of QEMU
 * @param programs those of other programs above VFIO
 * @param surprises what real kernels did that a reader of the source would not expect
 */
public record KnownBugs(List<KnownBug> bugs, List<KnownBug> qemu, List<KnownBug> programs, List<KnownBug> surprises) {
    /** The list below the root of a checkout. */
    public static final String FILE = "docs/data/known-bugs.yaml";

    public KnownBugs {
        bugs = List.copyOf(bugs);
        qemu = List.copyOf(qemu);
        programs = List.copyOf(programs);
        surprises = List.copyOf(surprises);
    }

    /**
     * Reads the list of a checkout.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is missing or wrong
     */
    public static KnownBugs read(Path root) {
        return parse(StrictYaml.text(root.resolve(FILE), FILE), FILE);
    }

    /**
     * Reads a list.
     *
     * @param label the file, for errors
     */
    public static KnownBugs parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            KnownBugs known = new KnownBugs(
                    fields.list("bugs", KnownBug::decode),
                    fields.list("qemu", KnownBug::decode),
                    fields.list("programs", KnownBug::decode),
                    fields.list("surprises", KnownBug::decode));
            fields.end();
            return known;
        });
    }

    /** All of them. */
    public List<KnownBug> all() {
        return Stream.of(bugs, qemu, programs, surprises).flatMap(List::stream).toList();
    }

    /** Returns the bugs that somebody names: {@code B12}, {@code bug 12} for a bug of the kernel, or a CVE. */
    public List<KnownBug> named(String name) {
        String id = name.strip().replaceFirst("(?i)^bug[ -]?", "");
        if (id.toUpperCase(Locale.ROOT).startsWith("CVE-")) {
            String cve = id.toUpperCase(Locale.ROOT);
            return all().stream()
                    .filter(bug -> List.of(bug.title().split("[^A-Z0-9-]+")).contains(cve)
                            || List.of(bug.releases().split("[^A-Z0-9-]+")).contains(cve))
                    .toList();
        }
        return all().stream().filter(bug -> bug.id().equalsIgnoreCase(id)).toList();
    }

    /**
     * Returns the bugs that a sign tells of.
     *
     * @param sign as in {@link Encounter#sign}
     */
    public List<KnownBug> shownBy(String sign) {
        return all().stream()
                .filter(bug -> bug.undefined().equals(sign) || bug.shownBy().contains(sign))
                .toList();
    }
}
