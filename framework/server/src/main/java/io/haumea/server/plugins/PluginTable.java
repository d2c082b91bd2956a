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

import io.haumea.server.plugins.PluginInfo.OfferedType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * Which plugins are in use and which jars are refused. Thread-safe, so that it can be read while
 * the host is busy.
 */
final class PluginTable {

    /** A plugin in use. */
    record Active(
            String name,
            Version version,
            String file,
            String sha256,
            Bundle bundle,
            List<OfferedType> types) {

        Active from(String otherFile) {
            return new Active(name, version, otherFile, sha256, bundle, types);
        }
    }

    /** A jar that was refused; its name is null if it has none. */
    record Refused(
            String file, @Nullable String name, String version, String sha256, String sentence) {}

    private final Map<String, Active> active = new TreeMap<>();
    private final Map<String, Refused> refused = new TreeMap<>();

    synchronized Optional<Active> active(String name) {
        return Optional.ofNullable(active.get(name));
    }

    synchronized Optional<Active> activeFrom(String file) {
        return active.values().stream().filter(plugin -> plugin.file().equals(file)).findFirst();
    }

    synchronized void use(Active plugin) {
        active.put(plugin.name(), plugin);
    }

    synchronized void drop(String name) {
        active.remove(name);
    }

    synchronized void refuse(Refused jar) {
        refused.put(jar.file(), jar);
    }

    synchronized void forgive(String file) {
        refused.remove(file);
    }

    /** The files that were refused though they hold a plugin of that name. */
    synchronized List<String> refusedFilesOf(String name) {
        return refused.values().stream()
                .filter(jar -> name.equals(jar.name()))
                .map(Refused::file)
                .toList();
    }

    synchronized boolean isRefused(String file) {
        return refused.containsKey(file);
    }

    synchronized Map<String, PluginStore.Entry> record() {
        Map<String, PluginStore.Entry> entries = new TreeMap<>();
        active.values()
                .forEach(
                        plugin ->
                                entries.put(
                                        plugin.name(),
                                        new PluginStore.Entry(
                                                plugin.file(),
                                                plugin.version().toString(),
                                                plugin.sha256())));
        return entries;
    }

    synchronized List<Active> allActive() {
        return List.copyOf(active.values());
    }

    /**
     * All plugins for people, sorted by name.
     *
     * @param rulesOf tells the rules that use a plugin
     */
    List<PluginInfo> infos(Function<String, List<String>> rulesOf) {
        List<Active> used;
        Map<String, Refused> left;
        synchronized (this) {
            used = List.copyOf(active.values());
            left = new TreeMap<>(refused);
        }
        List<PluginInfo> infos = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Active plugin : used) {
            String refusal = takeRefusal(left, plugin);
            names.add(plugin.name());
            infos.add(
                    new PluginInfo(
                            plugin.name(),
                            plugin.version().toString(),
                            PluginInfo.State.ACTIVE,
                            plugin.file(),
                            plugin.sha256(),
                            plugin.types(),
                            rulesOf.apply(plugin.name()),
                            refusal));
        }
        for (Refused jar : left.values()) {
            String name = jar.name() != null && names.add(jar.name()) ? jar.name() : jar.file();
            infos.add(
                    new PluginInfo(
                            name,
                            jar.version(),
                            PluginInfo.State.REFUSED,
                            jar.file(),
                            jar.sha256(),
                            List.of(),
                            List.of(),
                            jar.sentence()));
        }
        infos.sort(Comparator.comparing(PluginInfo::name));
        return infos;
    }

    /** What was refused of the same plugin: of its file first, else of another file. */
    private static @Nullable String takeRefusal(Map<String, Refused> left, Active plugin) {
        Refused own = left.remove(plugin.file());
        if (own != null) {
            return own.sentence();
        }
        for (Refused jar : left.values()) {
            if (plugin.name().equals(jar.name())) {
                left.remove(jar.file());
                return jar.sentence();
            }
        }
        return null;
    }
}
