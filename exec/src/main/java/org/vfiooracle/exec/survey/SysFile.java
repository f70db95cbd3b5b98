// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of sysfs, or of a copy of it. */
final class SysFile {
    /** No file that is read here is longer: a page in sysfs, and a little more in a copy. */
    private static final int MOST = 1 << 16;

    private static final Pattern NUMBER = Pattern.compile("(?:0x)?([0-9a-f]{1,15})");

    private static final int BASE = 16;

    private SysFile() {}

    /** Returns the text of a file; empty where there is none that can be read. A copy that tar has made ends in zeros. */
    static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
            return Optional.of(text.replaceFirst("\0+$", "").strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the number in a file that must be there.
     *
     * @param most the largest that it can be
     * @throws NotSurveyed when there is none
     */
    static long hex(Path file, long most) {
        String text = text(file).orElseThrow(() -> problem(file, "no such file"));
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || Long.parseUnsignedLong(number.group(1), BASE) > most) {
            throw problem(file, text);
        }
        return Long.parseUnsignedLong(number.group(1), BASE);
    }

    /** The names in a folder, in order; none where there is no folder. */
    static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static NotSurveyed problem(Path file, String found) {
        return new NotSurveyed(
                file.toString(),
                "a number such as 0x8086",
                found,
                "the files of sysfs are copied by cp -r, each device with all that is in its folder");
    }
}
