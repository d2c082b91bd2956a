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
package io.haumea.benchmark.harness;

/**
 * Counts durations in buckets that are at most 1.6 % wide, so that millions of them need no memory.
 * Not thread-safe.
 */
public final class Percentiles {

    private static final int PRECISION_BITS = 6;
    private static final int BUCKETS = 1 << PRECISION_BITS;

    private final long[] counts = new long[BUCKETS * (Long.SIZE - PRECISION_BITS)];
    private long total;
    private long max;

    /**
     * Counts a duration.
     *
     * @param nanos in ns; what is below zero counts as zero
     */
    public void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        total++;
        max = Math.max(max, value);
    }

    /** How many were counted. */
    public long total() {
        return total;
    }

    /** The longest, in microseconds. */
    public double maxMicros() {
        return max / 1e3;
    }

    /**
     * A percentile.
     *
     * @param percent above 0, up to 100
     * @return in microseconds, the upper end of its bucket; 0 if nothing was counted
     */
    public double micros(double percent) {
        long rank = (long) Math.ceil(total * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return Math.min(upperEnd(i), max) / 1e3;
            }
        }
        return 0;
    }

    /** Values below 64 have a bucket each; above, each doubling is cut into 64. */
    private static int bucket(long value) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - PRECISION_BITS - 1);
        return shift * BUCKETS + (int) (value >>> shift);
    }

    private static long upperEnd(int bucket) {
        if (bucket < 2 * BUCKETS) {
            return bucket;
        }
        int shift = bucket / BUCKETS - 1;
        return ((long) (bucket - shift * BUCKETS + 1) << shift) - 1;
    }
}
