// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.input.Checkout;

/**
 * Runs the commands that people wait for, so that the launcher can archive the classes that they load. Writes nothing but the library
 * that exec builds: what the commands say goes nowhere, and a command that fails has loaded its classes all the same.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs them in the checkout that the launcher names. */
    public static void main(String[] args) {
        Corpus corpus = Corpus.at(Checkout.find(Optional.empty()).root());
        String id = "@" + corpus.ids().get(0);
        String file = corpus.path(corpus.ids().get(0)).toString();
        String platform = corpus.platforms().platforms().get(0).toString();
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("--version"));
        commands.add(List.of("--help"));
        for (Commands command : Commands.values()) {
            commands.add(List.of(command.word(), "--help"));
        }
        commands.add(List.of("try", id));
        commands.add(List.of("explain", id));
        commands.add(List.of("explain", "container.open.opened"));
        commands.add(List.of("explain", "VFIO_SET_IOMMU", "EPERM", "--platform", platform));
        commands.add(List.of("platforms"));
        commands.add(List.of("explain", "VFIO_SET_IOMMU", "--platform", "POWER9 6.12 64k"));
        commands.add(List.of("predict", id, "--platform", platform));
        commands.add(List.of("diff", file, file));
        commands.add(List.of("verify", id));
        commands.add(List.of("compare", "qemu-2.11", "qemu-2.12"));
        commands.add(List.of("explore", "--platform", platform, "--alphabet", "core", "--depth", "2"));
        commands.add(List.of("steps", "container"));
        commands.add(List.of("recrod"));
        corpus.platforms().platforms().stream()
                .map(Object::toString)
                .filter(one -> one.endsWith("-4k"))
                .findFirst()
                .ifPresent(small -> commands.add(List.of("exec", "--platform", small, "--", "true")));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> words : commands) {
            String[] typed = words.toArray(String[]::new);
            Oracle.execute(typed, nowhere, nowhere);
        }
    }
}
