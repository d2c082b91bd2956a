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

import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The keys of GROUP BY. A whole number and the same number as a float are one key. */
public final class Grouping {

    private final Evaluator[] keys;

    /**
     * The keys.
     *
     * @param keys compiled
     */
    public Grouping(Evaluator[] keys) {
        this.keys = keys;
    }

    /**
     * The key of a row.
     *
     * @param frame looks at the row
     * @return a value, or a list of them
     * @throws io.haumea.engine.expression.EvaluationException if a key fails
     */
    public @Nullable Object of(Frame frame) {
        if (keys.length == 1) {
            return canonical(keys[0].evaluate(frame));
        }
        if (keys.length == 0) {
            return null;
        }
        @Nullable Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = canonical(keys[i].evaluate(frame));
        }
        return Arrays.asList(values);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Double number) {
            long whole = number.longValue();
            return whole == number ? (Object) whole : value;
        }
        return value instanceof byte[] bytes ? java.nio.ByteBuffer.wrap(bytes) : value;
    }
}
