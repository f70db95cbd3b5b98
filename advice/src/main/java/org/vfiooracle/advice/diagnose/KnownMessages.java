// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;

/**
 * The messages that can be recognised.
 *
 * @param all in the order of the file
 */
public record KnownMessages(List<KnownMessage> all) {
    /** The list below the root of a checkout. */
    public static final String FILE = "docs/data/messages.yaml";

    /** No message is known. */
    public static final KnownMessages NONE = new KnownMessages(List.of());

    public KnownMessages {
        all = List.copyOf(all);
    }

    /**
     * Reads the list of a checkout.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is missing or wrong
     */
    public static KnownMessages read(Path root) {
        return parse(StrictYaml.text(root.resolve(FILE), FILE), FILE);
    }

    static KnownMessages parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            if (fields.number("format") != 1) {
                throw new CodecProblem("format", "1", "another number");
            }
            List<KnownMessage> messages = fields.list("messages", KnownMessage::decode);
            fields.end();
            Set<String> ids = new HashSet<>();
            for (KnownMessage message : messages) {
                if (!ids.add(message.id())) {
                    throw new CodecProblem("messages", "each id once", message.id());
                }
            }
            return new KnownMessages(messages);
        });
    }

    /** The messages of a line in their order: a program may put the message of another part behind its own. Where two overlap, the one that says more counts. */
    List<KnownMessage.Match> find(String line) {
        List<KnownMessage.Match> candidates = all.stream()
                .flatMap(message -> message.find(line).stream())
                .sorted(Comparator.comparingInt(match -> -match.weight()))
                .toList();
        List<KnownMessage.Match> found = new ArrayList<>();
        for (KnownMessage.Match candidate : candidates) {
            if (found.stream().noneMatch(candidate::overlaps)) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingInt(KnownMessage.Match::start));
        return found;
    }
}
