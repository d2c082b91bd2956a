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
package io.haumea.engine.source;

/**
 * Says how long the messages of a stream should gather before they are handed on. To hand a batch
 * to a rule costs about as much as a few messages in it, so where many rules read a busy stream, a
 * batch goes to them at most once in a while. The first message after a quiet time never waits.
 */
final class Gathering {

    private static final long NANOS_PER_READER = 10_000;
    private static final int FEW_READERS = 100;
    private static final long MOST_NANOS = 20_000_000;

    private boolean begun;
    private long lastNanos;

    /** How much longer what is for so many readers should wait; not positive for not at all. */
    long restNanos(int readers, long now) {
        if (!begun || readers < FEW_READERS) {
            return 0;
        }
        return lastNanos + Math.min(MOST_NANOS, readers * NANOS_PER_READER) - now;
    }

    /** A batch has gone. */
    void handedOn(long now) {
        begun = true;
        lastNanos = now;
    }
}
