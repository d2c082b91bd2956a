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
package io.haumea.architecture;

/** Takes comments out of Java text. */
final class Comments {
    private final String text;
    private final StringBuilder blanked;
    private int at;

    private Comments(String text) {
        this.text = text;
        this.blanked = new StringBuilder(text);
    }

    /** The same text, of the same length and in the same lines, with blanks for comments. */
    static String blank(String text) {
        return new Comments(text).run();
    }

    private String run() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                blankUpTo(endOf("\n", at));
            } else if (text.startsWith("/*", at)) {
                blankUpTo(endOf("*/", at + 2));
            } else if (text.startsWith("\"\"\"", at)) {
                skipText("\"\"\"");
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                skipText(text.substring(at, at + 1));
            } else {
                at++;
            }
        }
        return blanked.toString();
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private void blankUpTo(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) != '\n') {
                blanked.setCharAt(at, ' ');
            }
        }
    }

    /** A comment's beginning inside a text is none. */
    private void skipText(String quote) {
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += quote.length();
    }
}
