// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vfiooracle.advice.bugs.Encounter;
import org.vfiooracle.advice.bugs.Trouble;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;

/**
 * Known bugs that the calls of somebody's cases meet.
 *
 * @param troubles the bugs
 */
public record Warnings(List<Trouble> troubles) {
    /** No bug is met. */
    public static final Warnings NONE = new Warnings(List.of());

    private static final int LISTED = 3;

    public Warnings {
        troubles = List.copyOf(troubles);
    }

    /** The lines for people, a few for each bug, the first of them beginning with {@code warning:}. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Trouble trouble : troubles) {
            lines.add("warning: " + platforms(trouble) + trouble.what());
            lines.add("  " + trouble.bug().name() + ", " + releases(trouble));
            lines.add("  " + met(trouble));
            lines.add("  try: ./oracle explain " + subject(trouble));
        }
        return lines;
    }

    /** The same for programs, one object for each bug. */
    public List<Map<String, Object>> json() {
        return troubles.stream().map(Warnings::json).toList();
    }

    /** Returns {@code page} with these as a field of its JSON, if there are any. */
    public Page in(Page page) {
        return troubles.isEmpty() ? page : new Warned(page, this);
    }

    private record Warned(Page page, Warnings warnings) implements Page {
        @Override
        public List<String> text() {
            return page.text();
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(page.json());
            json.put("warnings", warnings.json());
            return json;
        }
    }

    private static Map<String, Object> json(Trouble trouble) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bug", trouble.bug().id());
        json.put("cve", trouble.bug().cves());
        json.put("what", trouble.what());
        json.put("releases", trouble.releases());
        json.put("kind", trouble.bug().kind());
        json.put("deviation", isDeviation(trouble) ? trouble.sign() : "");
        json.put(
                "platforms",
                trouble.platforms().stream().map(PlatformId::toString).toList());
        json.put("cases", trouble.cases());
        json.put("first", first(trouble.first()));
        return json;
    }

    private static Map<String, Object> first(Encounter first) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", first.id().toString());
        json.put("platform", first.platform().toString());
        json.put("step", first.step());
        json.put("operation", first.operation());
        json.put("answered", first.answered());
        return json;
    }

    /** A program has its bug on any platform. */
    private static String platforms(Trouble trouble) {
        if (ProgramDeviations.find(trouble.sign()).isPresent()) {
            return "";
        }
        String named = trouble.platforms().stream()
                .limit(LISTED)
                .map(PlatformId::toString)
                .collect(Collectors.joining(", "));
        int more = trouble.platforms().size() - LISTED;
        return (more > 0 ? named + " and " + more + " more" : named) + ": ";
    }

    private static String releases(Trouble trouble) {
        boolean latent = trouble.bug().kind().equals("latent");
        return "releases: " + trouble.releases() + (latent ? "; no fix is known" : "");
    }

    private static String met(Trouble trouble) {
        Encounter first = trouble.first();
        String call = "@" + first.id() + " call " + first.step() + ", " + first.operation();
        String ends = first.answered() ? "" : ", so this call has no answer";
        return (trouble.cases() == 1 ? "met by " : "met by " + trouble.cases() + " cases, first by ") + call + ends;
    }

    private static String subject(Trouble trouble) {
        return isDeviation(trouble) ? trouble.sign() : trouble.bug().name().replace("bug ", "bug");
    }

    private static boolean isDeviation(Trouble trouble) {
        return Deviations.find(trouble.sign()).isPresent()
                || ProgramDeviations.find(trouble.sign()).isPresent();
    }
}
