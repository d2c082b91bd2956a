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
package io.haumea.server.config;

import io.haumea.engine.rule.RuleOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server runs with, read once at its start.
 *
 * @param paths the folders
 * @param address where the REST API listens
 * @param rule the options of a rule that says nothing about them
 * @param access who may come in without a login, and under which names
 * @param demo whether this is the demonstration
 * @param version the version of Haumea
 */
public record ServerSettings(
        Paths paths,
        Address address,
        RuleOptions rule,
        Access access,
        boolean demo,
        String version) {

    /**
     * Folders, all absolute.
     *
     * @param home the installed folder
     * @param etc configuration
     * @param data definitions and copies of plugins
     * @param inbox where people drop plugins
     */
    public record Paths(Path home, Path etc, Path data, Path inbox) {}

    /**
     * Where the REST API listens.
     *
     * @param host name or number; {@code 0.0.0.0} for all addresses
     * @param port the port
     */
    public record Address(String host, int port) {}

    /**
     * The section {@code rest}.
     *
     * @param anonymous what requests from this machine may do without a login: none, view or edit
     * @param anonymousRemote the same for requests from other machines
     * @param allowedHosts more names of this server, besides those it knows itself
     */
    public record Access(String anonymous, String anonymousRemote, List<String> allowedHosts) {
        /** Copies the list. */
        public Access {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ServerSettings.class);

    private static final List<String> ROLES = List.of("none", "view", "edit");

    /**
     * Reads the settings.
     *
     * @param property gives the framework properties that the kernel sets, such as haumea.home
     * @param environment the environment variables
     * @return the settings
     * @throws ConfigException if the file can't be understood; names file, line and column
     */
    public static ServerSettings load(
            Function<String, @Nullable String> property, Map<String, String> environment) {
        Path home = Path.of(text(property, "haumea.home", "."));
        Path etc = Path.of(text(property, "haumea.etc", home.resolve("etc").toString()));
        Path data = Path.of(text(property, "haumea.data", home.resolve("data").toString()));
        Path plugins =
                Path.of(text(property, "haumea.plugins", home.resolve("plugins").toString()));
        boolean demo = Boolean.parseBoolean(property.apply("haumea.demo"));
        // The demonstration must not load into, nor change, what the installation uses.
        boolean ownInbox = demo && plugins.equals(home.resolve("plugins"));
        Section file = Section.of(settingsFile(etc), List.of("KUIPER", "HAUMEA"), environment);
        Address address =
                new Address(
                        text(property, "haumea.host", "127.0.0.1"),
                        Integer.parseInt(text(property, "haumea.port", "9081")));
        IgnoredSettings.of(file, address.port()).forEach(LOG::warn);
        return new ServerSettings(
                new Paths(home, etc, data, ownInbox ? data.resolve("inbox") : plugins),
                address,
                ruleOptions(file),
                access(file),
                demo,
                text(property, "haumea.version", "unknown"));
    }

    private static Path settingsFile(Path etc) {
        Path own = etc.resolve("haumea.yaml");
        Path known = etc.resolve("kuiper.yaml");
        return !Files.exists(own) && Files.exists(known) ? known : own;
    }

    private static RuleOptions ruleOptions(Section file) {
        RuleOptions defaults = RuleOptions.DEFAULTS;
        return new RuleOptions(
                file.bool("rule.isEventTime", defaults.isEventTime()),
                file.number("rule.lateTolerance", defaults.lateToleranceMillis(), Long.MAX_VALUE),
                file.number("rule.idleTimeout", defaults.idleTimeoutMillis(), Long.MAX_VALUE),
                (int) file.number("rule.concurrency", defaults.concurrency(), Integer.MAX_VALUE),
                (int) file.number("rule.bufferLength", defaults.bufferLength(), Integer.MAX_VALUE),
                file.bool("rule.sendMetaToSink", defaults.sendMetaToSink()),
                (int) file.number("rule.qos", defaults.qos(), 2),
                file.number(
                        "rule.checkpointInterval",
                        defaults.checkpointIntervalMillis(),
                        Long.MAX_VALUE));
    }

    private static Access access(Section file) {
        return new Access(
                file.choice("rest.anonymous", "edit", ROLES),
                file.choice("rest.anonymousRemote", "none", ROLES),
                file.list("rest.allowedHosts"));
    }

    private static String text(
            Function<String, @Nullable String> property, String key, String otherwise) {
        String value = property.apply(key);
        return value == null ? otherwise : value;
    }
}
