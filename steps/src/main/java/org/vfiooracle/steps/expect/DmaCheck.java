// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.List;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/** What memory the last DMA reached on each platform. */
public final class DmaCheck {
    private static final String MEMORY = "memory";
    private static final String NOTHING = "nothing";
    private static final int BUFFER_SHIFT = 40;

    private DmaCheck() {}

    /** Checks where the last DMA wrote to or read from. */
    public static void reaches(Scene scene, List<List<String>> cells) {
        PlatformRows rows = PlatformRows.of(Grid.of(scene, cells, List.of(MEMORY), List.of(TableWords.PLATFORMS)));
        Findings findings = new Findings(scene);
        for (Track track : scene.running()) {
            Grid.Row row = rows.one(track.platform());
            findings.compare(row.number(), track, "the DMA reaches", row.text(MEMORY), reached(scene, track));
        }
        findings.tell();
        rows.end();
    }

    private static String reached(Scene scene, Track track) {
        Outcome outcome = track.last()
                .map(last -> last.outcome())
                .orElseThrow(() -> scene.misuse(0, "there was no DMA", "let a device write or read first"));
        Long place = outcome.out().getOrDefault(OutField.LANDED, outcome.out().get(OutField.FETCHED));
        if (place == null) {
            return outcome.answer().equals(Answer.OK)
                    ? NOTHING
                    : outcome.answer().toString();
        }
        String buffer = scene.script().buffers().get((int) (place >> BUFFER_SHIFT));
        return buffer + "+" + Hex.of(place & ((1L << BUFFER_SHIFT) - 1));
    }
}
