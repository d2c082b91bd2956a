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
import java.util.Arrays;

/**
 * Writes the messages of all devices, which take turns. Made for load: no text and no formatting on
 * the way, and nothing allocated but the payload. Used by one thread at a time.
 */
final class Readings {

    private static final byte[] HUMIDITY = ascii(",\"humidity\":");
    private static final byte[] SEQUENCE = ascii(",\"seq\":");
    private static final byte[] TIME = ascii(",\"ts\":");
    private static final int LONGEST_TAIL = 128;

    private final Device[] devices;
    private byte[] line = new byte[0];
    private int length;

    Readings(long seed, String prefix, int count) {
        devices = new Device[count];
        for (int i = 0; i < count; i++) {
            devices[i] = new Device(seed, i, prefix + "-" + (i + 1));
        }
    }

    /**
     * One message as JSON.
     *
     * @param sequence its number, from 1
     * @param time its time in milliseconds since 1970
     * @return its bytes; the caller's own
     */
    byte[] payload(long sequence, long time) {
        Device device = devices[(int) ((sequence - 1) % devices.length)];
        long step = (sequence - 1) / devices.length;
        begin(device.head());
        int temperature = device.temperature(step);
        number(temperature / 10);
        line[length++] = '.';
        line[length++] = (byte) ('0' + temperature % 10);
        text(HUMIDITY);
        number(device.humidity(step));
        text(SEQUENCE);
        number(sequence);
        text(TIME);
        number(time);
        line[length++] = '}';
        return Arrays.copyOf(line, length);
    }

    private void begin(byte[] head) {
        if (line.length < head.length + LONGEST_TAIL) {
            line = new byte[head.length + LONGEST_TAIL];
        }
        length = 0;
        text(head);
    }

    private void text(byte[] bytes) {
        System.arraycopy(bytes, 0, line, length, bytes.length);
        length += bytes.length;
    }

    private void number(long value) {
        long rest = value;
        if (rest < 0) {
            line[length++] = '-';
            rest = -rest;
        }
        int end = length + digits(rest);
        for (int at = end - 1; at >= length; at--) {
            line[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
