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
import io.haumea.sdk.data.ValueText;
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
        boolean commas = false;
        for (int i = 0; i < keys.length; i++) {
            Object value = canonical(keys[i].evaluate(frame));
            values[i] = value;
            commas |= value instanceof String text && text.indexOf(',') >= 0;
        }
        return commas ? joined(values) : Arrays.asList(values);
    }

    /**
     * EMQ X Kuiper 0.9 joins the texts of the keys by commas, so that ("a,b", "c") and ("a", "b,c")
     * are one group; and so they are here. Keys without commas need no text: joined, they have
     * fewer commas than any with.
     */
    private static String joined(@Nullable Object[] values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(ValueText.of(value)).append(',');
        }
        return text.toString();
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Double number) {
            long whole = number.longValue();
            return whole == number ? (Object) whole : value;
        }
        return value instanceof byte[] bytes ? java.nio.ByteBuffer.wrap(bytes) : value;
    }
}
