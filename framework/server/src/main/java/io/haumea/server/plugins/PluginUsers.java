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

import java.util.List;

/**
 * Those who use what plugins offer: the rules. The plugin host's view of them, implemented by the
 * package of the rules. Thread-safe.
 */
public interface PluginUsers {

    /**
     * The rules that use a plugin now.
     *
     * @param plugin its symbolic name
     * @return their ids, sorted
     */
    List<String> rulesOf(String plugin);

    /**
     * Stops the rules that use a plugin, returns when they have given back what they leased of it,
     * and keeps all rules from being started meanwhile.
     *
     * @param plugin its symbolic name
     * @return to be ended when the plugin has been replaced or removed; what was stopped, and all
     *     rules that wait for a plugin, then start again if they can
     */
    Suspension suspend(String plugin);

    /** Plugins have come; rules that wait for one may try again. Returns at once. */
    void pluginsChanged();

    /** A time in which rules of a plugin stand still. */
    @FunctionalInterface
    interface Suspension {
        /** Ends it; called by the thread that began it. */
        void end();
    }
}
