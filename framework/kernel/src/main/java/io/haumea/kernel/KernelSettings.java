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

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one server process runs with.
 *
 * @param home the installed folder with {@code bin}, {@code lib}, {@code system}; absolute
 * @param data where definitions, state and the bundle cache live; absolute
 * @param log where log files go; absolute
 * @param etc where configuration files are; absolute
 * @param connect whether system bundles take their classes from the launcher's class path (OSGi
 *     Connect) instead of class loaders of their own
 * @param scratch whether the data directory is thrown away when the process ends
 * @param framework the framework properties, which every bundle can read
 */
public record KernelSettings(
        Path home,
        Path data,
        Path log,
        Path etc,
        boolean connect,
        boolean scratch,
        Map<String, String> framework) {

    static final String HTTP_PORT = "org.osgi.service.http.port";
    static final String HTTP_HOST = "org.apache.felix.http.host";

    private static final int DEFAULT_PORT = 9081;
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;

    /** Copies the framework properties, so that the settings never change. */
    public KernelSettings {
        framework = Map.copyOf(framework);
    }

    /**
     * Reads the settings.
     *
     * <p>{@code haumea.*} properties come from {@code given} (the process' system properties, which
     * {@code bin/haumea} makes from its options) and become framework properties; all others come
     * from {@code etc/kernel.properties}, where a property of the same name in {@code given} wins.
     *
     * @throws StartFailure if the home folder is not given, or a setting cannot be read or is wrong
     */
    public static KernelSettings from(Properties given) throws StartFailure {
        String home = given.getProperty("haumea.home");
        if (home == null) {
            throw new StartFailure(
                    "the property haumea.home is not set; start the server with bin/haumea");
        }
        Path homeDir = absolute(Path.of(home));
        Path etc = path(given, "haumea.etc", homeDir.resolve("etc"));
        boolean ownData = given.getProperty("haumea.data") != null;
        Path data = path(given, "haumea.data", homeDir.resolve("data"));
        Path log =
                path(given, "haumea.log", ownData ? data.resolve("log") : homeDir.resolve("log"));
        Path plugins = path(given, "haumea.plugins", homeDir.resolve("plugins"));

        Map<String, String> framework = new TreeMap<>(load(etc.resolve("kernel.properties")));
        for (String key : given.stringPropertyNames()) {
            if (framework.containsKey(key) || key.startsWith("haumea.")) {
                framework.put(key, given.getProperty(key));
            }
        }
        framework.put("haumea.home", homeDir.toString());
        framework.put("haumea.data", data.toString());
        framework.put("haumea.log", log.toString());
        framework.put("haumea.etc", etc.toString());
        framework.put("haumea.plugins", plugins.toString());
        framework.put("haumea.version", version());
        putAddress(framework);
        return new KernelSettings(
                homeDir,
                data,
                log,
                etc,
                Boolean.parseBoolean(given.getProperty("haumea.connect")),
                Boolean.parseBoolean(given.getProperty("haumea.scratch")),
                framework);
    }

    /** The product version, such as {@code 0.1.0}. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = KernelSettings.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties is packed with us"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    /** The folder of the system bundles. */
    Path system() {
        return home.resolve("system");
    }

    /** The folders of system bundles that are left out, as a command needs no HTTP. */
    Set<String> skipped() {
        return Set.copyOf(List.of(framework.getOrDefault("haumea.skip", "").split(",")));
    }

    private static void putAddress(Map<String, String> framework) throws StartFailure {
        String port =
                firstOf(
                        framework.get("haumea.port"),
                        framework.get(HTTP_PORT),
                        Integer.toString(DEFAULT_PORT));
        String host = firstOf(framework.get("haumea.host"), framework.get(HTTP_HOST), DEFAULT_HOST);
        checkPort(port);
        framework.put("haumea.port", port);
        framework.put(HTTP_PORT, port);
        framework.put("haumea.host", host);
        framework.put(HTTP_HOST, host);
    }

    private static void checkPort(String port) throws StartFailure {
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= HIGHEST_PORT) {
                return;
            }
        } catch (NumberFormatException e) {
            throw wrongPort(port, e);
        }
        throw wrongPort(port, null);
    }

    private static StartFailure wrongPort(String port, @Nullable Throwable cause) {
        return new StartFailure(
                "the port must be a number from 0 (any free one) to 65535, but is '" + port + "'",
                cause);
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String last) {
        if (first != null) {
            return first;
        }
        return second != null ? second : last;
    }

    private static Map<String, String> load(Path file) throws StartFailure {
        Map<String, String> result = new TreeMap<>();
        if (!Files.exists(file)) {
            return result;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StartFailure("cannot read " + file + ": " + StartFailure.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
        for (String key : properties.stringPropertyNames()) {
            result.put(key, properties.getProperty(key).strip());
        }
        return result;
    }

    private static Path path(Properties given, String key, Path otherwise) {
        String value = given.getProperty(key);
        return absolute(value == null ? otherwise : Path.of(value));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
