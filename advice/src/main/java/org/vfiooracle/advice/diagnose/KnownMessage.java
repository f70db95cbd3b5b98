// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;

/**
 * A message of a program or of the kernel, and what to do about it.
 *
 * @param id its name
 * @param program who prints it
 * @param says how it is recognised, at least one pattern
 * @param where the file and function that print it
 * @param versions which versions do so; may be empty
 * @param calls the VFIO calls that it can be about
 * @param error what it always means, where it does not say
 * @param means what has happened
 * @param look what to do on the machine, most likely first
 * @param rules the rules that it is about, where call and error do not tell
 * @param bugs the known bugs that it can come from
 * @param fixed which release mended it; may be empty
 */
public record KnownMessage(
        String id,
        String program,
        List<MessagePattern> says,
        String where,
        String versions,
        List<String> calls,
        Optional<SystemError> error,
        String means,
        List<String> look,
        List<String> rules,
        List<String> bugs,
        String fixed) {
    public KnownMessage {
        says = List.copyOf(says);
        calls = List.copyOf(calls);
        look = List.copyOf(look);
        rules = List.copyOf(rules);
        bugs = List.copyOf(bugs);
    }

    static KnownMessage decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        List<MessagePattern> says = new ArrayList<>();
        says.add(fields.parsed("says", "a pattern", MessagePattern::parse));
        for (String also : texts(fields, "also")) {
            says.add(pattern(also, fields.path("also")));
        }
        KnownMessage message = new KnownMessage(
                fields.text("id"),
                fields.text("program"),
                says,
                fields.text("where"),
                fields.optionalText("versions").orElse(""),
                texts(fields, "calls"),
                fields.optionalText("errno").map(name -> error(name, fields.path("errno"))),
                fields.text("means"),
                fields.texts("look"),
                texts(fields, "rules"),
                texts(fields, "bugs"),
                fields.optionalText("fixed").orElse(""));
        fields.end();
        return message;
    }

    private static List<String> texts(Fields fields, String key) {
        return fields.has(key) ? fields.texts(key) : List.of();
    }

    private static MessagePattern pattern(String text, String path) {
        try {
            return MessagePattern.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CodecProblem(path, "a pattern", String.valueOf(e.getMessage()));
        }
    }

    private static SystemError error(String name, String path) {
        return SystemError.read(name).orElseThrow(() -> new CodecProblem(path, "the name of an error", name));
    }

    /** The best match of its patterns in a line. */
    Optional<Match> find(String line) {
        Optional<Match> best = Optional.empty();
        for (MessagePattern pattern : says) {
            Optional<Match> found = pattern.find(line)
                    .map(match -> new Match(
                            this, match.error().or(() -> error), pattern.weight(), match.start(), match.end()));
            if (found.isPresent()
                    && best.filter(b -> b.weight() >= found.get().weight()).isEmpty()) {
                best = found;
            }
        }
        return best;
    }

    /** A message that was recognised, and where in the line it stands. */
    record Match(KnownMessage message, Optional<SystemError> error, int weight, int start, int end) {
        boolean overlaps(Match other) {
            return start < other.end && other.start < end;
        }
    }
}
