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

import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one text by the parts of a {@link TimePattern}. Used once, by one thread. */
final class TimeReader {

    /** Two digits from here on belong to the last century, as in POSIX. */
    private static final int LAST_CENTURY = 69;

    private final String text;
    private int at;
    private String outOfRange = "";

    private int year;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private String half = "";
    private ZoneOffset offset = ZoneOffset.UTC;

    TimeReader(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    String rest(int from) {
        return text.substring(from);
    }

    /** The name of the part that was read but has an impossible value, or the empty text. */
    String outOfRange() {
        return outOfRange;
    }

    /** What was read; null if the month hasn't that day. */
    @Nullable OffsetDateTime time() {
        if (day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return null;
        }
        int hours = hour;
        if (half.equals("PM") && hour < 12) {
            hours += 12;
        } else if (half.equals("AM") && hour == 12) {
            hours = 0;
        }
        return OffsetDateTime.of(year, month, day, hours, minute, second, nano, offset);
    }

    boolean literal(String literal) {
        int i = 0;
        while (i < literal.length()) {
            char wanted = literal.charAt(i);
            if (wanted == ' ') {
                if (at < text.length() && text.charAt(at) != ' ') {
                    return false;
                }
                i = endOfSpaces(literal, i);
                at = endOfSpaces(text, at);
            } else {
                if (at >= text.length() || text.charAt(at) != wanted) {
                    return false;
                }
                i++;
                at++;
            }
        }
        return true;
    }

    private static int endOfSpaces(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    boolean year() {
        int value = number(4, 4);
        year = value;
        return value >= 0;
    }

    boolean shortYear() {
        int value = number(2, 2);
        year = value + (value >= LAST_CENTURY ? 1900 : 2000);
        return value >= 0;
    }

    boolean month(boolean twoDigits) {
        int value = number(twoDigits ? 2 : 1, 2);
        month = value;
        return inRange(value, 1, 12, "month");
    }

    boolean monthName(List<String> names) {
        int index = name(names);
        month = index + 1;
        return index >= 0;
    }

    boolean day(boolean twoDigits) {
        int value = number(twoDigits ? 2 : 1, 2);
        day = value;
        return value >= 0;
    }

    boolean weekday(List<String> names) {
        return name(names) >= 0;
    }

    boolean hour() {
        int value = number(1, 2);
        hour = value;
        return inRange(value, 0, 23, "hour");
    }

    boolean halfDayHour(boolean twoDigits) {
        int value = number(twoDigits ? 2 : 1, 2);
        hour = value;
        return inRange(value, 0, 12, "hour");
    }

    boolean halfOfDay() {
        if (!text.startsWith("PM", at) && !text.startsWith("AM", at)) {
            return false;
        }
        half = text.substring(at, at + 2);
        at += 2;
        return true;
    }

    boolean minute(boolean twoDigits) {
        int value = number(twoDigits ? 2 : 1, 2);
        minute = value;
        return inRange(value, 0, 59, "minute");
    }

    boolean second(boolean twoDigits) {
        int value = number(twoDigits ? 2 : 1, 2);
        second = value;
        return inRange(value, 0, 59, "second");
    }

    /** So many digits behind a dot, which may be one that a literal has read already. */
    boolean fraction(int places) {
        int from = at;
        if (from < text.length() && text.charAt(from) == '.') {
            from++;
        } else if (from == 0 || text.charAt(from - 1) != '.') {
            return false;
        }
        int end = endOfDigits(from, places);
        if (end - from < places) {
            return false;
        }
        readFraction(from, end);
        return true;
    }

    boolean optionalFraction() {
        if (at < text.length() && text.charAt(at) == '.') {
            int end = endOfDigits(at + 1, text.length());
            if (end > at + 1) {
                readFraction(at + 1, end);
            }
        }
        return true;
    }

    private void readFraction(int from, int end) {
        int value = 0;
        for (int place = 0; place < 9; place++) {
            value = value * 10 + (from + place < end ? text.charAt(from + place) - '0' : 0);
        }
        nano = value;
        at = end;
    }

    boolean isoOffset() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            return true;
        }
        return offset(6, 4);
    }

    /** A sign, two digits of hours and, if it is longer than those, of minutes from a place on. */
    boolean offset(int length, int minutesAt) {
        if (at + length > text.length()) {
            return false;
        }
        char sign = text.charAt(at);
        int hours = digits(at + 1, at + 3);
        int minutes = length == 3 ? 0 : digits(at + minutesAt, at + minutesAt + 2);
        boolean colon = minutesAt == 3 || text.charAt(at + 3) == ':';
        if ((sign != '+' && sign != '-') || !colon || hours < 0 || minutes < 0) {
            return false;
        }
        return offset(sign, hours, minutes, length);
    }

    private boolean offset(char sign, int hours, int minutes, int length) {
        int seconds = (hours * 60 + minutes) * 60;
        if (seconds > ZoneOffset.MAX.getTotalSeconds()) {
            outOfRange = "time zone offset";
            return false;
        }
        offset = ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
        at += length;
        return true;
    }

    /** UTC, GMT, another name in capitals, which says no more than UTC here, or an offset. */
    boolean zoneName() {
        if (text.startsWith("GMT", at)) {
            at += 3;
            int end = at < text.length() ? endOfDigits(at + 1, 2) : at;
            boolean hours = end > at + 1 && (text.charAt(at) == '+' || text.charAt(at) == '-');
            return !hours || offset(text.charAt(at), digits(at + 1, end), 0, end - at);
        }
        if (offset(5, 3) || offset(3, 3)) {
            return true;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        int letters = end - at;
        if (letters < 3 || letters > 5 || (letters == 5 && text.charAt(end - 1) != 'T')) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean inRange(int value, int from, int to, String part) {
        if (value >= 0 && (value < from || value > to)) {
            outOfRange = part;
        }
        return value >= from && value <= to;
    }

    /** A number of so many digits; -1 if there are fewer. */
    private int number(int fewest, int most) {
        int end = endOfDigits(at, most);
        if (end - at < fewest) {
            return -1;
        }
        int value = digits(at, end);
        at = end;
        return value;
    }

    private int endOfDigits(int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The number between two places; -1 if there is anything but digits. */
    private int digits(int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private int name(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (text.regionMatches(true, at, name, 0, name.length())) {
                at += name.length();
                return i;
            }
        }
        return -1;
    }
}
