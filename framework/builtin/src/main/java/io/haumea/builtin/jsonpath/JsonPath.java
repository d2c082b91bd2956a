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
package io.haumea.builtin.jsonpath;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path, such as {@code $.rings[? @.weight > 1].name}. The whole text is an expression:
 * {@code $} is the value it is applied to, and inside a filter {@code @} the element in question.
 * What a path may cost is bounded: its length and nesting, and the number of values that one
 * evaluation visits. Immutable and thread-safe.
 */
public final class JsonPath {

    private final PathExpression expression;

    private JsonPath(PathExpression expression) {
        this.expression = expression;
    }

    /**
     * Compiles a path.
     *
     * @param path the text
     * @return what evaluates it
     * @throws HaumeaException if it is none, with the text of the reference, such as {@code parsing
     *     error: $[ :1:3 - 1:3 unexpected EOF while scanning extensions}
     */
    public static JsonPath compile(String path) {
        try {
            return new JsonPath(new ExpressionParser(new PathLexer(path)).parse());
        } catch (PathException e) {
            throw new HaumeaException(ErrorCode.INVALID_ARGUMENT, e.text(), e);
        }
    }

    /**
     * Evaluates the path.
     *
     * @param root an SDK value, where the path begins
     * @return the value that is there; a list of the matches, perhaps empty, if the path has a step
     *     that can match more than one
     * @throws HaumeaException if a path that leads to one value leads nowhere, or visits too much
     */
    public @Nullable Object evaluate(@Nullable Object root) {
        try {
            return expression.evaluate(new Scope(root));
        } catch (PathException e) {
            throw new HaumeaException(ErrorCode.INVALID_ARGUMENT, e.text(), e);
        }
    }
}
