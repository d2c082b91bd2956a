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

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code html}, {@code js} and {@code urlquery}. */
public final class Escapes {

    private static final String HTML_SIGNS = "\u0000\"'&<>";
    private static final String[] HTML = {"\uFFFD", "&#34;", "&#39;", "&amp;", "&lt;", "&gt;"};

    private Escapes() {}

    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int sign = HTML_SIGNS.indexOf(text.charAt(i));
            if (sign < 0) {
                escaped.append(text.charAt(i));
            } else {
                escaped.append(HTML[sign]);
            }
        }
        return escaped.toString();
    }

    public static String js(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if ("\\'\"".indexOf(c) >= 0) {
                                escaped.append('\\').append((char) c);
                            } else if (c < ' ' || "<>&=".indexOf(c) >= 0) {
                                escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
                            } else if (Quoting.printable(c) || c < 0x80) {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
                            }
                        });
        return escaped.toString();
    }

    public static String urlQuery(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0) {
                escaped.append(c);
            } else if (c == ' ') {
                escaped.append('+');
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
