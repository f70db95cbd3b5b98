// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;

/**
 * What the page of programs shows.
 *
 * @param generations the columns
 * @param rows programs that come to the same everywhere
 * @param programs each program by itself
 */
public record ProgramView(List<String> generations, List<Row> rows, List<Program> programs) {
    /**
     * Programs that come to the same everywhere.
     *
     * @param programs their names, and where they stand on the page
     * @param cells what they come to on each generation
     */
    public record Row(List<Link> programs, List<List<Outcome>> cells) {}

    /**
     * What becomes of a program on some releases.
     *
     * @param kernels the releases; empty where it is so on all
     * @param result what it said
     * @param groups how many groups each container has; empty where there is none
     * @param refusal the call that decided; empty where none was refused
     * @param rule the reason
     */
    public record Outcome(String kernels, Chip result, String groups, String refusal, Link rule) {}

    /**
     * A program.
     *
     * @param id its name and version
     * @param description what it is
     * @param bugs its bugs, each with what it does
     */
    public record Program(String id, String description, List<Bug> bugs) {}

    /**
     * A bug of a program.
     *
     * @param id of its deviation
     * @param text what it does
     */
    public record Bug(String id, String text) {}
}
