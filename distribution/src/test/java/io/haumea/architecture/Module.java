/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module of the reactor as it lies on the disk.
 *
 * @param name as in the parent's list of modules, such as {@code framework/sql}
 */
record Module(String name, Path folder) {

    private static final Pattern ENTRY = Pattern.compile("<module>([^<]+)</module>");

    /** All modules that the parent lists, in its order. */
    static List<Module> all() {
        Path root = root();
        try {
            String pom = Files.readString(root.resolve("pom.xml"), UTF_8);
            return ENTRY.matcher(pom)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .map(name -> new Module(name, root.resolve(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the folder of their module, which is one below the root. */
    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Its own class files; some bundles have their client library unpacked beside them. */
    Path classes() {
        return folder.resolve("target/classes/io/haumea");
    }

    /** Whether it has production code; distribution has tests alone. */
    boolean hasCode() {
        return Files.isDirectory(folder.resolve("src/main/java"));
    }

    /** The sources under {@code src/<kind>/java}, sorted. */
    List<Path> sources(String kind) {
        Path sources = folder.resolve("src").resolve(kind).resolve("java");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
