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
package io.haumea.engine.port;

/** What a plugin may contribute to a rule. */
public enum ContributionKind {
    /** A {@link io.haumea.sdk.source.SourceFactory}. */
    SOURCE("source"),
    /** A {@link io.haumea.sdk.sink.SinkFactory}. */
    SINK("sink"),
    /** A {@link io.haumea.sdk.function.FunctionDefinition}. */
    FUNCTION("function"),
    /** A {@link io.haumea.sdk.format.FormatFactory}. */
    FORMAT("format");

    private final String text;

    ContributionKind(String text) {
        this.text = text;
    }

    /** The word for people, such as {@code sink}. */
    public String text() {
        return text;
    }
}
