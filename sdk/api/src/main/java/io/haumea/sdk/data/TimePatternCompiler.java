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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a {@link TimePattern}. */
final class TimePatternCompiler {

    private final String pattern;
    private final List<TimeStep> steps = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TimePatternCompiler(String pattern) {
        this.pattern = pattern;
    }

    /** What no letters can say: the offset may be {@code Z}. */
    static List<TimeStep> defaultSteps() {
        List<TimeStep> steps =
                new ArrayList<>(new TimePatternCompiler("yyyy-MM-dd'T'HH:mm:ssSSS").compile());
        steps.add(TimeElement.ISO_OFFSET);
        return List.copyOf(steps);
    }

    List<TimeStep> compile() {
        int at = 0;
        while (at < pattern.length()) {
            char letter = pattern.charAt(at);
            if (letter == '\'') {
                at = quoted(at);
            } else if ("YyMdEHhamsSzZXG".indexOf(letter) < 0) {
                literal.append(letter);
                at++;
            } else {
                int end = endOfRun(at);
                element(letter, pattern.substring(at, end));
                at = end;
            }
        }
        endLiteral();
        return withOptionalFractions();
    }

    private int endOfRun(int from) {
        int end = from + 1;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(from)) {
            end++;
        }
        return end;
    }

    /** Takes what stands from one quote to the next; two quotes are one. */
    private int quoted(int from) {
        int at = from + 1;
        if (at < pattern.length() && pattern.charAt(at) == '\'') {
            literal.append('\'');
            return at + 1;
        }
        while (at < pattern.length()) {
            if (pattern.charAt(at) != '\'') {
                literal.append(pattern.charAt(at));
                at++;
            } else if (at + 1 < pattern.length() && pattern.charAt(at + 1) == '\'') {
                literal.append('\'');
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw invalid(
                "invalid time format " + pattern + ": the quote at " + from + " is not closed");
    }

    private void element(char letter, String run) {
        TimeElement element = find(letter, run);
        if (element != null) {
            endLiteral();
            steps.add(element);
        }
    }

    /** The part that a run of a letter stands for; null if it is too long and says nothing. */
    private static @Nullable TimeElement find(char letter, String run) {
        return switch (letter) {
            case 'y', 'Y' -> year(run);
            case 'E' -> weekday(run);
            case 'H' -> hour(run);
            default -> find(forms(letter), run.length());
        };
    }

    private static TimeElement year(String run) {
        return switch (run.length()) {
            case 2 -> TimeElement.SHORT_YEAR;
            case 4 -> TimeElement.YEAR;
            default -> throw invalid("invalid time format " + run + " for Y/y");
        };
    }

    private static TimeElement weekday(String run) {
        return switch (run.length()) {
            case 3 -> TimeElement.SHORT_WEEKDAY;
            case 4 -> TimeElement.WEEKDAY;
            default -> throw invalid("invalid time format " + run + " for E");
        };
    }

    private static TimeElement hour(String run) {
        if (run.length() != 2) {
            throw invalid("invalid time format " + run + " of H, only HH is supported");
        }
        return TimeElement.HOUR;
    }

    private static @Nullable TimeElement find(List<TimeElement> forms, int length) {
        return length > forms.size() ? null : forms.get(length - 1);
    }

    /** The forms of a letter by its number. */
    private static List<TimeElement> forms(char letter) {
        return switch (letter) {
            case 'M' ->
                    List.of(
                            TimeElement.MONTH,
                            TimeElement.TWO_DIGIT_MONTH,
                            TimeElement.SHORT_MONTH_NAME,
                            TimeElement.MONTH_NAME);
            case 'd' -> List.of(TimeElement.DAY, TimeElement.TWO_DIGIT_DAY);
            case 'h' -> List.of(TimeElement.HALF_DAY_HOUR, TimeElement.TWO_DIGIT_HALF_DAY_HOUR);
            case 'a' -> List.of(TimeElement.HALF_OF_DAY);
            case 'm' -> List.of(TimeElement.MINUTE, TimeElement.TWO_DIGIT_MINUTE);
            case 's' -> List.of(TimeElement.SECOND, TimeElement.TWO_DIGIT_SECOND);
            case 'S' -> TimeElement.FRACTIONS;
            case 'z' -> List.of(TimeElement.ZONE_NAME);
            case 'Z' -> List.of(TimeElement.OFFSET);
            case 'G' -> List.of(TimeElement.ERA);
            default ->
                    List.of(TimeElement.HOUR_OFFSET, TimeElement.OFFSET, TimeElement.COLON_OFFSET);
        };
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            steps.add(new TimeStep.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private List<TimeStep> withOptionalFractions() {
        List<TimeStep> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            TimeStep step = steps.get(i);
            all.add(step);
            boolean seconds = step == TimeElement.SECOND || step == TimeElement.TWO_DIGIT_SECOND;
            if (seconds && !fractionAfter(i)) {
                all.add(TimeElement.OPTIONAL_FRACTION);
            }
        }
        return List.copyOf(all);
    }

    /** Whether the next part of a time, behind a literal perhaps, is a fraction. */
    private boolean fractionAfter(int index) {
        int next = index + 1;
        if (next < steps.size() && steps.get(next) instanceof TimeStep.Literal) {
            next++;
        }
        return next < steps.size() && TimeElement.FRACTIONS.contains(steps.get(next));
    }

    private static HaumeaException invalid(String message) {
        return new HaumeaException(ErrorCode.INVALID_ARGUMENT, message);
    }
}
