// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.platforms.ReleaseRange;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Releases;

/**
 * Why a call is refused on a real machine for a reason that no case can express: somebody else uses the group, the
 * firmware refuses, a node is missing.
 *
 * @param call name of the call
 * @param answer what it answers
 * @param releases the kernels that do so
 * @param generations the hardware, all of it when empty
 * @param sentence the reason
 * @param source where it can be read
 * @param look where to see it on the machine
 */
public record BeyondCases(
        String call,
        Answer answer,
        Releases releases,
        List<String> generations,
        String sentence,
        String source,
        String look) {
    private static final String FILE = "/explain/beyond-cases.yaml";
    private static final List<BeyondCases> ALL = read();

    public BeyondCases {
        generations = List.copyOf(generations);
    }

    /** Returns the reasons why {@code call} can answer {@code answer}, or anything when that is empty, on a platform. */
    public static List<BeyondCases> of(String call, Optional<Answer> answer, PlatformId platform) {
        return ALL.stream()
                .filter(reason -> reason.call.equals(call)
                        && answer.map(reason.answer::equals).orElse(true)
                        && reason.releases.contains(platform.release())
                        && (reason.generations.isEmpty() || reason.generations.contains(platform.generation())))
                .toList();
    }

    private static List<BeyondCases> read() {
        try (InputStream stream = BeyondCases.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(stream, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return StrictYaml.decode(text, "classpath:" + FILE, (tree, path) -> {
                Fields fields = Fields.of(tree, path);
                List<BeyondCases> all = fields.list("reasons", BeyondCases::decode);
                fields.end();
                return all;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static BeyondCases decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        BeyondCases reason = new BeyondCases(
                fields.text("call"),
                fields.parsed("answer", "an errno", Answer::parse),
                fields.parsed("releases", "releases such as '4.18..'", ReleaseRange::parse),
                fields.texts("generations"),
                fields.text("sentence"),
                fields.text("source"),
                fields.text("look"));
        fields.end();
        return reason;
    }
}
