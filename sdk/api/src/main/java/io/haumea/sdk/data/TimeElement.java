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
package io.haumea.sdk.data;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The parts of a {@link TimePattern} that stand for a part of a time. */
final class TimeElement implements TimeStep {
    static final TimeElement YEAR =
            new TimeElement(
                    "2006", (time, out) -> digits(time.getYear(), 4, out), TimeReader::year);

    static final TimeElement SHORT_YEAR =
            new TimeElement(
                    "06",
                    (time, out) -> digits(Math.floorMod(time.getYear(), 100), 2, out),
                    TimeReader::shortYear);

    static final TimeElement MONTH =
            new TimeElement(
                    "1",
                    (time, out) -> out.append(time.getMonthValue()),
                    reader -> reader.month(false));

    static final TimeElement TWO_DIGIT_MONTH =
            new TimeElement(
                    "01",
                    (time, out) -> digits(time.getMonthValue(), 2, out),
                    reader -> reader.month(true));

    static final TimeElement SHORT_MONTH_NAME =
            new TimeElement(
                    "Jan",
                    (time, out) -> out.append(TimeNames.MONTHS.get(time.getMonthValue() - 1), 0, 3),
                    reader -> reader.monthName(TimeNames.SHORT_MONTHS));

    static final TimeElement MONTH_NAME =
            new TimeElement(
                    "January",
                    (time, out) -> out.append(TimeNames.MONTHS.get(time.getMonthValue() - 1)),
                    reader -> reader.monthName(TimeNames.MONTHS));

    static final TimeElement DAY =
            new TimeElement(
                    "2",
                    (time, out) -> out.append(time.getDayOfMonth()),
                    reader -> reader.day(false));

    static final TimeElement TWO_DIGIT_DAY =
            new TimeElement(
                    "02",
                    (time, out) -> digits(time.getDayOfMonth(), 2, out),
                    reader -> reader.day(true));

    static final TimeElement SHORT_WEEKDAY =
            new TimeElement(
                    "Mon",
                    (time, out) ->
                            out.append(
                                    TimeNames.DAYS.get(time.getDayOfWeek().getValue() - 1), 0, 3),
                    reader -> reader.weekday(TimeNames.SHORT_DAYS));

    static final TimeElement WEEKDAY =
            new TimeElement(
                    "Monday",
                    (time, out) ->
                            out.append(TimeNames.DAYS.get(time.getDayOfWeek().getValue() - 1)),
                    reader -> reader.weekday(TimeNames.DAYS));

    static final TimeElement HOUR =
            new TimeElement("15", (time, out) -> digits(time.getHour(), 2, out), TimeReader::hour);

    static final TimeElement HALF_DAY_HOUR =
            new TimeElement(
                    "3",
                    (time, out) -> out.append(halfDay(time)),
                    reader -> reader.halfDayHour(false));

    static final TimeElement TWO_DIGIT_HALF_DAY_HOUR =
            new TimeElement(
                    "03",
                    (time, out) -> digits(halfDay(time), 2, out),
                    reader -> reader.halfDayHour(true));

    static final TimeElement HALF_OF_DAY =
            new TimeElement(
                    "PM",
                    (time, out) -> out.append(time.getHour() >= 12 ? "PM" : "AM"),
                    TimeReader::halfOfDay);

    static final TimeElement MINUTE =
            new TimeElement(
                    "4",
                    (time, out) -> out.append(time.getMinute()),
                    reader -> reader.minute(false));

    static final TimeElement TWO_DIGIT_MINUTE =
            new TimeElement(
                    "04",
                    (time, out) -> digits(time.getMinute(), 2, out),
                    reader -> reader.minute(true));

    static final TimeElement SECOND =
            new TimeElement(
                    "5",
                    (time, out) -> out.append(time.getSecond()),
                    reader -> reader.second(false));

    static final TimeElement TWO_DIGIT_SECOND =
            new TimeElement(
                    "05",
                    (time, out) -> digits(time.getSecond(), 2, out),
                    reader -> reader.second(true));

    static final TimeElement TENTHS =
            new TimeElement(
                    ".0",
                    (time, out) -> fraction(time.getNano() / 100_000_000, 1, out),
                    reader -> reader.fraction(1));

    static final TimeElement HUNDREDTHS =
            new TimeElement(
                    ".00",
                    (time, out) -> fraction(time.getNano() / 10_000_000, 2, out),
                    reader -> reader.fraction(2));

    static final TimeElement MILLISECONDS =
            new TimeElement(
                    ".000",
                    (time, out) -> fraction(time.getNano() / 1_000_000, 3, out),
                    reader -> reader.fraction(3));

    /** Stands behind seconds where no fraction follows: texts may have one all the same. */
    static final TimeElement OPTIONAL_FRACTION =
            new TimeElement("", (time, out) -> {}, TimeReader::optionalFraction);

    static final TimeElement ZONE_NAME =
            new TimeElement(
                    "MST",
                    (time, out) -> {
                        if (time.getOffset().equals(ZoneOffset.UTC)) {
                            out.append("UTC");
                        } else {
                            offset(time, "", out);
                        }
                    },
                    TimeReader::zoneName);

    static final TimeElement OFFSET =
            new TimeElement(
                    "-0700", (time, out) -> offset(time, "", out), reader -> reader.offset(5, 3));

    static final TimeElement HOUR_OFFSET =
            new TimeElement(
                    "-07",
                    (time, out) -> {
                        int length = out.length();
                        offset(time, "", out);
                        out.setLength(length + 3);
                    },
                    reader -> reader.offset(3, 3));

    static final TimeElement COLON_OFFSET =
            new TimeElement(
                    "-07:00", (time, out) -> offset(time, ":", out), reader -> reader.offset(6, 4));

    /** As {@link #COLON_OFFSET}, but UTC is {@code Z}. */
    static final TimeElement ISO_OFFSET =
            new TimeElement(
                    "Z07:00",
                    (time, out) -> {
                        if (time.getOffset().equals(ZoneOffset.UTC)) {
                            out.append('Z');
                        } else {
                            offset(time, ":", out);
                        }
                    },
                    TimeReader::isoOffset);

    static final TimeElement ERA =
            new TimeElement("AD", (time, out) -> out.append("AD"), reader -> reader.literal("AD"));

    /** The forms of a fraction. */
    static final List<TimeElement> FRACTIONS = List.of(TENTHS, HUNDREDTHS, MILLISECONDS);

    private final String layout;
    private final BiConsumer<OffsetDateTime, StringBuilder> writer;
    private final Predicate<TimeReader> parser;

    private TimeElement(
            String layout,
            BiConsumer<OffsetDateTime, StringBuilder> writer,
            Predicate<TimeReader> parser) {
        this.layout = layout;
        this.writer = writer;
        this.parser = parser;
    }

    @Override
    public String layout() {
        return layout;
    }

    @Override
    public void write(OffsetDateTime time, StringBuilder out) {
        writer.accept(time, out);
    }

    @Override
    public boolean read(TimeReader reader) {
        return parser.test(reader);
    }

    private static int halfDay(OffsetDateTime time) {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static void fraction(int value, int places, StringBuilder out) {
        digits(value, places, out.append('.'));
    }

    private static void offset(OffsetDateTime time, String separator, StringBuilder out) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        out.append(time.getOffset().getTotalSeconds() < 0 ? '-' : '+');
        digits(Math.abs(minutes) / 60, 2, out);
        digits(Math.abs(minutes) % 60, 2, out.append(separator));
    }

    private static void digits(int value, int places, StringBuilder out) {
        String text = Integer.toString(Math.abs(value));
        out.append(value < 0 ? "-" : "");
        for (int missing = places - text.length(); missing > 0; missing--) {
            out.append('0');
        }
        out.append(text);
    }
}
