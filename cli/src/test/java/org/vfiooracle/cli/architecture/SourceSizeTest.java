package org.vfiooracle.cli.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class fits in a head: no source file above 400 lines, and half of them under 60. */
final class SourceSizeTest {

    private static final int LONGEST = 400;

    private static final int MEDIAN = 60;

    private static final long LONGEST_MODULE = 7_000;

    private final Map<Path, Long> lines = linesOfMainSources();

    @Test
    void the_sizes_of_many_files_are_known() {
        assertThat(lines).hasSizeGreaterThan(5);
    }

    @Test
    void no_file_is_too_long() {
        assertThat(lines).allSatisfy((file, count) -> assertThat(count)
                .as("%s: is there a second idea inside?", file)
                .isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void most_files_are_short() {
        long median = lines.values().stream()
                .sorted()
                .skip(lines.size() / 2)
                .findFirst()
                .orElseThrow();

        assertThat(median).as("median length in lines").isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void no_module_is_too_long() {
        Map<Path, Long> modules = new TreeMap<>();
        lines.forEach(
                (file, count) -> modules.merge(file.subpath(0, file.startsWith("model") ? 2 : 1), count, Long::sum));

        assertThat(modules).hasSizeGreaterThan(5);
        assertThat(modules).allSatisfy((module, count) -> assertThat(count)
                .as("%s: is there a second room inside?", module)
                .isLessThanOrEqualTo(LONGEST_MODULE));
    }

    private static Map<Path, Long> linesOfMainSources() {
        Path root = Path.of(System.getProperty("vfiooracle.root"));
        return Stream.concat(foldersIn(root), foldersIn(root.resolve("model")))
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(SourceSizeTest::javaFilesBelow)
                .collect(toMap(root::relativize, SourceSizeTest::countLines, Long::sum, TreeMap::new));
    }

    private static Stream<Path> foldersIn(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFilesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long countLines(Path file) {
        try (Stream<String> content = Files.lines(file)) {
            return content.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
