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

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results as templates see them, which is as if they came from JSON: all numbers are floats (though
 * those keep their digits that a float can't hold), dates and bytes are texts.
 */
final class Data {

    private Data() {}

    /**
     * The value for a template.
     *
     * @param value an SDK value
     * @return the value; lists and maps are copied where something in them differs
     * @throws HaumeaException if JSON has no such value
     */
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Long number) {
            double nearest = (double) number;
            boolean exact = number != Long.MAX_VALUE && (long) nearest == number;
            return exact ? (Object) nearest : ExactNumber.of(number.toString());
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw unsupported(number.isNaN() ? "NaN" : number > 0 ? "+Inf" : "-Inf");
            }
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(of(item)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(map.size() * 2);
            map.forEach((key, item) -> copy.put(String.valueOf(key), of(item)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof OffsetDateTime time) {
            return date(time);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value;
    }

    private static String date(OffsetDateTime time) {
        if (time.getYear() < 0 || time.getYear() > 9999) {
            throw unsupported("the year " + time.getYear() + ", RFC 3339 has four digits");
        }
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        int fraction = text.indexOf('.');
        if (fraction < 0) {
            return text;
        }
        int end = fraction + 1;
        int last = fraction;
        for (; Character.isDigit(text.charAt(end)); end++) {
            last = text.charAt(end) == '0' ? last : end + 1;
        }
        return text.substring(0, last) + text.substring(end);
    }

    private static HaumeaException unsupported(String what) {
        return new HaumeaException(ErrorCode.INVALID_ARGUMENT, "json: unsupported value: " + what);
    }
}
