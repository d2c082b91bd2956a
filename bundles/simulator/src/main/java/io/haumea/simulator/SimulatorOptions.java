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
package io.haumea.simulator;

import io.haumea.sdk.config.Option;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;

/**
 * What users can say about a simulation.
 *
 * @param devices how many devices take turns, 1 to 100,000
 * @param seed which of the possible worlds; equal seeds give equal readings
 * @param rate messages per second over all devices; 0 means as fast as possible
 * @param count the sequence ends after so many messages; 0 means never
 */
record SimulatorOptions(
        @Option(
                        key = "devices",
                        doc = "How many devices take turns in sending, 1 to 100000.",
                        fallback = "3")
                int devices,
        @Option(
                        key = "seed",
                        doc = "Equal seeds give equal readings in the same order.",
                        fallback = "1")
                long seed,
        @Option(
                        key = "rate",
                        doc =
                                "Messages per second over all devices, up to 10000000;"
                                        + " 0 sends as fast as possible.",
                        unit = "messages/s",
                        fallback = "10")
                double rate,
        @Option(
                        key = "count",
                        doc = "Ends the sequence after so many messages; 0 goes on for ever.",
                        fallback = "0")
                long count) {

    private static final int MAX_DEVICES = 100_000;
    private static final double MIN_RATE = 1e-6;
    private static final double MAX_RATE = 1e7;

    /** Checks the ranges. */
    SimulatorOptions {
        if (devices < 1 || devices > MAX_DEVICES) {
            throw invalid("devices", devices, "1 to " + MAX_DEVICES);
        }
        if (rate != 0 && !(rate >= MIN_RATE && rate <= MAX_RATE)) {
            throw invalid("rate", rate, "0, or 0.000001 to 10000000 messages per second");
        }
        if (count < 0) {
            throw invalid("count", count, "0 or more");
        }
    }

    /** Whether the sequence has no message of that number any more. */
    boolean endsBefore(long sequence) {
        return count > 0 && sequence > count;
    }

    private static HaumeaException invalid(String key, Object value, String wanted) {
        return new HaumeaException(
                ErrorCode.INVALID_OPTION,
                "simulator source property " + key + " is '" + value + "', but must be " + wanted);
    }
}
