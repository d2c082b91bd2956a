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
package io.haumea.benchmark.scenario;

import io.haumea.benchmark.machine.Rest;

/** Rules on the stream {@code demo}, each with another threshold, that do nothing with results. */
final class Thresholds {

    private static final double LOWEST = 10;
    private static final double SPAN = 80;
    // Far apart in the order of creation, so that any number of rules covers the span evenly.
    private static final double GOLDEN = 0.6180339887498949;

    private final Rest rest;
    private int count;

    Thresholds(Rest rest) {
        this.rest = rest;
    }

    /**
     * Creates rules one by one until there are so many.
     *
     * @return how long that took, in seconds
     */
    double grow(int rules) throws InterruptedException {
        long began = System.nanoTime();
        for (; count < rules; count++) {
            double threshold = LOWEST + SPAN * (count * GOLDEN % 1);
            rest.createRule(
                    id(count),
                    "SELECT temperature FROM demo WHERE temperature > " + (float) threshold,
                    Stage.NOP);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    int count() {
        return count;
    }

    static String id(int index) {
        return "t" + index;
    }
}
