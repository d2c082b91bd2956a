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

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;

/**
 * A compiled regular expression in the dialect of RE2, which takes time linear in the text. One
 * without special characters is looked for as it is. Immutable and thread-safe.
 */
public final class Regex {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private final String source;
    private final Pattern pattern;
    private final boolean plain;

    private Regex(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
        plain = source.chars().allMatch(c -> SPECIAL.indexOf(c) < 0);
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @return what finds its matches
     * @throws HaumeaException if it is none, with the text that Go has for it, such as {@code error
     *     parsing regexp: missing closing ]: `[`}
     */
    public static Regex compile(String expression) {
        try {
            RegexSize.check(expression);
            return new Regex(expression, Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new HaumeaException(ErrorCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    /** Whether it matches somewhere in a text. */
    public boolean matches(String text) {
        return plain ? text.contains(source) : pattern.matcher(text).find();
    }

    /** The first match in a text, or the empty text. */
    public String first(String text) {
        if (plain) {
            return text.contains(source) ? source : "";
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /**
     * Replaces all matches, as Go does: an empty match right behind another one is none.
     *
     * @param text the text
     * @param replacement what to put there
     * @return the text with all replaced
     */
    public String replaceAll(String text, Replacement replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = null;
        int copied = 0;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            out = out == null ? new StringBuilder(text.length() + 16) : out;
            out.append(text, copied, matcher.start());
            if (matcher.end() > copied || matcher.start() == 0) {
                replacement.expand(matcher, pattern, out);
            }
            copied = matcher.end();
            from = Math.max(copied, next(text, from));
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static int next(String text, int at) {
        return at >= text.length() ? at + 1 : at + Character.charCount(text.codePointAt(at));
    }
}
