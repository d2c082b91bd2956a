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

import java.nio.charset.StandardCharsets;

/**
 * One device: its readings by step. Immutable.
 *
 * <p>Temperatures stay between 14.0 and 26.0, but for one spike of 40.0 to 50.0 in each 50
 * readings, so that a filter such as {@code temperature > 30} has something to find. Humidity stays
 * between 25 and 65.
 */
final class Device {

    private static final int SPIKE_EVERY = 50;
    private static final int SLOW = 64;
    private static final int FAST = 8;

    private final Wander temperature;
    private final Wander humidity;
    private final int usualTemperature;
    private final int usualHumidity;
    private final byte[] head;

    Device(long seed, int index, String name) {
        this.temperature = new Wander(seed, 2L * index);
        this.humidity = new Wander(seed, 2L * index + 1);
        this.usualTemperature = 180 + temperature.below(-1, 41);
        this.usualHumidity = 35 + humidity.below(-1, 21);
        this.head =
                ("{\"device\":\"" + name + "\",\"temperature\":").getBytes(StandardCharsets.UTF_8);
    }

    /** The payload up to the first value; not to be changed. */
    byte[] head() {
        return head;
    }

    /**
     * The temperature in tenths of a degree.
     *
     * @param step the number of the reading, from 0
     */
    int temperature(long step) {
        long block = step / SPIKE_EVERY;
        if (temperature.below(block, SPIKE_EVERY) == step % SPIKE_EVERY) {
            return 400 + humidity.below(block, 101);
        }
        double way = 30 * temperature.at(step, SLOW) + 10 * temperature.at(step, FAST);
        return usualTemperature + (int) Math.round(way);
    }

    /**
     * The humidity in percent.
     *
     * @param step the number of the reading, from 0
     */
    int humidity(long step) {
        return usualHumidity + (int) Math.round(10 * humidity.at(step, SLOW));
    }
}
