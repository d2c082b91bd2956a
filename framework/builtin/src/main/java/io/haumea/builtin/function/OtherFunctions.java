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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionContext;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Functions that belong to no family. */
final class OtherFunctions {

    /** From the beginning of the Gregorian calendar to 1970, in steps of 100 ns. */
    private static final long GREGORIAN_OFFSET = 0x01B21DD213814000L;

    private OtherFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ScalarFunction.named("isnull")
                        .summary("Whether the value is NULL.")
                        .parameter("value", "any value")
                        .example("isnull(a) = false for a = 1")
                        .example("isnull(a) = true for a = null")
                        .check(Arguments.atLeast(1, "The arguments for %s should be 1."))
                        .returns(DataType.BOOLEAN)
                        .call(arguments -> arguments[0] == null),
                ScalarFunction.named("newuuid")
                        .summary("A new UUID of version 1, made of the time and a random node.")
                        .example("newuuid() = \"13814000-1dd2-11b2-8000-0242ac120002\"")
                        .check(ArgumentCheck.count(0))
                        .returns(DataType.STRING)
                        .contextualCall(context -> arguments -> newUuid(context)));
    }

    /** RFC 9562, version 1; the multicast bit of the node tells that it is no network address. */
    private static String newUuid(FunctionContext context) {
        Instant now = context.clock().instant();
        long time = now.getEpochSecond() * 10_000_000L + now.getNano() / 100 + GREGORIAN_OFFSET;
        long high = time << 32 | (time >>> 16 & 0xFFFF0000L) | 0x1000L | (time >>> 48 & 0x0FFFL);
        long random = context.random().nextLong();
        long low = (random & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE | 1L << 40;
        return new UUID(high, low).toString();
    }
}
