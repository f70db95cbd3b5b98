// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.contract.yaml.YamlProblem;

/**
 * The sources below a folder of a checkout. What a build or an interpreter has left there is none: it is hidden, in
 * {@code __pycache__}, or no text.
 */
final class PaperFolder {
    private static final String CACHE = "__pycache__";

    private final Path folder;

    private PaperFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns a folder.
     *
     * @param what it is, for errors
     * @throws YamlProblem when it is missing
     */
    static PaperFolder at(Path root, String path, String what) {
        Path folder = root.resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new YamlProblem(path, 0, 0, what, "none", "");
        }
        return new PaperFolder(folder);
    }

    /** Returns all sources, by their path with / below the folder. */
    SortedMap<String, Paper> all() {
        return ending("");
    }

    /** Returns the sources whose name ends like that. */
    SortedMap<String, Paper> ending(String end) {
        SortedMap<String, Paper> papers = new TreeMap<>();
        try {
            for (Path file : files()) {
                byte[] content = Files.readAllBytes(file);
                if (file.toString().endsWith(end) && isText(content)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    papers.put(name, new Paper(new String(content, StandardCharsets.UTF_8), Files.isExecutable(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return papers;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(this::isKept).toList();
        }
    }

    private boolean isKept(Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().equals(CACHE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        for (byte each : content) {
            if (each == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
