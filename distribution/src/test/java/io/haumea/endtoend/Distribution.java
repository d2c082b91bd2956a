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
package io.haumea.endtoend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of the built distribution in a folder of its own, as a user unpacks it. */
final class Distribution {

    private static final Set<String> MADE_BY_RUNS = Set.of("data", "log", "archive");

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /** Copies the built folder, without data of earlier runs, below a scratch folder. */
    static Distribution copyTo(Path scratch) throws IOException {
        Path built = Path.of(System.getProperty("haumea.distribution", "target/haumea"));
        Path home = scratch.resolve("haumea with space");
        Files.walkFileTree(
                built,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        String name = built.relativize(folder).toString();
                        if (MADE_BY_RUNS.contains(name)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(home.resolve(name));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(
                                file,
                                home.resolve(built.relativize(file).toString()),
                                StandardCopyOption.COPY_ATTRIBUTES);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new Distribution(home);
    }

    Path home() {
        return home;
    }

    Path command() {
        return home.resolve("bin/haumea");
    }

    Path plugins() {
        return home.resolve("plugins");
    }

    /** Puts a jar of extras/ into the inbox, as the documentation says: whole or not at all. */
    void takeExtra(String name) throws IOException {
        drop(home.resolve("extras").resolve(name + ".jar"), name + ".jar");
    }

    /** Puts any file into the inbox under a name. */
    void drop(Path file, String name) throws IOException {
        Path part = plugins().resolve("." + name + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, plugins().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
