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
package io.haumea.engine.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action: a sink with its properties.
 *
 * @param type the type of the sink
 * @param index its place in the rule's list of actions, from 0
 * @param properties what the user wrote, of both the sink and the action itself
 */
public record ActionSpec(String type, int index, Map<String, @Nullable Object> properties) {
    /** Copies the map. */
    public ActionSpec {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
