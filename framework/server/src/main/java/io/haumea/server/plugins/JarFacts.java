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
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What a jar says of itself, as far as it can be read without a framework.
 *
 * @param name its symbolic name
 * @param version its version
 * @param service whether it says that it offers nothing to rules, by the header {@value #KIND}
 * @param fault what forbids it to be a plugin, as the rest of a sentence, or null
 */
record JarFacts(String name, Version version, boolean service, @Nullable String fault) {

    /** With the value {@code service}: the plugin does something else than serve rules. */
    static final String KIND = "Haumea-Plugin";

    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    /**
     * Inspects a jar.
     *
     * @throws Refusal if it is no bundle
     */
    static JarFacts of(Path jar) throws Refusal {
        Attributes headers = headers(jar);
        String header = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        String name = header == null ? "" : header.split(";", 2)[0].strip();
        if (name.isEmpty() || !"2".equals(headers.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new Refusal(
                    "is a plain jar and no plugin: its manifest has no Bundle-SymbolicName"
                            + " (build it with bnd, as the sample plugins are)");
        }
        if (!SYMBOLIC_NAME.matcher(name).matches()) {
            throw new Refusal("has the Bundle-SymbolicName '" + name + "', which is not allowed");
        }
        String kind = headers.getValue(KIND);
        return new JarFacts(
                name,
                version(headers.getValue(Constants.BUNDLE_VERSION)),
                kind != null && kind.strip().equals("service"),
                fault(headers));
    }

    /**
     * Refuses what a plugin may not be.
     *
     * @throws Refusal if it has a form that plugins may not have
     */
    void check() throws Refusal {
        if (fault != null) {
            throw new Refusal(fault);
        }
    }

    private static @Nullable String fault(Attributes headers) {
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            return "is a fragment of another bundle (Fragment-Host), which a plugin can't be";
        }
        String exported = headers.getValue(Constants.EXPORT_PACKAGE);
        if (exported != null && !exported.isBlank()) {
            return "exports packages ("
                    + exported.split("[;,]", 2)[0].strip()
                    + "), but a plugin may not: remove Export-Package";
        }
        return null;
    }

    private static Attributes headers(Path jar) throws Refusal {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        } catch (IOException e) {
            throw new Refusal("is not a jar: it can't be opened as a zip file", e);
        }
    }

    private static Version version(@Nullable String text) throws Refusal {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("has the Bundle-Version '" + text + "', which is no version", e);
        }
    }
}
