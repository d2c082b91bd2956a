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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as the server knows it.
 *
 * @param name its symbolic name; for a jar that has none, the file name
 * @param version its version, or empty if it has none
 * @param state whether it is in use
 * @param file the name of its jar in the inbox
 * @param sha256 the checksum of the jar, in hexadecimal digits
 * @param types what it offers
 * @param rules the ids of the rules that use it
 * @param refusal why it, or its newest version, was refused, in one sentence; null if it was not
 */
public record PluginInfo(
        String name,
        String version,
        State state,
        String file,
        String sha256,
        List<OfferedType> types,
        List<String> rules,
        @Nullable String refusal) {

    /** Whether a plugin is in use. */
    public enum State {
        /** What it offers can be used. */
        ACTIVE,
        /** It is not in use, for a reason told by {@link #refusal}. */
        REFUSED
    }

    /** Copies the lists. */
    public PluginInfo {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }

    /** Why it, or its newest version, was refused. */
    public Optional<String> refusalText() {
        return Optional.ofNullable(refusal);
    }

    /**
     * One thing that a plugin offers.
     *
     * @param kind {@code source}, {@code sink}, {@code function}, {@code format} or {@code store}
     * @param name the name users write
     */
    public record OfferedType(String kind, String name) {}
}
