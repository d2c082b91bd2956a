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
package io.haumea.engine.template;

import io.haumea.engine.template.text.FunctionException;
import io.haumea.engine.template.text.JsonText;
import io.haumea.engine.template.text.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code base64} and {@code add}, as EMQ X Kuiper 0.9 has them. */
final class Conversion {

    private Conversion() {}

    static String base64(@Nullable Object value) throws FunctionException {
        if (value == null) {
            throw new FunctionException("based64 error for nil");
        }
        if (value instanceof List) {
            throw new FunctionException("Unsupported data type slice for base64 function.");
        }
        String text = String.valueOf(value);
        if (value instanceof Map) {
            text = JsonText.of(value);
        } else if (value instanceof Double number) {
            text = plain(number);
        }
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? Values.shortest(number).toPlainString()
                : Values.text(number);
    }

    /** A sum of the first argument's type. */
    static Object add(@Nullable Object a, @Nullable Object b) throws FunctionException {
        if (a == null) {
            throw new FunctionException("Add error for nil for para1");
        }
        if (!(a instanceof Number first)) {
            throw new FunctionException(
                    "Unsupported data type " + kind(a) + " for para1 with Add function.");
        }
        if (b == null) {
            throw new FunctionException("Add error for nil for para2");
        }
        if (!(b instanceof Number second)) {
            throw new FunctionException(
                    "Unsupported data type "
                            + kind(b)
                            + " of para2 for Add function when para1 type is "
                            + kind(a)
                            + ".");
        }
        return first instanceof Long whole
                ? (Object) (whole + second.longValue())
                : first.doubleValue() + second.doubleValue();
    }

    private static String kind(Object value) {
        return value instanceof List ? "slice" : value instanceof Map ? "map" : Values.type(value);
    }
}
