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
package io.haumea.sql.ast;

import io.haumea.sql.error.Position;
import io.haumea.sql.plan.JoinKind;
import org.jspecify.annotations.Nullable;

/**
 * A joined stream.
 *
 * @param kind which rows are kept
 * @param stream the stream
 * @param condition the condition after ON, or null
 * @param position where it is written
 */
public record Join(
        JoinKind kind, StreamRef stream, @Nullable SyntaxExpression condition, Position position) {}
