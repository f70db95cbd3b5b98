// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the library gets into a program. It is the dynamic linker that loads it: a program without one, with that of another C
 * library, or with privileges of its own runs as if nothing were there. Source: ld.so(8), elf(5).
 */
public enum Watchable {
    /** Nothing speaks against it. */
    YES("", ""),
    /** It has no dynamic linker. */
    STATIC(
            "is linked statically, so its calls cannot be watched",
            "link it dynamically (Go: CGO_ENABLED=1 with -linkmode=external; Rust: a -gnu target)"),
    /** Its dynamic linker is musl's, and the library is made for glibc. */
    MUSL("is linked with musl, and the library is made for glibc", "build it for glibc"),
    /** It gets the rights of its owner, and the dynamic linker ignores what is preloaded. */
    PRIVILEGED("is set-user-ID or set-group-ID, and the dynamic linker preloads nothing for it", "start a copy of it"),
    /** Its machine code is not that of the library. */
    OTHER_MACHINE("is built for another kind of machine than the library", "start one that is built for this machine");

    private static final int HEADER = 64;
    private static final int ENTRY = 56;
    private static final int MOST_ENTRIES = 64;
    private static final int INTERPRETER = 3;
    private static final int SET_ID = 06000;
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
    private static final byte CLASS_64 = 2;
    private static final byte LITTLE = 1;

    private final String what;
    private final String hint;

    Watchable(String what, String hint) {
        this.what = what;
        this.hint = hint;
    }

    /** What is the matter, as the end of a sentence that begins with the program. */
    public String what() {
        return what;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }

    /** Looks at a program as a shell finds it; one that cannot be found or read is told of when it is started. */
    public static Watchable of(String program) {
        Optional<Path> file = found(program);
        try {
            return file.isPresent() ? of(file.get()) : YES;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unreadable) {
            return YES;
        }
    }

    private static Optional<Path> found(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isRegularFile);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Watchable of(Path file) throws IOException {
        if (((int) Files.getAttribute(file, "unix:mode") & SET_ID) != 0) {
            return PRIVILEGED;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer header = read(channel, 0, HEADER);
            boolean elf = header.remaining() == HEADER && Arrays.equals(Arrays.copyOf(header.array(), 4), MAGIC);
            return elf ? ofElf(channel, header) : YES;
        }
    }

    private static Watchable ofElf(SeekableByteChannel channel, ByteBuffer header) throws IOException {
        ByteOrder order = header.get(5) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        header.order(order);
        if (header.get(4) != CLASS_64
                || order != ByteOrder.nativeOrder()
                || !isOfThisMachine(Short.toUnsignedInt(header.getShort(18)))) {
            return OTHER_MACHINE;
        }
        long start = header.getLong(32);
        int count = Math.min(MOST_ENTRIES, Short.toUnsignedInt(header.getShort(56)));
        ByteBuffer entries = read(channel, start, count * ENTRY).order(order);
        for (int at = 0; at + ENTRY <= entries.remaining(); at += ENTRY) {
            if (entries.getInt(at) == INTERPRETER) {
                int length = (int) Math.min(256, entries.getLong(at + 32));
                ByteBuffer name = read(channel, entries.getLong(at + 8), length);
                String linker = new String(name.array(), 0, name.remaining(), StandardCharsets.ISO_8859_1);
                return linker.contains("ld-musl") ? MUSL : YES;
            }
        }
        return STATIC;
    }

    /** The numbers are those of {@code e_machine}; a machine that is not listed is not looked at. */
    private static boolean isOfThisMachine(int machine) {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> machine == 62;
            case "ppc64", "ppc64le" -> machine == 21;
            case "aarch64" -> machine == 183;
            default -> true;
        };
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {}
        return bytes.flip();
    }
}
