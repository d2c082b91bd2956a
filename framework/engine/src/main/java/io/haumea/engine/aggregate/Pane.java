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
package io.haumea.engine.aggregate;

import io.haumea.engine.aggregate.Aggregates.Group;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of the rows of a stretch of time that windows share, instead of the rows. */
public final class Pane {

    final long index;
    final Map<@Nullable Object, Group> groups = new LinkedHashMap<>();
    boolean anyRow;
    @Nullable String whereError;
    @Nullable String keyError;

    Pane(long index) {
        this.index = index;
    }
}
