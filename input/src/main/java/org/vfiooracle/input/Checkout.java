// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checkout that a command works on.
 *
 * @param root its absolute path
 */
public record Checkout(Path root) {
    /** The system property in which the launcher passes the root. */
    public static final String PROPERTY = "vfiooracle.root";

    public Checkout {
        root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("features")) || !Files.isDirectory(root.resolve("fixtures"))) {
            throw new NotACheckout(root);
        }
    }

    /**
     * Returns the checkout at {@code given}, else the one that the launcher belongs to, else the working folder.
     *
     * @throws NotACheckout when it is none
     */
    public static Checkout find(Optional<Path> given) {
        return new Checkout(given.orElseGet(() -> Path.of(System.getProperty(PROPERTY, ""))));
    }

    /** Returns the path of a file that a user named: from the working folder, or else from the root. */
    public Path file(String typed) {
        Path here = Path.of(typed).toAbsolutePath().normalize();
        return Files.exists(here) ? here : root.resolve(typed).normalize();
    }

    /** Returns how {@code path} is shown: relative to the root when it is in it, with / between folders. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
