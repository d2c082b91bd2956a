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
package io.haumea.builtin.function;

import static io.haumea.builtin.function.Arguments.nullable;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarCall;
import io.haumea.sdk.function.ScalarFunction;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The time of the engine's clock, and times as text. */
final class TimeFunctions {

    private TimeFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ScalarFunction.named("format_time")
                        .summary(
                                "A datetime as text, in its own offset. Numbers and texts are no"
                                    + " datetimes: declare the column as DATETIME. A value that is"
                                    + " none, or a pattern that is none, is an error without a"
                                    + " reason, as in EMQ X Kuiper.")
                        .parameter("time", "a datetime")
                        .parameter("pattern", "a time pattern")
                        .example(
                                "format_time(t, \"YYYY-MM-dd'T'HH:mm:ssSSSZ\") ="
                                        + " \"2020-01-02T03:04:05.678+0000\" for t ="
                                        + " datetime \"2020-01-02T03:04:05.678Z\"")
                        .check(
                                ArgumentCheck.count(2)
                                        .and(TimeFunctions::checkTime)
                                        .and(ArgumentCheck.text(1)))
                        .returns(DataType.STRING)
                        .callPerPlace(TimeFunctions::format),
                ScalarFunction.named("tstamp")
                        .summary("The time of the engine's clock, in ms since 1970 in UTC.")
                        .example("tstamp() = 1577934245678")
                        .returns(DataType.BIGINT)
                        .contextualCall(context -> arguments -> context.clock().millis()));
    }

    /** No literal is a datetime. */
    private static Optional<String> checkTime(String function, List<Argument> arguments) {
        Argument time = arguments.get(0);
        return time.literal() || time.kind() == Argument.Kind.TIME_UNIT
                ? Optional.of("Expect datetime type for 1 parameter of function " + function + ".")
                : Optional.empty();
    }

    private static ScalarCall format() {
        Compiled<TimePattern> patterns = new Compiled<>(TimePattern::of);
        return nullable(a -> format(patterns, a[0], a[1]));
    }

    private static String format(Compiled<TimePattern> patterns, Object time, Object pattern) {
        if (!(time instanceof OffsetDateTime date)) {
            throw Arguments.invalid("");
        }
        try {
            return patterns.get(Arguments.text(pattern)).format(date);
        } catch (HaumeaException e) {
            // Clients know this error with an empty reason.
            throw new HaumeaException(e.code(), "", e);
        }
    }
}
