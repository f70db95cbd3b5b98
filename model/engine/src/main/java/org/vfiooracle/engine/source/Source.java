// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

/**
 * Where a rule can be read: functions of Linux, each under the name that a release has for it, or what is written elsewhere.
 *
 * @param functions the functions of Linux, oldest first; none when no file of Linux says it
 * @param releases the releases that the rule is of
 * @param elsewhere a manual page, a program, a machine that it was seen on; may be empty
 */
public record Source(List<KernelFunction> functions, Releases releases, String elsewhere) {
    public Source {
        functions = List.copyOf(functions);
    }

    /** Returns a source that is no file of Linux, and holds for every release. */
    public static Source elsewhere(String text) {
        return new Source(List.of(), Releases.ALL, text);
    }

    /** Returns this, and a function that says it as long as there was the file. */
    public Source then(LinuxFile file, String function) {
        return then(file, function, Releases.ALL);
    }

    /** Returns this, and a function that says it in some releases. */
    public Source then(LinuxFile file, String function, Releases having) {
        List<KernelFunction> more = new ArrayList<>(functions);
        more.add(new KernelFunction(file, function, file.releases().and(having)));
        return new Source(more, releases, elsewhere);
    }

    /** Returns this and what {@code others} say. */
    public Source and(Source others) {
        List<KernelFunction> more = new ArrayList<>(functions);
        more.addAll(others.functions);
        return new Source(more, releases, elsewhere);
    }

    /** Returns this, for a rule that only {@code some} releases have. */
    public Source of(Releases some) {
        return new Source(functions, some, elsewhere);
    }

    /** Returns this, seen on machines, too. */
    public Source seen(String where) {
        return new Source(functions, releases, "seen on " + where);
    }

    /** Returns the functions that one release has. */
    public List<KernelFunction> at(Release release) {
        return functions.stream()
                .filter(function -> function.releases().contains(release))
                .toList();
    }

    /** Returns what one release calls it, or all of it where that release has no such function. */
    public String on(Release release) {
        List<String> texts = new ArrayList<>(
                at(release).stream().map(KernelFunction::place).distinct().toList());
        if (texts.isEmpty()) {
            return text();
        }
        if (!elsewhere.isEmpty()) {
            texts.add(elsewhere);
        }
        return String.join("; ", texts);
    }

    /** Returns what all of some releases call it, or all of it where they do not agree. */
    public String on(Collection<Release> some) {
        List<String> texts = some.stream().map(this::on).distinct().toList();
        return texts.size() == 1 ? texts.get(0) : text();
    }

    /** Returns all of it: each function with the releases of the rule that have it under that name. */
    public String text() {
        List<String> texts = new ArrayList<>();
        for (KernelFunction function : functions) {
            Releases both = function.releases().and(releases);
            if (both.some()) {
                texts.add(new KernelFunction(function.file(), function.name(), both).toString());
            }
        }
        if (!elsewhere.isEmpty()) {
            texts.add(elsewhere);
        }
        return String.join("; ", texts);
    }
}
