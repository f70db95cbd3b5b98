// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.PlainLine;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.MessageReader;

/** What an adapter has printed, kept in a file: its start message, then one line for each case, in any order. */
final class LineAnswers implements Answers {
    private final Announcement announcement;
    private final Map<FixtureName, Observation> observations;

    private LineAnswers(Announcement announcement, Map<FixtureName, Observation> observations) {
        this.announcement = announcement;
        this.observations = observations;
    }

    /**
     * Reads a file.
     *
     * @throws YamlProblem when a line is no message, with its number, or two are about one case
     */
    static LineAnswers at(Path file) {
        String label = file.toString();
        List<String> lines = StrictYaml.text(file, label).lines().toList();
        if (lines.isEmpty()) {
            throw new YamlProblem(label, 0, 0, "the messages of an adapter", "an empty file", "");
        }
        Announcement announcement = start(lines.get(0), label);
        MessageReader reader = new MessageReader(announcement.observes());
        Map<FixtureName, Observation> observations = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            Observation observation = closing(reader, lines.get(i), label, i + 1);
            FixtureName name = new FixtureName(announcement.platform(), observation.id());
            if (observations.put(name, observation) != null) {
                throw new YamlProblem(label, i + 1, 1, "one line for each case", "a second one for " + name.id(), "");
            }
        }
        if (observations.isEmpty()) {
            throw new YamlProblem(label, 0, 0, "at least one answer", "none", "");
        }
        return new LineAnswers(announcement, observations);
    }

    private static Announcement start(String line, String label) {
        try {
            return MessageReader.start(line);
        } catch (Garbage garbage) {
            throw problem(garbage, label, 1, "the start message of an adapter");
        }
    }

    private static YamlProblem problem(Garbage garbage, String label, int number, String wanted) {
        if (garbage.getCause() instanceof CodecProblem wrong) {
            String where = wrong.path().isEmpty() ? "" : " at " + PlainLine.of(wrong.path());
            String found = PlainLine.shown(wrong.found()) + ", in " + wanted;
            return new YamlProblem(label, number, 1, wrong.expected() + where, found, PlainLine.of(wrong.hint()));
        }
        return new YamlProblem(label, number, 1, wanted, "no JSON object, " + garbage.line(), "");
    }

    private static Observation closing(MessageReader reader, String line, String label, int number) {
        try {
            return reader.closing(line);
        } catch (Garbage garbage) {
            throw problem(garbage, label, number, "an answer");
        }
    }

    @Override
    public SortedSet<FixtureName> names() {
        return new TreeSet<>(observations.keySet());
    }

    @Override
    public boolean ofOnePlatform() {
        return true;
    }

    @Override
    public Observes observes() {
        return announcement.observes();
    }

    @Override
    public boolean sameText(FixtureName name, String text, String twin) {
        return false;
    }

    @Override
    public boolean sameFile(Collection<FixtureName> names, String text) {
        return false;
    }

    @Override
    public Observation to(FixtureName name, Fixture expected) {
        return Objects.requireNonNull(observations.get(name));
    }
}
