// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.conformance.trust.Need.Purpose;
import org.vfiooracle.contract.wording.ByteText;

/**
 * Whether a computer has what each purpose takes.
 *
 * @param path the folders in which programs are looked for
 * @param cache where kernels and packages are kept
 * @param memory the file that says how much memory there is
 */
public record DoctorChecks(List<Path> path, Path cache, Path memory) {
    private static final long MACHINE = 3L << 30;
    private static final long KEPT = 2L << 30;
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+([0-9]+) kB");

    public DoctorChecks {
        path = List.copyOf(path);
    }

    /** This computer. */
    public static DoctorChecks here() {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        String home = System.getProperty("user.home", "");
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache");
        return new DoctorChecks(
                Stream.of(folders.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList(),
                Path.of(cache),
                Path.of("/proc/meminfo"));
    }

    /** The words for what may be asked about. */
    public static List<String> purposes() {
        return Arrays.stream(Purpose.values()).map(Purpose::key).toList();
    }

    /** Returns what a purpose is, in a few words. */
    public static String text(String purpose) {
        return purpose(purpose).text();
    }

    /** Looks at what one purpose takes. */
    public List<TrustCheck> of(String purpose) {
        Purpose wanted = purpose(purpose);
        List<TrustCheck> checks = new ArrayList<>();
        needs(wanted).forEach(need -> checks.add(check(need)));
        if (wanted == Purpose.MACHINES) {
            checks.add(enoughMemory());
            checks.add(enoughSpace());
        }
        return checks;
    }

    /** Returns the command that installs all that is missing for these purposes; empty when nothing is. */
    public Optional<String> remedy(List<String> purposes) {
        Set<String> packages = new LinkedHashSet<>();
        for (String purpose : purposes) {
            needs(purpose(purpose)).stream()
                    .filter(need -> find(need.tool()).isEmpty())
                    .forEach(need -> packages.addAll(List.of(need.packages().split(" "))));
        }
        return packages.isEmpty() ? Optional.empty() : Optional.of("apt-get install " + String.join(" ", packages));
    }

    private static Purpose purpose(String key) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no purpose is called " + key));
    }

    private static List<Need> needs(Purpose purpose) {
        return Need.ALL.stream()
                .filter(need -> need.purposes().contains(purpose))
                .toList();
    }

    private TrustCheck check(Need need) {
        return find(need.tool())
                .map(file -> TrustCheck.fine(need.tool(), file.toString()))
                .orElseGet(
                        () -> TrustCheck.wrong(need.tool(), "not on the PATH", "apt-get install " + need.packages()));
    }

    private Optional<Path> find(String tool) {
        return path.stream()
                .map(folder -> folder.resolve(tool))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private TrustCheck enoughMemory() {
        try {
            Matcher total = TOTAL.matcher(Files.readString(memory));
            long bytes = total.find() ? Long.parseLong(total.group(1)) << 10 : 0;
            return bytes > MACHINE
                    ? TrustCheck.fine("memory", ByteText.about(bytes))
                    : TrustCheck.wrong(
                            "memory",
                            ByteText.about(bytes),
                            "a machine has " + ByteText.size(MACHINE) + " unless --memory says less");
        } catch (IOException unknown) {
            return TrustCheck.wrong("memory", "unknown: " + memory + " cannot be read", "machines need Linux");
        }
    }

    private TrustCheck enoughSpace() {
        Path folder = cache;
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            long bytes = Files.getFileStore(folder).getUsableSpace() >>> 20 << 20;
            return bytes > KEPT
                    ? TrustCheck.fine("space for kernels", ByteText.about(bytes) + " in " + folder)
                    : TrustCheck.wrong(
                            "space for kernels",
                            ByteText.about(bytes) + " in " + folder,
                            "about " + ByteText.size(KEPT) + " are kept there; XDG_CACHE_HOME names another folder");
        } catch (IOException unknown) {
            return TrustCheck.wrong("space for kernels", "unknown: " + folder + " cannot be read", "");
        }
    }
}
