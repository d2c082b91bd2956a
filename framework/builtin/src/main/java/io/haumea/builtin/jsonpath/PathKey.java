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

import io.haumea.sdk.data.ValueText;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A key of a struct or an index of an array, which may be computed; {@code @} in it is the value
 * that is looked into. Immutable.
 */
final class PathKey {

    private final PathExpression expression;

    /** The name if it is always the same, which it nearly always is. */
    private final @Nullable String name;

    PathKey(PathExpression expression) {
        this.expression = expression;
        this.name =
                expression instanceof PathExpression.Constant constant
                        ? ValueText.of(constant.value())
                        : null;
    }

    static PathKey named(String name) {
        return new PathKey(new PathExpression.Constant(name));
    }

    /** The member or element of a value that this key leads to. */
    @Nullable Object select(Scope scope, @Nullable Object value) {
        scope.visit();
        if (value instanceof Map<?, ?> map) {
            String key = name == null ? ValueText.of(evaluate(scope, value)) : name;
            Object member = map.get(key);
            if (member == null && !map.containsKey(key)) {
                throw new PathException("unknown key " + key);
            }
            return member;
        }
        if (value instanceof List<?> list) {
            int index = index(evaluate(scope, value));
            if (index < 0 || index >= list.size()) {
                throw new PathException("index " + index + " out of bounds");
            }
            return list.get(index);
        }
        throw new PathException(
                "unsupported value type "
                        + PathOperators.typeName(value)
                        + " for select, expected map[string]interface{} or []interface{}");
    }

    private @Nullable Object evaluate(Scope scope, Object value) {
        try {
            return expression.evaluate(scope.at(value));
        } catch (PathException e) {
            e.skipBranch();
            throw new PathException("could not select value, invalid key: " + e.text());
        }
    }

    private static int index(@Nullable Object key) {
        try {
            return whole(key);
        } catch (PathException e) {
            throw new PathException("could not select value, invalid key: " + e.text());
        }
    }

    /** A number without its fraction. */
    static int whole(@Nullable Object value) {
        OptionalDouble number = PathOperators.number(value);
        if (number.isEmpty()) {
            throw new PathException(
                    "expected number but got "
                            + ValueText.of(value)
                            + " ("
                            + PathOperators.typeName(value)
                            + ")");
        }
        return (int) number.getAsDouble();
    }
}
