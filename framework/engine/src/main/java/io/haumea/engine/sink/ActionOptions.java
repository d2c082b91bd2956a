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
import org.jspecify.annotations.Nullable;

/**
 * What every action understands beside the properties of its sink.
 *
 * @param retryInterval pause before a failed delivery is tried again; zero or less: not again
 * @param cacheLength how many emissions may wait
 * @param omitIfEmpty whether a result of one empty row is left out
 * @param sendSingle whether each row is sent for itself
 * @param dataTemplate what makes the text to be sent of a result, or of a row with sendSingle
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
        @Option(
                        key = "dataTemplate",
                        doc =
                                "Makes the text to be sent of a result, or with sendSingle of each"
                                        + " row: a template in the language of Go's text/template.")
                @Nullable String dataTemplate) {

    ActionOptions {
        if (cacheLength < 1) {
            cacheLength = 1;
        }
    }
}
