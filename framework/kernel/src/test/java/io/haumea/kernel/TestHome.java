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
package io.haumea.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An installed folder with bundles made by the test. */
final class TestHome {
    private final Path home;
    private final Properties properties = new Properties();

    TestHome(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        properties.setProperty("haumea.home", home.toString());
        properties.setProperty("haumea.port", "0");
    }

    /**
     * Writes {@code system/folder/name.jar}.
     *
     * @param headers manifest lines beyond the symbolic name
     * @param classes packed into the jar
     */
    TestHome bundle(String folder, String name, String headers, Class<?>... classes)
            throws IOException {
        Path directory = Files.createDirectories(home.resolve("system").resolve(folder));
        String text =
                """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: %s
                Bundle-Version: 1.0.0
                """
                                .formatted(name)
                        + headers.strip()
                        + "\n";
        Manifest manifest =
                new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(entry));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
                    Objects.requireNonNull(in, entry).transferTo(jar);
                }
            }
        }
        return this;
    }

    /** Copies the jar that a class comes from into a folder of {@code system}. */
    TestHome jarOf(String folder, String className)
            throws ReflectiveOperationException, IOException {
        Path jar =
                Path.of(
                        Class.forName(className)
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        Path directory = Files.createDirectories(home.resolve("system").resolve(folder));
        Files.copy(jar, directory.resolve(jar.getFileName()));
        return this;
    }

    TestHome etc(String file, String content) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("etc")).resolve(file), content);
        return this;
    }

    TestHome set(String key, String value) {
        properties.setProperty(key, value);
        return this;
    }

    Path path() {
        return home;
    }

    Properties properties() {
        return properties;
    }

    KernelSettings settings() throws StartFailure {
        return KernelSettings.from(properties);
    }
}
