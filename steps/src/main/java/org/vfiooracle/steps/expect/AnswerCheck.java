// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.ScenarioFailed;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.scene.NotApplicable;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/** What the last call answers. */
public final class AnswerCheck {

    private final Scene scene;
    private final Findings findings;

    private AnswerCheck(Scene scene) {
        this.scene = scene;
        this.findings = new Findings(scene);
    }

    /** Checks a table with the columns platforms, answer and perhaps rule. */
    public static void table(Scene scene, List<List<String>> cells) {
        List<Failure> wrong = AnswerCells.wrong(scene, cells);
        if (!wrong.isEmpty()) {
            throw new ScenarioFailed(wrong);
        }
        Grid grid = Grid.of(scene, cells, List.of(TableWords.PLATFORMS, TableWords.ANSWER), List.of(TableWords.RULE));
        PlatformRows rows = PlatformRows.of(grid);
        AnswerCheck check = new AnswerCheck(scene);
        for (Track track : scene.tracks()) {
            if (scene.verdicts().settled(track.platform())) {
                rows.any(track.platform()).stream()
                        .filter(AnswerCheck::saysNotApplicable)
                        .forEach(rows::heed);
            } else if (check.explained(track) && !rows.speakOf(track.platform(), AnswerCheck::saysNotApplicable)) {
                check.rely(track);
            } else {
                check.row(rows.one(track.platform()), track);
            }
        }
        check.findings.tell();
        rows.end();
    }

    /** Checks that every platform that runs the scenario answers {@code expected}. */
    public static void everywhere(Scene scene, String expected) {
        everywhere(scene, expected, "");
    }

    /** Checks that every platform that runs the scenario answers {@code expected}, and because of a rule where that is not empty. */
    public static void everywhere(Scene scene, String expected, String rule) {
        AnswerCheck check = new AnswerCheck(scene);
        scene.tracks().stream()
                .filter(track -> check.explained(track) && !scene.verdicts().settled(track.platform()))
                .forEach(check::rely);
        if (!scene.tracks().stream().allMatch(t -> t.runs() || scene.verdicts().settled(t.platform()))) {
            throw scene.misuse(
                    0,
                    "\"it answers " + expected + "\" speaks of platforms that run the scenario, and no table says yet"
                            + " that others cannot: "
                            + EndCheck.unsettled(scene),
                    "write the scenario in which that rule is the answer, or give \"it answers\" a table with n/a rows");
        }
        Answer answer = check.answer(0, expected);
        scene.running().forEach(track -> check.compare(0, track, answer, rule));
        check.findings.tell();
    }

    private void row(Grid.Row row, Track track) {
        String expected = row.text(TableWords.ANSWER);
        if (saysNotApplicable(row)) {
            notApplicable(row, track);
        } else if (track.stopped().isPresent()) {
            findings.add(row.number(), track, cannotRun(track, expected));
        } else {
            compare(row.number(), track, answer(row.number(), expected), row.text(TableWords.RULE));
        }
    }

    private List<String> cannotRun(Track track, String expected) {
        NotApplicable why = track.stopped().orElseThrow();
        String found = "expected " + expected + ", but it cannot run: " + why;
        return explained(track)
                ? List.of(found)
                : List.of(
                        found,
                        "no scenario has " + why.reason() + " as its answer on this platform, so a row has to say n/a");
    }

    private void rely(Track track) {
        track.stopped().ifPresent(why -> scene.rely(track.platform(), why));
    }

    private boolean explained(Track track) {
        return track.stopped()
                .filter(why -> scene.explained(track.platform(), why))
                .isPresent();
    }

    private static boolean saysNotApplicable(Grid.Row row) {
        return row.text(TableWords.ANSWER).equals(TableWords.NOT_APPLICABLE);
    }

    private void notApplicable(Grid.Row row, Track track) {
        if (track.stopped().isEmpty()) {
            Transition last = last(track);
            findings.add(
                    row.number(),
                    track,
                    List.of(
                            call(track) + ": expected n/a, but it runs, and got "
                                    + last.outcome().answer(),
                            because(last)));
            return;
        }
        scene.verdicts().settle(track.platform());
        NotApplicable stopped = track.stopped().get();
        List<String> reasons = List.of(row.text(TableWords.RULE).split(", *", -1));
        if (!row.text(TableWords.RULE).isEmpty() && !reasons.contains(stopped.reason())) {
            findings.add(
                    row.number(),
                    track,
                    List.of("expected n/a because of " + row.text(TableWords.RULE) + ", but it is because " + stopped));
        }
    }

    private void compare(int row, Track track, Answer expected, String rule) {
        Transition last = last(track);
        Answer got = last.outcome().answer();
        if (!got.equals(expected)) {
            findings.add(row, track, reasoned(call(track) + ": expected " + expected + ", got " + got, track));
        } else if (!rule.isEmpty() && !rule.equals(last.rule().id())) {
            List<String> message =
                    reasoned(call(track) + ": answers " + got + " as expected, but not because of " + rule, track);
            AnswerCells.unknownRule(rule).ifPresent(message::add);
            findings.add(row, track, message);
        } else if (!rule.isEmpty()) {
            scene.testbed().refusals().asserted(rule, track.platform());
        }
    }

    private List<String> reasoned(String message, Track track) {
        List<String> lines = new ArrayList<>(List.of(message, because(last(track))));
        track.departure()
                .ifPresent(d -> lines.add("deviation " + d.deviation() + " (intended: "
                        + d.intended().answer() + ", rule " + d.rule().id() + ")"));
        return lines;
    }

    private static String because(Transition last) {
        Rule rule = last.rule();
        return "rule " + rule.id() + " (" + rule.evidence().name().toLowerCase(Locale.ROOT) + ": "
                + rule.source().text() + ")";
    }

    private Answer answer(int row, String text) {
        try {
            return Answer.parse(text);
        } catch (IllegalArgumentException e) {
            throw scene.misuse(row, String.valueOf(e.getMessage()), "n/a stands for a platform that cannot run it");
        }
    }

    private Transition last(Track track) {
        return track.last().orElseThrow(() -> scene.misuse(0, "no call was made that could answer", ""));
    }

    private static String call(Track track) {
        return track.lastOperation().map(OperationText::of).orElse("");
    }
}
