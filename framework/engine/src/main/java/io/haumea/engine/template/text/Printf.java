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
package io.haumea.engine.template.text;

import org.jspecify.annotations.Nullable;

/** {@code printf}: reads a format and shows the arguments by its verbs. */
public final class Printf {

    private static final int MOST_WIDTH = 1_000_000;
    private static final int MOST_CHARACTERS = 10_000_000;

    private final String format;
    private final @Nullable Object[] arguments;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int argument = 1;
    private boolean reordered;
    private boolean goodIndex;

    private Printf(String format, @Nullable Object[] arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    /** The text of a format, the first argument, and the others. */
    public static String format(@Nullable Object[] arguments) throws FunctionException {
        if (!(arguments[0] instanceof String format)) {
            throw new FunctionException(
                    "wrong type for value; expected string; found " + Values.type(arguments[0]));
        }
        return new Printf(format, arguments).run();
    }

    private String run() throws FunctionException {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            text.append(format, at, end);
            at = end + 1;
            if (percent >= 0) {
                verb();
            }
            if (text.length() > MOST_CHARACTERS) {
                throw new FunctionException(
                        "the text has more than " + MOST_CHARACTERS + " characters");
            }
        }
        if (!reordered && argument < arguments.length) {
            extra();
        }
        return text.toString();
    }

    private void extra() throws FunctionException {
        String before = "%!(EXTRA ";
        for (; argument < arguments.length; argument++) {
            Object value = arguments[argument];
            text.append(before);
            text.append(value == null ? "<nil>" : Values.type(value) + "=" + Values.text(value));
            before = ", ";
        }
        text.append(')');
    }

    private void verb() throws FunctionException {
        VerbFormat verb = new VerbFormat();
        goodIndex = true;
        flags(verb);
        boolean after = index();
        after = width(verb, after);
        after = precision(verb, after);
        if (!after) {
            index();
        }
        if (at >= format.length()) {
            text.append("%!(NOVERB)");
            return;
        }
        int letter = format.codePointAt(at);
        at += Character.charCount(letter);
        if (letter == '%') {
            text.append('%');
        } else if (!goodIndex) {
            problem(letter, "(BADINDEX)");
        } else if (argument >= arguments.length) {
            problem(letter, "(MISSING)");
        } else {
            verb.show(text, letter, arguments[argument]);
            argument++;
        }
    }

    private void problem(int letter, String what) {
        text.append("%!").appendCodePoint(letter).append(what);
    }

    private void flags(VerbFormat verb) {
        while (at < format.length() && verb.flag(format.charAt(at))) {
            at++;
        }
    }

    private boolean width(VerbFormat verb, boolean afterIndex) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Integer width = fromArgument();
            if (width == null) {
                text.append("%!(BADWIDTH)");
            } else {
                verb.width(width);
            }
            return false;
        }
        int number = number();
        if (number >= 0) {
            verb.width(number);
            goodIndex &= !afterIndex;
        }
        return afterIndex;
    }

    private boolean precision(VerbFormat verb, boolean afterIndex) {
        if (at + 1 > format.length() || at >= format.length() || format.charAt(at) != '.') {
            return afterIndex;
        }
        at++;
        goodIndex &= !afterIndex;
        boolean indexed = index();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Integer precision = fromArgument();
            if (precision == null) {
                text.append("%!(BADPREC)");
            } else if (precision >= 0) {
                verb.precision(precision);
            }
            return false;
        }
        verb.precision(Math.max(0, number()));
        return indexed;
    }

    private @Nullable Integer fromArgument() {
        if (argument < arguments.length) {
            Object value = arguments[argument++];
            if (value instanceof Long number && Math.abs(number) <= MOST_WIDTH) {
                return number.intValue();
            }
        }
        return null;
    }

    /** A number in the format; -1 if none stands here or it is too great. */
    private int number() {
        int start = at;
        int value = 0;
        while (at < format.length() && Character.digit(format.charAt(at), 10) >= 0) {
            if (value > MOST_WIDTH) {
                return -1;
            }
            value = value * 10 + Character.digit(format.charAt(at), 10);
            at++;
        }
        return at == start || value > MOST_WIDTH ? -1 : value;
    }

    /** Reads the number of an argument in brackets, if it stands here. */
    private boolean index() {
        if (at >= format.length() || format.charAt(at) != '[') {
            return false;
        }
        reordered = true;
        int end = format.indexOf(']', at);
        if (end < 0) {
            goodIndex = false;
            at++;
            return false;
        }
        at++;
        int number = number();
        boolean fits = at == end && number >= 1 && number < arguments.length;
        goodIndex &= fits;
        at = end + 1;
        if (fits) {
            argument = number;
        }
        return true;
    }
}
