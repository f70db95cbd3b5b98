// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The data of a site, which is text: one JSON object of texts by path, compressed, in Base64. */
final class PackedData {
    private static final List<String> FOLDERS = List.of("data", "history", "widgets");

    private final Path site;

    PackedData(Path site) {
        this.site = site;
    }

    void write(OutputStream out) throws IOException {
        try (OutputStream packed = new Quick(Base64.getEncoder().wrap(new Kept(out)));
                JsonGenerator json = new JsonFactory().createGenerator(packed)) {
            json.writeStartObject();
            for (Path file : files()) {
                json.writeStringField(site.relativize(file).toString().replace('\\', '/'), text(file));
            }
            json.writeEndObject();
        }
    }

    /** Paths to the checkout begin one folder nearer to it. */
    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\"" + ReportFolders.FROM_SITE, "\"" + ReportFolders.FROM_SINGLE_FILE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            FOLDERS.contains(site.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Pages of one kind are so much alike that to look longer would save a tenth, and take three times as long. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** A stream that stays open when what is written through it ends. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
