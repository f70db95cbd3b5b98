// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.nio.file.Path;
import java.util.List;
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
record KnownBugs(List<KnownBug> bugs, List<KnownBug> qemu, List<KnownBug> programs, List<KnownBug> surprises) {
    /** The list below the root of a checkout. */
    static final String FILE = "docs/data/known-bugs.yaml";

    KnownBugs {
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
    static KnownBugs read(Path root) {
        return parse(StrictYaml.text(root.resolve(FILE), FILE), FILE);
    }

    static KnownBugs parse(String text, String label) {
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
}
