// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.scene.Scene;

/** The cells of a table of answers by themselves: whether each names an answer and a rule that there is. */
public final class AnswerCells {
    private AnswerCells() {}

    /** Returns what is wrong with a table of the current step; nothing for one that is no table of answers. */
    public static List<Failure> wrong(Scene scene, List<List<String>> cells) {
        List<Failure> wrong = new ArrayList<>();
        if (cells.isEmpty() || !cells.get(0).contains(TableWords.ANSWER)) {
            return wrong;
        }
        for (int row = 1; row < cells.size(); row++) {
            String answer = cell(cells, row, TableWords.ANSWER);
            if (!answer.equals(TableWords.NOT_APPLICABLE)) {
                answer(scene, row, answer).ifPresent(wrong::add);
            }
        }
        return wrong;
    }

    private static String cell(List<List<String>> cells, int row, String column) {
        String text = cells.get(row).get(cells.get(0).indexOf(column));
        return text == null ? "" : text;
    }

    private static Optional<Failure> answer(Scene scene, int row, String text) {
        try {
            Answer.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String near = Nearest.hint(
                    text, Stream.of(Errno.values()).map(Errno::name).toList());
            return Optional.of(Failure.at(
                    scene.place(row),
                    Optional.of(scene.origin().id().toString()),
                    String.valueOf(e.getMessage()),
                    near.isEmpty() ? "use n/a for a platform that cannot run the scenario" : near));
        }
    }

    /** Returns what may have been meant by a name that no rule has; nothing for the name of a rule. */
    static Optional<String> unknownRule(String name) {
        return Rules.find(name).isPresent()
                ? Optional.empty()
                : Optional.of("no rule has this name; "
                        + Nearest.hint(
                                name,
                                Rules.all().stream().map(rule -> rule.id()).toList()));
    }
}
