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

/**
 * The keys of GROUP BY. Values with the same text are one key: 1, 1.0 and {@code "1"}, or NULL and
 * {@code "<nil>"}.
 */
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

    /** One of all values that have the same text: EMQ X Kuiper 0.9 compares the texts of keys. */
    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Double number) {
            long whole = number.longValue();
            return whole == number ? (Object) whole : value;
        }
        if (value instanceof String text) {
            return text.isEmpty() ? text : ofText(text);
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? value
                : ValueText.of(value);
    }

    /** The value that a text is the text of; the text itself if there is none. */
    private static @Nullable Object ofText(String text) {
        char first = text.charAt(0);
        if (first == '-' || (first >= '0' && first <= '9')) {
            return ofNumber(text);
        }
        return switch (text) {
            case "<nil>" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }

    private static @Nullable Object ofNumber(String text) {
        boolean digits = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '-' && i == 0)) {
                continue;
            }
            if (c != '.' && c != 'e' && c != '+' && c != '-') {
                return text;
            }
            digits = false;
        }
        try {
            Object number = digits ? (Object) Long.valueOf(text) : Double.valueOf(text);
            return ValueText.of(number).equals(text) ? canonical(number) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
