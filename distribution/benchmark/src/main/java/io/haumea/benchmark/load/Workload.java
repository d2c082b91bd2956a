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
package io.haumea.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The messages of a run. Each carries its number, and what it holds follows from the number, so
 * that the receiving end knows what must come and when it was due. All are equally long.
 */
public final class Workload {

    /** The columns of the messages, as a stream declares them. */
    public static final String COLUMNS =
            "temperature FLOAT, humidity BIGINT, deviceid BIGINT, seq BIGINT";

    /** Half of the temperatures are above this. */
    public static final int MIDDLE = 50;

    /** The number of a message that only tries whether the way is open. */
    static final long PROBE = -1;

    // Added to numbers, so that all have ten digits.
    private static final long BASE = 1_000_000_000L;
    private static final int DIGITS = 10;
    private static final int LOWEST = 11;
    private static final int HIGHEST = 90;
    private static final int TABLE = 4096;
    private static final String TEMPLATE =
            "{\"temperature\": 00, \"humidity\": 00, \"deviceid\": 00, \"seq\": 0000000000}";
    private static final int TEMPERATURE_AT = TEMPLATE.indexOf("00");
    private static final int HUMIDITY_AT = TEMPLATE.indexOf("00", TEMPERATURE_AT + 2);
    private static final int DEVICE_AT = TEMPLATE.indexOf("00", HUMIDITY_AT + 2);
    private static final int NUMBER_AT = TEMPLATE.indexOf("0000000000");
    private static final byte[] NUMBER_KEY = "\"seq\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] temperatures = new byte[TABLE];
    private final byte[] devices = new byte[TABLE];

    /** Always the same messages. */
    public Workload() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TABLE; i++) {
            temperatures[i] = (byte) random.nextInt(LOWEST, HIGHEST + 1);
            devices[i] = (byte) random.nextInt(LOWEST, HIGHEST + 1);
        }
    }

    /** The temperature of a message. */
    public int temperature(long number) {
        return temperatures[(int) (number & (TABLE - 1))];
    }

    /** The text with zeros in all places. */
    static byte[] template() {
        return TEMPLATE.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Puts a message's values into a copy of the template.
     *
     * @param number the message; {@link #PROBE} too
     * @param bytes holds the copy
     * @param start where in it the copy begins
     */
    void fill(long number, byte[] bytes, int start) {
        int row = (int) (number & (TABLE - 1));
        twoDigits(temperatures[row], bytes, start + TEMPERATURE_AT);
        twoDigits(devices[TABLE - 1 - row], bytes, start + HUMIDITY_AT);
        twoDigits(devices[row], bytes, start + DEVICE_AT);
        long rest = BASE + (number == PROBE ? 9 * BASE - 1 : number); // a probe is all nines
        for (int i = DIGITS - 1; i >= 0; i--) {
            bytes[start + NUMBER_AT + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static void twoDigits(int value, byte[] bytes, int at) {
        bytes[at] = (byte) ('0' + value / 10);
        bytes[at + 1] = (byte) ('0' + value % 10);
    }

    /**
     * Finds the number in a message or in a result that has the column {@code seq}.
     *
     * @return the number, {@link #PROBE}, or -2 if there is none
     */
    static long number(byte[] bytes, int start, int end) {
        int at = end - NUMBER_KEY.length - DIGITS;
        while (at >= start && !isKey(bytes, at)) {
            at--;
        }
        if (at < start) {
            return -2;
        }
        at += NUMBER_KEY.length;
        while (bytes[at] == ' ') {
            at++;
        }
        long value = 0;
        for (int i = 0; i < DIGITS; i++) {
            value = value * 10 + bytes[at + i] - '0';
        }
        return value == 10 * BASE - 1 ? PROBE : value - BASE;
    }

    private static boolean isKey(byte[] bytes, int at) {
        for (int i = 0; i < NUMBER_KEY.length; i++) {
            if (bytes[at + i] != NUMBER_KEY[i]) {
                return false;
            }
        }
        return true;
    }
}
