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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How a date and time is written: the pattern language of {@code format_time} and of a stream's
 * {@code TIMESTAMP_FORMAT}. Immutable and thread-safe; compile a pattern once and keep it.
 *
 * <table>
 * <caption>Letters</caption>
 * <tr><td>{@code yyyy YYYY}, {@code yy YY}<td>year with four or two digits
 * <tr><td>{@code M MM MMM MMMM}<td>month: 1, 01, Jan, January
 * <tr><td>{@code d dd}<td>day of the month
 * <tr><td>{@code EEE EEEE}<td>day of the week: Mon, Monday
 * <tr><td>{@code HH}<td>hour from 00 to 23
 * <tr><td>{@code h hh}<td>hour from 1 to 12, and {@code a} AM or PM
 * <tr><td>{@code m mm}, {@code s ss}<td>minute, second
 * <tr><td>{@code S SS SSS}<td>fraction of the second with the dot before it: {@code ssSSS} is 05.678
 * <tr><td>{@code X XX XXX}, {@code Z}<td>offset: +01, +0100, +01:00; {@code Z} is as {@code XX}
 * <tr><td>{@code z}<td>UTC, or else the offset as {@code XX}
 * <tr><td>{@code G}<td>AD
 * <tr><td>{@code 'text'}, {@code ''}<td>the text as it is, a single quote
 * </table>
 *
 * <p>Longer runs of a letter write nothing; all other characters stand for themselves. In reading,
 * a fraction behind the seconds may be there though the pattern has none, a run of spaces stands
 * for any number of them, and what the pattern leaves out is taken from the year 0, January 1st,
 * 00:00 UTC. Two digits of a year mean 1969 to 2068.
 */
public final class TimePattern {

    /**
     * The pattern for texts where none is given: {@code 2006-01-02T15:04:05.000Z} with exactly
     * three digits behind the point and {@code Z} or an offset such as {@code +01:00}.
     */
    public static final TimePattern DEFAULT =
            new TimePattern("yyyy-MM-dd'T'HH:mm:ssSSSXXX", TimePatternCompiler.defaultSteps());

    private final String pattern;
    private final List<TimeStep> steps;
    private final String layout;

    private TimePattern(String pattern, List<TimeStep> steps) {
        this.pattern = pattern;
        this.steps = steps;
        StringBuilder joined = new StringBuilder();
        steps.forEach(step -> joined.append(step.layout()));
        layout = joined.toString();
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern the pattern
     * @return what writes and reads so
     * @throws HaumeaException with {@link ErrorCode#INVALID_ARGUMENT} if it is none, such as {@code
     *     yyy} or a quote that is never closed
     */
    public static TimePattern of(String pattern) {
        return new TimePattern(pattern, new TimePatternCompiler(pattern).compile());
    }

    /** The pattern as it was given. */
    public String pattern() {
        return pattern;
    }

    /**
     * Writes a time.
     *
     * @param time the time; its own offset decides what is written
     * @return the text
     */
    public String format(OffsetDateTime time) {
        StringBuilder out = new StringBuilder(layout.length() + 8);
        for (TimeStep step : steps) {
            step.write(time, out);
        }
        return out.toString();
    }

    /**
     * Reads a time.
     *
     * @param text the text, the whole of which must fit
     * @return the time with the offset that the text gives, else UTC
     * @throws HaumeaException with {@link ErrorCode#INVALID_ARGUMENT} if the text doesn't fit; its
     *     message is that of EMQ X Kuiper 0.9, {@code parsing time "x" as "2006": cannot parse "x"
     *     as "2006"}
     */
    public OffsetDateTime parse(String text) {
        TimeReader reader = new TimeReader(text);
        for (TimeStep step : steps) {
            int from = reader.position();
            if (!step.read(reader)) {
                throw unfit(text, step, reader, from);
            }
        }
        if (!reader.atEnd()) {
            throw invalid(text, "extra text: " + reader.rest(reader.position()));
        }
        OffsetDateTime time = reader.time();
        if (time == null) {
            throw invalid(text, "day out of range");
        }
        return time;
    }

    private HaumeaException unfit(String text, TimeStep step, TimeReader reader, int from) {
        String outOfRange = reader.outOfRange();
        if (!outOfRange.isEmpty()) {
            return invalid(text, outOfRange + " out of range");
        }
        // A literal is compared character by character, and fails at the one that differs.
        int at = step instanceof TimeStep.Literal ? reader.position() : from;
        return new HaumeaException(
                ErrorCode.INVALID_ARGUMENT,
                "parsing time \""
                        + text
                        + "\" as \""
                        + layout
                        + "\": cannot parse \""
                        + reader.rest(at)
                        + "\" as \""
                        + step.layout()
                        + "\"");
    }

    private static HaumeaException invalid(String text, String problem) {
        return new HaumeaException(
                ErrorCode.INVALID_ARGUMENT, "parsing time \"" + text + "\": " + problem);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
