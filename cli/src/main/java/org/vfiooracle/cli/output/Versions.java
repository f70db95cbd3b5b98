// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What version this is: of the oracle, of the commit, of the corpus. */
public final class Versions {
    private static final int SHORT = 12;
    private static final String REFERENCE = "ref: ";

    private Versions() {}

    /** The version in the manifest of the jar. */
    public static String oracle() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** All versions in one line; what is not known is left out. Reads a few small files of the checkout, and runs nothing. */
    public static String all(Path root) {
        StringBuilder all = new StringBuilder("vfio-oracle " + oracle());
        commit(root).ifPresent(commit -> all.append(", commit ").append(commit, 0, SHORT));
        text(root.resolve("fixtures/corpus/VERSION"))
                .ifPresent(corpus -> all.append(", corpus ").append(corpus));
        return all.toString();
    }

    /** The commit that is checked out, as the files of git say it. */
    public static Optional<String> commit(Path root) {
        Path git = root.resolve(".git");
        Path own = text(git)
                .filter(text -> text.startsWith("gitdir: "))
                .map(text -> root.resolve(text.substring("gitdir: ".length())))
                .orElse(git);
        Path common = text(own.resolve("commondir")).map(own::resolve).orElse(own);
        return text(own.resolve("HEAD"))
                .flatMap(head -> head.startsWith(REFERENCE)
                        ? reference(head.substring(REFERENCE.length()), own, common)
                        : Optional.of(head))
                .filter(commit -> commit.matches("[0-9a-f]{40}([0-9a-f]{24})?"));
    }

    private static Optional<String> reference(String name, Path own, Path common) {
        return text(own.resolve(name)).or(() -> text(common.resolve(name))).or(() -> packed(name, common));
    }

    private static Optional<String> packed(String name, Path common) {
        return text(common.resolve("packed-refs")).stream()
                .flatMap(String::lines)
                .filter(line -> line.endsWith(" " + name))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
