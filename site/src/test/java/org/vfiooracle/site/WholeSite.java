// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.site.runs.KeptRun;
import org.vfiooracle.steps.Recording;
import org.vfiooracle.steps.RecordingRequest;
import org.vfiooracle.steps.RecordingResult;

/**
 * The site of this checkout, with two runs of an implementation, made once for all tests.
 *
 * @param folder where it is
 * @param written what was written
 * @param pages the text of each page, by its path
 */
record WholeSite(Path folder, Site.Written written, Map<String, String> pages) {
    static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    private static final PlatformId PLATFORM = PlatformId.parse("phb4-linux-6.12-4k");
    private static final String START = """
            {"type":"start","protocol":1,"name":"mock","version":"%s","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer"],"batch":1}
            """;

    private static final class Made {
        static final WholeSite SITE = make();
    }

    static WholeSite get() {
        return Made.SITE;
    }

    private static WholeSite make() {
        try {
            Path folder = Path.of(System.getProperty("vfiooracle.built"), "site-of-tests");
            delete(folder);
            Files.createDirectories(folder.resolve("site"));
            RecordingResult result = Recording.run(RecordingRequest.of(ROOT));
            List<Fixture> fixtures = result.fixtures().stream()
                    .filter(fixture -> fixture.platform().equals(PLATFORM)
                            && fixture.performed().topology().equals("six-groups"))
                    .toList();
            List<KeptRun> runs = List.of(
                    run(folder.resolve("mock-2.jsonl"), "2", fixtures, ""),
                    run(folder.resolve("mock-1.jsonl"), "1", fixtures, "ATTACH-"));
            Site.Written written =
                    Site.write(new SiteSource(ROOT, "under test", "0.0.0", result, runs), folder.resolve("site"));
            return new WholeSite(folder.resolve("site"), written, read(folder.resolve("site")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run in which every answer to some cases is wrong. */
    private static KeptRun run(Path file, String version, List<Fixture> fixtures, String wrong) throws IOException {
        List<String> lines = new ArrayList<>(List.of(START.formatted(version).strip()));
        for (Fixture fixture : fixtures) {
            String line = Messages.answer(fixture);
            boolean altered =
                    !wrong.isEmpty() && fixture.performed().id().toString().startsWith(wrong);
            lines.add(altered ? line.replace("\"answer\":0", "\"answer\":\"EXDEV\"") : line);
        }
        Files.write(file, lines);
        return KeptRun.read(ROOT, file);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".html")) {
                pages.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return pages;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted((one, other) -> other.compareTo(one)).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }
}
