// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.vfiooracle.engine.topology.Topology;

/** The data files that the module carries, and those that others add to the class path below the same folders. */
final class ProfileFiles {
    private static final String SUFFIX = ".yaml";

    private ProfileFiles() {}

    static CarriedFiles<Generation> generations() {
        return all("profiles/", Generation::read);
    }

    static CarriedFiles<Topology> topologies() {
        return all("topologies/", Topologies::read);
    }

    private static <T> CarriedFiles<T> all(String folder, BiFunction<String, String, T> reader) {
        try {
            SortedSet<String> names = names(folder);
            if (names.isEmpty()) {
                throw new IllegalStateException(folder + " is not in the module");
            }
            return CarriedFiles.of(names, name -> {
                String path = "/" + folder + name + SUFFIX;
                return reader.apply(text(path), "classpath:" + path);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** The names of the files in {@code folder}, wherever the class path has it. */
    private static SortedSet<String> names(String folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        ClassLoader loader = ProfileFiles.class.getClassLoader();
        for (URL place : Collections.list(loader.getResources(folder))) {
            URLConnection connection = place.openConnection();
            if (connection instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (JarFile file = jar.getJarFile();
                        Stream<String> entries = file.stream().map(entry -> entry.getName())) {
                    entries.filter(entry -> entry.startsWith(folder)).forEach(entry -> add(names, entry));
                }
            } else {
                try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
                    files.forEach(file -> add(names, String.valueOf(file.getFileName())));
                }
            }
        }
        return names;
    }

    private static void add(SortedSet<String> names, String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.endsWith(SUFFIX)) {
            names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
    }

    private static String text(String path) {
        try (InputStream stream = ProfileFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not in the module");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
