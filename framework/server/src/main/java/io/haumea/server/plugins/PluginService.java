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

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Plugins. Thread-safe. */
public interface PluginService {

    /** All plugins, refused ones included, sorted by name. */
    List<PluginInfo> list();

    /**
     * A plugin.
     *
     * @param name its symbolic name, or the file name of a refused jar
     * @return the plugin, or empty
     */
    Optional<PluginInfo> find(String name);

    /**
     * Puts a jar into the inbox and waits until it is active or refused.
     *
     * @param fileName the name for the file, without folders
     * @param jar its bytes; read to the end, not closed
     * @return the plugin as it is then
     * @throws PluginException if the name can't be used or the jar can't be stored
     */
    PluginInfo install(String fileName, InputStream jar);

    /**
     * Takes a plugin's jar out of the inbox and waits until it is gone; rules that use it wait.
     *
     * @param name its symbolic name, or the file name of a refused jar
     * @throws PluginException not found
     */
    void remove(String name);

    /**
     * The names of the types of a kind that plugins offer now, sorted.
     *
     * @param kind {@code source}, {@code sink}, {@code function}, {@code format} or {@code store}
     * @return the names
     */
    List<String> types(String kind);
}
