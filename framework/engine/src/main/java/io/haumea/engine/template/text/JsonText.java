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
package io.haumea.engine.template.text;

import io.haumea.sdk.data.ExactNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON as Go does: keys sorted, {@code <}, {@code >}, {@code &}, U+2028 and U+2029
 * escaped. The recursion is as deep as the data, whose depth its format limits.
 */
public final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    public static String of(@Nullable Object value) throws FunctionException {
        JsonText json = new JsonText();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) throws FunctionException {
        if (value instanceof String string) {
            write(string);
        } else if (value instanceof Double number) {
            text.append(number(number));
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object item : list) {
                text.append(before);
                write(item);
                before = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            write(map);
        } else {
            text.append(value);
        }
    }

    private void write(Map<?, ?> map) throws FunctionException {
        Map<String, @Nullable Object> sorted = new TreeMap<>(Values.BY_BYTES);
        map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
        String before = "{";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            text.append(before);
            write(entry.getKey());
            text.append(':');
            write(entry.getValue());
            before = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    /** Plain, or with an exponent below 1e-6 and from 1e21. */
    public static String number(Number number) throws FunctionException {
        double value = number.doubleValue();
        if (number instanceof ExactNumber) {
            return number.toString();
        }
        if (!Double.isFinite(value)) {
            throw new FunctionException("json: unsupported value: " + Values.text(value));
        }
        double size = Math.abs(value);
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        BigDecimal shortest = Values.shortest(size);
        if (size == 0 || (size >= 1e-6 && size < 1e21)) {
            return sign + shortest.toPlainString();
        }
        return sign + Floats.exponential(shortest, 'e', 1);
    }

    private void write(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
