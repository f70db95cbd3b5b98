// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.engine.platform.Release;

/**
 * A platform in the words of a user: hardware, a release of Linux, a page size, each of which may be missing.
 *
 * @param generations the hardware that is meant; several where only the processor is known
 * @param release the release, without its point where a distribution hides it
 * @param page the page size
 * @param hardware whether hardware was named
 * @param distribution whether it is a kernel of a distribution that does not name its point release
 */
record SpokenPlatform(
        List<GenerationFacts> generations,
        Optional<Release> release,
        Optional<String> page,
        boolean hardware,
        boolean distribution) {
    /** A release of Linux within other words. */
    static final Pattern RELEASE = Pattern.compile("(?<![\\w.])[0-9]{1,2}\\.[0-9]{1,2}(\\.[0-9]{1,3})?(?![0-9])");

    private static final Set<String> X86 = Set.of("x8664", "amd64");
    private static final Set<String> POWER = Set.of("ppc64le", "powerpc64le", "ppc64", "powerpc64");
    private static final Set<String> FILLERS = Set.of("linux", "on", "with", "kernel", "host", "pages");

    /** The kernels of Red Hat for POWER, all with the same page size. */
    private static final Pattern RED_HAT = Pattern.compile("el[789]");

    /** Reads what was typed; empty when some word of it means nothing here. */
    static Optional<SpokenPlatform> parse(String typed, List<GenerationFacts> all) {
        String text = typed.toLowerCase(Locale.ROOT).replace("x86_64", "x8664");
        Matcher release = RELEASE.matcher(text);
        boolean released = release.find();
        String rest = released ? text.substring(0, release.start()) + " " + text.substring(release.end()) : text;
        List<GenerationFacts> named = new ArrayList<>();
        Optional<String> page = Optional.empty();
        Optional<String> processor = Optional.empty();
        List<String> others = new ArrayList<>();
        for (String word : Arrays.stream(rest.split("[^a-z0-9]+"))
                .filter(one -> !one.isEmpty())
                .toList()) {
            List<GenerationFacts> called = all.stream()
                    .filter(one -> HardwareNames.isCalled(one, word))
                    .toList();
            if (word.matches("(4|64)k(i?b)?")) {
                page = Optional.of(word.replaceAll("i?b", ""));
            } else if (X86.contains(word) || POWER.contains(word)) {
                processor = Optional.of(word);
            } else if (!called.isEmpty()) {
                named.addAll(called);
            } else if (!FILLERS.contains(word)) {
                others.add(word);
            }
        }
        boolean uname = released && (processor.isPresent() || others.contains("generic"));
        if (!others.isEmpty() && !uname || named.stream().distinct().count() > 1) {
            return Optional.empty();
        }
        List<GenerationFacts> meant = named.isEmpty() ? of(processor, released, all) : named.subList(0, 1);
        Optional<Release> found = released ? Optional.of(Release.parse(release.group())) : Optional.empty();
        boolean hidden = uname
                && found.filter(one -> one.point() == 0).isPresent()
                && others.stream().anyMatch(SpokenPlatform::isNumber);
        boolean redHat = hidden
                && processor.filter(POWER::contains).isPresent()
                && others.stream().anyMatch(word -> RED_HAT.matcher(word).matches());
        return Optional.of(new SpokenPlatform(
                meant,
                hidden ? found.map(Release::series) : found,
                redHat ? Optional.of("64k") : page,
                !named.isEmpty(),
                hidden));
    }

    private static boolean isNumber(String word) {
        return word.matches("[0-9]+");
    }

    /** The generations with a processor; all when only a release was named, and none when nothing was. */
    private static List<GenerationFacts> of(Optional<String> processor, boolean released, List<GenerationFacts> all) {
        if (processor.isEmpty()) {
            return released ? all : List.of();
        }
        boolean littleEndian = processor.get().endsWith("le");
        return all.stream()
                .filter(one -> X86.contains(processor.get()) == HardwareNames.isCalled(one, "amd64"))
                .filter(one -> !littleEndian || !one.bigEndian())
                .toList();
    }
}
