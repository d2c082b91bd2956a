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
package io.haumea.server.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A small plugin put together by a test: headers, components and classes of this test. */
final class PluginJar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringBuilder components = new StringBuilder();

    private PluginJar() {}

    static PluginJar named(String symbolicName, String version) {
        PluginJar jar = new PluginJar();
        return jar.header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", version)
                .header(
                        "Import-Package",
                        "io.haumea.sdk.source;version=\"[0.1,1)\","
                                + "io.haumea.sdk.config;version=\"[0.1,1)\","
                                + "io.haumea.sdk.function;version=\"[0.1,1)\","
                                + "io.haumea.sdk.data;version=\"[0.1,1)\"");
    }

    static PluginJar plain() {
        return new PluginJar();
    }

    PluginJar header(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    PluginJar with(Class<?>... classes) {
        for (Class<?> type : classes) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream in =
                    Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(path)) {
                entries.put(path, Objects.requireNonNull(in, path).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** A component that provides a service. */
    PluginJar component(Class<?> implementation, String service, String property) {
        return component(implementation, service, property, "");
    }

    PluginJar component(
            Class<?> implementation, String service, String property, String reference) {
        String file = "OSGI-INF/" + implementation.getSimpleName() + ".xml";
        String xml =
                "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\""
                        + implementation.getSimpleName()
                        + "\"><implementation class=\""
                        + implementation.getName()
                        + "\"/><service><provide interface=\""
                        + service
                        + "\"/></service>"
                        + property
                        + reference
                        + "</scr:component>";
        entries.put(file, xml.getBytes(StandardCharsets.UTF_8));
        components.append(components.length() == 0 ? "" : ",").append(file);
        return with(implementation).header("Service-Component", components.toString());
    }

    PluginJar source(Class<?> factory, String type) {
        return component(
                factory,
                "io.haumea.sdk.source.SourceFactory",
                "<property name=\"source.type\" value=\"" + type + "\"/>");
    }

    /** Ballast, so that a jar has some size. */
    PluginJar padding(int bytes) {
        entries.put("padding", new byte[bytes]);
        return this;
    }

    void writeTo(Path file) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and renamed into place, as people are told to. */
    void dropInto(Path folder, String name) {
        Path part = folder.resolve(name + ".part");
        writeTo(part);
        try {
            Files.move(
                    part,
                    folder.resolve(name),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
