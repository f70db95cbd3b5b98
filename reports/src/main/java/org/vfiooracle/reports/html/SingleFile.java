// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A site of Allure in one page, for which the pages of the site load nothing. Allure can make one, too, in a second run, and
 * ten times as large: each file of data by itself and in Base64. Here the data are packed together, and the page unpacks them.
 */
final class SingleFile {
    private static final Pattern ASSET = Pattern.compile("(href|src)=\"([^\"]+)\"");
    private static final String DATA = "<script id=\"report-data\" type=\"application/gzip\">";
    private static final String BODY = "<body>\n";

    private final Path site;
    private final String page;

    private SingleFile(Path site, String page) {
        this.site = site;
        this.page = page;
    }

    /** Prepares to pack the site in this folder. */
    static SingleFile of(Path site) throws IOException {
        return new SingleFile(site, Files.readString(site.resolve("index.html")));
    }

    /** Writes the page. */
    void write(Path file) throws IOException {
        String whole = ASSET.matcher(page).replaceAll(this::inlined);
        int at = whole.indexOf(BODY);
        if (at < 0) {
            throw ReportNotBuilt.strangePage(site.resolve("index.html"));
        }
        int end = at + BODY.length();
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, whole.substring(0, end) + DATA);
            new PackedData(site).write(out);
            write(out, "</script>\n<script>\n" + loader() + "</script>\n" + whole.substring(end));
        }
    }

    private String inlined(MatchResult asset) {
        String name = asset.group(2);
        return name.contains(":")
                ? asset.group()
                : asset.group(1) + "=\"data:" + type(name) + ";base64," + base64(name) + '"';
    }

    private String base64(String name) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(site.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "image/x-icon";
    }

    private static String loader() throws IOException {
        try (InputStream loader = SingleFile.class.getResourceAsStream("unpack.js")) {
            if (loader == null) {
                throw new IllegalStateException("unpack.js is not beside " + SingleFile.class);
            }
            return new String(loader.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
