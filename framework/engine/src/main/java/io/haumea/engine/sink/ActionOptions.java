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
package io.haumea.engine.sink;

import io.haumea.sdk.config.Option;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import org.jspecify.annotations.Nullable;

/**
 * What every action understands beside the properties of its sink.
 *
 * @param retryInterval pause before a failed delivery is tried again; zero or less: not again
 * @param cacheLength how many emissions may wait
 * @param omitIfEmpty whether a result of one empty row is left out
 * @param sendSingle whether each row is sent for itself
 * @param dataTemplate refused
 */
record ActionOptions(
        @Option(
                        key = "retryInterval",
                        doc =
                                "Pause before a failed delivery is tried again; zero or less: it is"
                                        + " given up.",
                        unit = "ms",
                        fallback = "1000")
                long retryInterval,
        @Option(
                        key = "cacheLength",
                        doc = "How many results may wait for the sink.",
                        fallback = "1024")
                int cacheLength,
        @Option(
                        key = "omitIfEmpty",
                        doc = "Whether a result of one empty row is left out.",
                        fallback = "false")
                boolean omitIfEmpty,
        @Option(
                        key = "sendSingle",
                        doc = "Whether each row of a result is sent for itself.",
                        fallback = "false")
                boolean sendSingle,
        @Option(key = "dataTemplate", doc = "Refused: this version has no templates.")
                @Nullable String dataTemplate) {

    ActionOptions {
        if (dataTemplate != null && !dataTemplate.isBlank()) {
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION,
                    "property dataTemplate is not supported by this version",
                    "Leave it out: results are sent as JSON.",
                    null);
        }
        if (cacheLength < 1) {
            cacheLength = 1;
        }
    }
}
