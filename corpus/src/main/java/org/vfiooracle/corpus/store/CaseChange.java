// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.yaml.YamlProblem;

/**
 * How a committed case file differs from what the model says now.
 *
 * @param path relative to the root of the checkout
 * @param diff unified, without file names and line numbers: equal where the same thing changed
 * @param remark what is wrong with the file itself, with its place; empty when nothing is
 */
public record CaseChange(String path, List<String> diff, String remark) {
    private static final int CONTEXT = 3;
    private static final int FILE_NAMES = 2;
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),\\d+ .*");

    public CaseChange {
        diff = List.copyOf(diff);
    }

    static CaseChange of(String path, String committed, String recorded) {
        List<String> old = committed.lines().toList();
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff(
                path, path, old, DiffUtils.diff(old, recorded.lines().toList()), CONTEXT);
        List<String> hunks = unified.stream()
                .skip(FILE_NAMES)
                .map(line -> heading(line, old))
                .toList();
        return new CaseChange(
                path, hunks.isEmpty() ? List.of("(only line endings differ)") : hunks, remark(committed, path));
    }

    /** Says of a hunk whose answers it is in, instead of its line numbers. */
    private static String heading(String line, List<String> old) {
        Matcher hunk = HUNK.matcher(line);
        if (!hunk.matches()) {
            return line;
        }
        List<String> platforms = platforms(old, Integer.parseInt(hunk.group(1)) + CONTEXT - 1);
        String more = platforms.size() > 1 ? " and " + (platforms.size() - 1) + " more" : "";
        return platforms.isEmpty() ? "@@" : "@@ " + platforms.get(0) + more;
    }

    private static List<String> platforms(List<String> old, int at) {
        int answer = Math.min(at, old.size() - 1);
        while (answer >= 0 && !old.get(answer).equals("  - platforms:")) {
            answer--;
        }
        List<String> platforms = new ArrayList<>();
        for (int i = answer + 1; answer >= 0 && i < old.size() && old.get(i).startsWith("      - "); i++) {
            platforms.add(old.get(i).substring("      - ".length()));
        }
        return platforms;
    }

    private static String remark(String committed, String path) {
        try {
            CaseFile.read(committed, path);
            return "";
        } catch (YamlProblem e) {
            return String.valueOf(e.getMessage());
        }
    }
}
