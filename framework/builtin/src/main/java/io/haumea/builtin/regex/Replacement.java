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
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the place of a match: a text in which {@code $1}, {@code $name}, {@code ${1}} and
 * {@code ${name}} are what a group has matched, and {@code $$} is a dollar sign. A name is as long
 * as letters, digits and underscores go on, so that {@code $1x} is a group called {@code 1x}; a
 * group that isn't there is empty. This is the template language of Go's regexp.Expand. Immutable
 * and thread-safe.
 */
public final class Replacement {

    private static final int HIGHEST_GROUP = 100_000_000;

    private final List<Part> parts;

    private Replacement(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Numbered(int group) implements Part {}

    private record Named(String group) implements Part {}

    /**
     * Takes a template apart.
     *
     * @param template the template; a dollar sign that begins nothing stands for itself
     * @return the replacement
     */
    public static Replacement of(String template) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c != '$') {
                text.append(c);
                at++;
                continue;
            }
            if (template.startsWith("$$", at)) {
                text.append('$');
                at += 2;
                continue;
            }
            boolean brace = template.startsWith("${", at);
            int from = at + (brace ? 2 : 1);
            int to = endOfName(template, from);
            if (to == from || (brace && !template.startsWith("}", to))) {
                text.append('$');
                at++;
                continue;
            }
            if (!text.isEmpty()) {
                parts.add(new Text(text.toString()));
                text.setLength(0);
            }
            parts.add(group(template.substring(from, to)));
            at = brace ? to + 1 : to;
        }
        if (!text.isEmpty()) {
            parts.add(new Text(text.toString()));
        }
        return new Replacement(List.copyOf(parts));
    }

    private static int endOfName(String template, int from) {
        int to = from;
        while (to < template.length()) {
            int c = template.codePointAt(to);
            if (!Character.isLetter(c) && !Character.isDigit(c) && c != '_') {
                break;
            }
            to += Character.charCount(c);
        }
        return to;
    }

    private static Part group(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || number >= HIGHEST_GROUP) {
                return new Named(name);
            }
            number = number * 10 + c - '0';
        }
        boolean leadingZero = name.length() > 1 && name.charAt(0) == '0';
        return leadingZero ? new Named(name) : new Numbered(number);
    }

    /** Appends what stands in the place of the match that was just found. */
    void expand(Matcher match, Pattern pattern, StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Text literal) {
                out.append(literal.text());
            } else if (part instanceof Numbered numbered) {
                group(match, numbered.group(), out);
            } else if (part instanceof Named named) {
                Integer group = pattern.namedGroups().get(named.group());
                if (group != null) {
                    group(match, group, out);
                }
            }
        }
    }

    private static void group(Matcher match, int group, StringBuilder out) {
        if (group <= match.groupCount() && match.start(group) >= 0) {
            out.append(match.group(group));
        }
    }
}
