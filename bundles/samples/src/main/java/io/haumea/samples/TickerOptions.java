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
package io.haumea.samples;

import io.haumea.sdk.config.Option;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.time.Duration;

/**
 * What users can say about a ticker. From this record come parsing, error messages, the reference
 * page and the console's form.
 *
 * @param interval the time from one message to the next
 */
record TickerOptions(
        @Option(
                        key = "interval",
                        doc = "The time from one message to the next.",
                        unit = "ms",
                        fallback = "1s")
                Duration interval) {

    /** Checks what the type can't say. Users see the sentence when they create the rule. */
    TickerOptions {
        if (interval.isZero()) {
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION,
                    "ticker source property interval is 0, but must be at least 1 ms");
        }
    }
}
