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
import io.haumea.engine.template.text.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code eq}, {@code lt} and their kin. As in Go, a whole number that a template makes doesn't
 * compare with a float, and all numbers of the data are floats.
 */
final class Comparisons {

    private static final String INCOMPATIBLE = "incompatible types for comparison";

    private enum Kind {
        NIL,
        BOOLEAN,
        WHOLE,
        FLOAT,
        TEXT
    }

    private Comparisons() {}

    /** Whether the first argument equals one of the others. */
    static boolean equal(@Nullable Object[] arguments) throws FunctionException {
        Kind kind = kind(arguments[0]);
        if (arguments.length == 1) {
            throw new FunctionException("missing argument for comparison");
        }
        for (int i = 1; i < arguments.length; i++) {
            Kind other = kind(arguments[i]);
            if (kind != other && kind != Kind.NIL && other != Kind.NIL) {
                throw new FunctionException(hint(kind, other));
            }
            if (kind == other && compare(kind, arguments[0], arguments[i]) == 0) {
                return true;
            }
        }
        return false;
    }

    static boolean less(@Nullable Object[] arguments) throws FunctionException {
        return order(arguments) < 0;
    }

    static boolean lessOrEqual(@Nullable Object[] arguments) throws FunctionException {
        return order(arguments) <= 0;
    }

    private static int order(@Nullable Object[] arguments) throws FunctionException {
        Kind kind = ordered(arguments[0]);
        Kind other = ordered(arguments[1]);
        if (kind != other) {
            throw new FunctionException(hint(kind, other));
        }
        return compare(kind, arguments[0], arguments[1]);
    }

    private static String hint(Kind kind, Kind other) {
        boolean numbers =
                (kind == Kind.WHOLE && other == Kind.FLOAT)
                        || (kind == Kind.FLOAT && other == Kind.WHOLE);
        return numbers ? INCOMPATIBLE + ": write the number with a point, as in 5.0" : INCOMPATIBLE;
    }

    private static int compare(Kind kind, @Nullable Object a, @Nullable Object b) {
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return Values.BY_BYTES.compare(x, y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (kind == Kind.FLOAT && a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue() + 0.0, y.doubleValue() + 0.0);
        }
        return 0;
    }

    private static Kind ordered(@Nullable Object value) throws FunctionException {
        Kind kind = value instanceof List || value instanceof Map ? Kind.NIL : kind(value);
        if (kind == Kind.NIL || kind == Kind.BOOLEAN) {
            throw new FunctionException("invalid type for comparison");
        }
        return kind;
    }

    private static Kind kind(@Nullable Object value) throws FunctionException {
        if (value == null) {
            return Kind.NIL;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        if (value instanceof Long) {
            return Kind.WHOLE;
        }
        if (Values.isFloat(value)) {
            return Kind.FLOAT;
        }
        if (value instanceof String) {
            return Kind.TEXT;
        }
        throw new FunctionException(
                "uncomparable type " + Values.type(value) + ": " + Values.text(value));
    }
}
