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
package io.haumea.sdk.config;

import java.util.List;

/**
 * One declared option, as data: for the reference page, the console and error messages.
 *
 * @param key the key as users write it
 * @param type what kind of value, in words: a text, a whole number, a number, a boolean, a
 *     duration, an address, a list, a map or a choice
 * @param doc what it means
 * @param unit the unit of a number, or empty
 * @param fallback the value where none is given, or empty
 * @param required whether a value must be given
 * @param secret whether the value is kept out of answers and logs
 * @param choices what can be chosen from; empty for other types
 */
public record OptionSpec(
        String key,
        String type,
        String doc,
        String unit,
        String fallback,
        boolean required,
        boolean secret,
        List<String> choices) {

    /** Copies the list. */
    public OptionSpec {
        choices = List.copyOf(choices);
    }
}
