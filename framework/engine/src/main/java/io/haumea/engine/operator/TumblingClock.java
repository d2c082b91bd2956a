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
package io.haumea.engine.operator;

/**
 * The ends of tumbling windows in processing time: every length from the start of the rule, without
 * drift. A timer is armed only while there is something to emit.
 */
final class TumblingClock {

    private final long lengthMillis;
    private final OperatorContext context;
    private final Runnable close;
    private long armedFor = Long.MIN_VALUE;

    TumblingClock(long lengthMillis, OperatorContext context, Runnable close) {
        this.lengthMillis = lengthMillis;
        this.context = context;
        this.close = close;
    }

    /** Sees to it that the window of the present message will be closed. */
    void arm() {
        long now = context.nowMillis();
        if (now < armedFor) {
            return;
        }
        long windows = Math.floorDiv(now - context.startMillis(), lengthMillis) + 1;
        armedFor = context.startMillis() + windows * lengthMillis;
        context.timer(armedFor, close);
    }
}
