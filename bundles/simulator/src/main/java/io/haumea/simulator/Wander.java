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

/**
 * Made-up quantities that wander slowly, each value a pure function of seed, channel and step: any
 * step can be computed without those before it, which is what makes going back cheap. Immutable.
 *
 * <p>Value noise: random points at regular steps, smoothly joined. The points come from the
 * finalizer of SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators",
 * 2014).
 */
final class Wander {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    /**
     * A quantity.
     *
     * @param seed the seed of the simulation
     * @param channel which quantity of which device
     */
    Wander(long seed, long channel) {
        this.key = mix(mix(seed + GOLDEN) + channel * GOLDEN);
    }

    /**
     * A value that moves from one random point to the next.
     *
     * @param step the step, 0 or more
     * @param period steps from one random point to the next, 1 or more
     * @return -1 to 1
     */
    double at(long step, int period) {
        long point = step / period;
        double way = (double) (step % period) / period;
        double from = unit(point, period);
        double to = unit(point + 1, period);
        return from + (to - from) * way * way * (3 - 2 * way);
    }

    /**
     * A random whole number.
     *
     * @param step which one, 0 or more
     * @param bound more than 0
     * @return 0 to {@code bound - 1}
     */
    int below(long step, int bound) {
        return (int) Long.remainderUnsigned(mix(key + step * GOLDEN), bound);
    }

    /** A random number from -1 to 1; the period keeps slow and fast movements apart. */
    private double unit(long point, int period) {
        long bits = mix(key + (point * 2 + 1) * GOLDEN + period) >>> 11;
        return bits * UNIT * 2 - 1;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
