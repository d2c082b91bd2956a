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
package io.haumea.builtin.regex;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bounds what compiling an expression costs before it is compiled. RE2/J unfolds repetitions, so
 * that {@code ((a{1000}){1000}){1000}} would need all the memory there is, and calls itself for
 * each level of parentheses. Go has the same limit for repetitions of repetitions.
 */
final class RegexSize {

    private static final int DEEPEST = 500;
    private static final long MOST_REPETITIONS = 1000;
    private static final long LARGEST = 200_000;

    private final String expression;
    private final Deque<Level> outer = new ArrayDeque<>();
    private Level level = new Level();
    private int at;

    private RegexSize(String expression) {
        this.expression = expression;
    }

    /** What is known of one level of parentheses; the last unit is what a repetition repeats. */
    private static final class Level {
        private long size;
        private long repetitions = 1;
        private long lastSize;
        private long lastRepetitions = 1;

        void add(long unitSize, long unitRepetitions) {
            size += lastSize;
            repetitions = Math.max(repetitions, lastRepetitions);
            lastSize = unitSize;
            lastRepetitions = unitRepetitions;
        }
    }

    /**
     * Checks an expression, which may be wrong in other ways.
     *
     * @param expression the expression
     * @throws PatternSyntaxException if it is too large
     */
    static void check(String expression) {
        new RegexSize(expression).check();
    }

    private void check() {
        while (at < expression.length()) {
            char c = expression.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repetition();
                default -> unit(1);
            }
        }
        Level all = level;
        all.add(0, 1);
        if (all.size > LARGEST) {
            throw new PatternSyntaxException("expression too large", expression);
        }
    }

    private void unit(int length) {
        level.add(1, 1);
        at += length;
    }

    private void escape() {
        if (expression.startsWith("\\Q", at)) {
            int end = expression.indexOf("\\E", at);
            int to = end < 0 ? expression.length() : end + 2;
            level.add(to - at, 1);
            at = to;
        } else {
            unit(2);
        }
    }

    private void characterClass() {
        int i = at + 1;
        if (i < expression.length() && expression.charAt(i) == '^') {
            i++;
        }
        if (i < expression.length() && expression.charAt(i) == ']') {
            i++;
        }
        while (i < expression.length() && expression.charAt(i) != ']') {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.startsWith("[:", i)) {
                int end = expression.indexOf(":]", i + 2);
                i = end < 0 ? i : end + 1;
            }
            i++;
        }
        unit(i + 1 - at);
    }

    private void open() {
        outer.push(level);
        if (outer.size() > DEEPEST) {
            throw new PatternSyntaxException("expression nests too deeply", expression);
        }
        level = new Level();
        at++;
    }

    private void close() {
        Level inner = level;
        inner.add(0, 1);
        level = outer.isEmpty() ? level : outer.pop();
        level.add(inner.size + 2, inner.repetitions);
        at++;
    }

    private void repetition() {
        int end = expression.indexOf('}', at);
        long count = end < 0 ? -1 : count(expression.substring(at + 1, end));
        if (count < 0) {
            unit(1);
            return;
        }
        level.lastSize = Math.min(level.lastSize * Math.max(count, 1), LARGEST + 1);
        level.lastRepetitions *= Math.max(count, 1);
        if (level.lastRepetitions > MOST_REPETITIONS) {
            throw new PatternSyntaxException(
                    "invalid repeat count", expression.substring(at, end + 1));
        }
        at = end + 1;
    }

    /** The greater number of {@code 3}, {@code 3,} and {@code 3,7}; -1 for anything else. */
    private static long count(String text) {
        long most = -1;
        for (String number : text.split(",", 2)) {
            if (number.isEmpty() && most >= 0) {
                return most;
            }
            if (number.isEmpty()
                    || number.length() > 9
                    || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            most = Math.max(most, Long.parseLong(number));
        }
        return most;
    }
}
