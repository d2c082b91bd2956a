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
import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.data.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates ask of every value. */
public final class Values {

    /** Where there is no value: an absent member, or nil after a pipeline. */
    public static final Object NOTHING = new Object();

    /** The order of keys. */
    public static final Comparator<String> BY_BYTES = TextOrder.BY_BYTES;

    private static final String NO_VALUE = "<no value>";

    private Values() {}

    /** Whether a value counts as true: neither empty nor zero, nor nil, nor absent. */
    public static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map && !map.isEmpty();
    }

    /** What an action writes. */
    public static String printed(@Nullable Object value) {
        return value == null ? NO_VALUE : text(value);
    }

    /** The usual text of a value, Go's {@code %v}; whole numbers of payloads keep their digits. */
    public static String text(@Nullable Object value) {
        if (value instanceof ExactNumber number) {
            return number.toString();
        }
        return value == NOTHING ? NO_VALUE : ValueText.of(value);
    }

    /** The name of a value's type. */
    public static String type(@Nullable Object value) {
        return ValueText.typeName(value);
    }

    /** Whether a value is a number of the data, and none that the template made. */
    public static boolean isFloat(@Nullable Object value) {
        return value instanceof Double || value instanceof ExactNumber;
    }

    /** How much work it is to deal with a value: the characters of a text. */
    public static int length(@Nullable Object value) {
        return value instanceof String text ? text.length() : 1;
    }

    /** The shortest digits of a finite number, without zeros at the end. */
    public static BigDecimal shortest(double number) {
        return number == 0 ? BigDecimal.ZERO : new BigDecimal(ValueText.of(number));
    }

    /** A finite number in full. */
    public static BigDecimal exact(Number number) {
        return number instanceof ExactNumber exact
                ? new BigDecimal(exact.toBigInteger())
                : number instanceof Long whole
                        ? new BigDecimal(BigInteger.valueOf(whole))
                        : new BigDecimal(number.doubleValue());
    }
}
