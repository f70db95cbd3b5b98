// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The folder of a site while it is being written. */
public final class SiteFolder {
    private final Path folder;
    private final Templates templates = new Templates();
    private final Set<String> written = new HashSet<>();
    private final Map<String, String> pictures = new HashMap<>();
    private long bytes;

    /** Begins to write into a folder, which is there and empty. */
    public SiteFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a page.
     *
     * @param template its template
     * @param page what the template shows
     */
    public void page(Frame frame, String template, Object page) {
        file(frame.path(), templates.page(template, frame, page));
    }

    /** Writes a picture unless the same one is there, and returns its file. */
    public String picture(String svg) {
        return pictures.computeIfAbsent(svg, text -> {
            String file = "pictures/" + (pictures.size() + 1) + ".svg";
            file(file, text);
            return file;
        });
    }

    /** Writes a file that comes with the program. */
    public void carried(String name) {
        try (InputStream in = SiteFolder.class.getResourceAsStream("/org/vfiooracle/site/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside the classes of the site");
            }
            file(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file.
     *
     * @throws IllegalStateException when it was written before
     */
    public void file(String path, String text) {
        if (!written.add(path)) {
            throw new IllegalStateException("two pages of the site are " + path);
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        bytes += content.length;
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files were written. */
    public int files() {
        return written.size();
    }

    /** How many bytes were written. */
    public long bytes() {
        return bytes;
    }
}
