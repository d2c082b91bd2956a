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
package io.haumea.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * The manifest that bnd made of a module, as it goes into the jar.
 *
 * @param attributes its main section
 */
public record BundleManifest(Attributes attributes) {

    /** Reads the manifest of the module whose tests run. */
    public static BundleManifest read() throws IOException {
        Path file = Path.of("target", "classes", "META-INF", "MANIFEST.MF");
        try (InputStream in = Files.newInputStream(file)) {
            return new BundleManifest(new Manifest(in).getMainAttributes());
        }
    }

    /** The imported packages that are not the JDK's. */
    public List<String> imports() {
        return names("Import-Package").stream().filter(name -> !name.startsWith("java.")).toList();
    }

    /** What a header lists, without versions and other parameters; empty if it is not there. */
    public List<String> names(String header) {
        String value = attributes.getValue(header);
        if (value == null) {
            return List.of();
        }
        String unquoted = value.replaceAll("\"[^\"]*\"", "");
        return Arrays.stream(unquoted.split(",", -1))
                .map(clause -> clause.split(";", -1)[0].trim())
                .toList();
    }
}
