// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A folder that is made file by file beside its place and appears there at once, whole and with its checksums. Closing it
 * before it is complete takes everything away again.
 */
final class BundleFolder implements AutoCloseable {
    static final String SUMS = "SHA256SUMS";

    /** One of these is in everything that is made here. */
    static final List<String> MARKS = List.of("corpus/index.yaml", "vfio_oracle_cases.h");

    /** What every file says of its age, so that an archive of the folder is the same as well; the oldest that zip can hold. */
    private static final FileTime AGE = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final FolderSwap place;
    private final SortedMap<String, String> sums = new TreeMap<>();
    private final Set<Path> programs = new HashSet<>();
    private long bytes;

    private BundleFolder(FolderSwap place) {
        this.place = place;
    }

    static BundleFolder drafted(Path target) throws IOException {
        FolderSwap place = FolderSwap.of(target);
        place.prepare();
        return new BundleFolder(place);
    }

    /** Writes a file and returns its checksum. */
    String add(String path, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String sum = HexFormat.of().formatHex(sha256().digest(content));
        if (sums.put(path, sum) != null) {
            throw new IllegalArgumentException("a bundle has one " + path);
        }
        write(path, content);
        return sum;
    }

    /** Writes a file that is taken along as it is. */
    void add(String path, Paper paper) {
        add(path, paper.text());
        if (paper.program()) {
            programs.add(place.draft().resolve(path));
        }
    }

    /** Adds the checksums and puts the folder in its place. */
    FolderContents complete() throws IOException {
        String list = sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
        write(SUMS, list.getBytes(StandardCharsets.UTF_8));
        for (Path each : FolderSwap.inside(place.draft())) {
            plain(each);
        }
        place.take();
        return new FolderContents(sums.size() + 1, bytes);
    }

    @Override
    public void close() throws IOException {
        FolderSwap.delete(place.draft());
    }

    private void write(String path, byte[] content) {
        try {
            Path file = place.draft().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            bytes += content.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither who made it nor when shows in a file. */
    private void plain(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            String access = Files.isDirectory(path) || programs.contains(path) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(access));
        }
        Files.setLastModifiedTime(path, AGE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
