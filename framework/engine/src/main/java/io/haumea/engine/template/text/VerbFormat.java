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

import io.haumea.sdk.data.ExactNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A verb of {@code printf} with its flags, width and precision: shows a value. */
final class VerbFormat {

    private static final int NONE = -1;
    private static final int USUAL_PRECISION = 6;

    private int width = NONE;
    private int precision = NONE;
    private boolean minus;
    private boolean plus;
    private boolean sharp;
    private boolean space;
    private boolean zero;

    /** Sets a flag; false if the character is none. */
    boolean flag(char c) {
        switch (c) {
            case '-' -> minus = true;
            case '+' -> plus = true;
            case '#' -> sharp = true;
            case ' ' -> space = true;
            case '0' -> zero = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    void width(int characters) {
        width = Math.abs(characters);
        minus |= characters < 0;
    }

    void precision(int digits) {
        precision = digits;
    }

    void show(StringBuilder text, int verb, @Nullable Object value) {
        if (verb == 'T') {
            pad(text, value == null ? "<nil>" : Values.type(value));
        } else if (value == null && verb == 'v') {
            pad(text, "<nil>");
        } else {
            item(text, verb, value, false);
        }
    }

    private void item(StringBuilder text, int verb, @Nullable Object value, boolean inside) {
        if (value == null) {
            String nil = verb == 'v' && sharp ? "interface {}(nil)" : "<nil>";
            text.append(inside ? nil : "%!" + Character.toString(verb) + "(<nil>)");
        } else if (value instanceof Boolean) {
            simple(text, verb, value, "vt", value.toString());
        } else if (value instanceof Long number) {
            whole(text, verb, number);
        } else if (value instanceof ExactNumber number && verb == 'v') {
            pad(text, number.toString());
        } else if (value instanceof Number number) {
            floating(text, verb, number);
        } else if (value instanceof String string) {
            string(text, verb, string);
        } else if (value instanceof List<?> list) {
            list(text, verb, list);
        } else if (value instanceof Map<?, ?> map) {
            map(text, verb, map);
        }
    }

    private void simple(StringBuilder text, int verb, Object value, String verbs, String shown) {
        if (verbs.indexOf(verb) >= 0) {
            pad(text, shown);
        } else {
            unfit(text, verb, value);
        }
    }

    private static void unfit(StringBuilder text, int verb, Object value) {
        text.append("%!")
                .appendCodePoint(verb)
                .append('(')
                .append(Values.type(value))
                .append('=')
                .append(Values.text(value))
                .append(')');
    }

    private void list(StringBuilder text, int verb, List<?> list) {
        boolean syntax = verb == 'v' && sharp;
        text.append(syntax ? "[]interface {}{" : "[");
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : syntax ? ", " : " ");
            item(text, verb, list.get(i), true);
        }
        text.append(syntax ? '}' : ']');
    }

    private void map(StringBuilder text, int verb, Map<?, ?> map) {
        boolean syntax = verb == 'v' && sharp;
        Map<String, @Nullable Object> sorted = new TreeMap<>(Values.BY_BYTES);
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        text.append(syntax ? "map[string]interface {}{" : "map[");
        String before = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            text.append(before);
            item(text, verb, entry.getKey(), true);
            text.append(':');
            item(text, verb, entry.getValue(), true);
            before = syntax ? ", " : " ";
        }
        text.append(syntax ? '}' : ']');
    }

    private void string(StringBuilder text, int verb, String value) {
        String cut = value;
        boolean hex = verb == 'x' || verb == 'X';
        if (precision >= 0 && !hex && value.codePointCount(0, value.length()) > precision) {
            cut = value.substring(0, value.offsetByCodePoints(0, precision));
        }
        if (hex) {
            pad(text, hex(value, verb == 'X'));
        } else if (verb == 'q' || (verb == 'v' && sharp)) {
            boolean raw = verb == 'q' && sharp && rawable(cut);
            pad(text, raw ? "`" + cut + "`" : Quoting.quote(cut, '"', plus));
        } else {
            simple(text, verb, value, "sv", cut);
        }
    }

    private static boolean rawable(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t' || (c != '`' && c >= ' ' && c != 0x7F && c != 0xFEFF));
    }

    private String hex(String value, boolean upper) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int count = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
        String prefix = sharp ? upper ? "0X" : "0x" : "";
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(i == 0 || space ? prefix : "");
            digits.append(String.format(Locale.ROOT, upper ? "%02X" : "%02x", bytes[i]));
            digits.append(space && i < count - 1 ? " " : "");
        }
        return digits.toString();
    }

    private void whole(StringBuilder text, int verb, long value) {
        switch (verb) {
            case 'v', 'd' -> digits(text, value, 10, verb);
            case 'b' -> digits(text, value, 2, verb);
            case 'o', 'O' -> digits(text, value, 8, verb);
            case 'x', 'X' -> digits(text, value, 16, verb);
            case 'c' -> pad(text, Character.toString(codePoint(value)));
            case 'q' -> pad(text, Quoting.quote(Character.toString(codePoint(value)), '\'', plus));
            case 'U' -> {
                String number = String.format(Locale.ROOT, "U+%04X", value);
                boolean shown = sharp && Quoting.printable(codePoint(value));
                pad(
                        text,
                        shown
                                ? number + " '" + Character.toString(codePoint(value)) + "'"
                                : number);
            }
            default -> unfit(text, verb, value);
        }
    }

    private static int codePoint(long value) {
        boolean surrogate = value >= 0xD800 && value <= 0xDFFF;
        return value < 0 || value > Character.MAX_CODE_POINT || surrogate ? 0xFFFD : (int) value;
    }

    private void digits(StringBuilder text, long value, int radix, int verb) {
        String sign = value < 0 ? "-" : plus ? "+" : space ? " " : "";
        String digits = BigInteger.valueOf(value).abs().toString(radix);
        if (precision == 0 && value == 0) {
            text.append(" ".repeat(Math.max(0, width)));
            return;
        }
        int least = precision;
        if (precision == NONE && zero && !minus && width != NONE) {
            least = width - sign.length();
        }
        digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
        String prefix = verb == 'O' ? "0o" : "";
        if (sharp && radix != 10 && prefix.isEmpty()) {
            prefix = radix == 2 ? "0b" : radix == 8 ? "0" : "0x";
        }
        if (prefix.equals("0") && digits.startsWith("0")) {
            prefix = "";
        }
        String shown = prefix + digits;
        if (verb == 'X') {
            shown = shown.toUpperCase(Locale.ROOT);
        }
        padPlain(text, sign + shown);
    }

    private void floating(StringBuilder text, int verb, Number number) {
        double value = number.doubleValue();
        boolean known = "veEfFgGxX".indexOf(verb) >= 0;
        if (!known) {
            unfit(text, verb, number);
            return;
        }
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        String sign = negative ? "-" : plus ? "+" : space ? " " : "";
        if (!Double.isFinite(value)) {
            String name = Double.isNaN(value) ? "NaN" : (sign.isEmpty() ? "+" : sign) + "Inf";
            padPlain(text, name);
            return;
        }
        String digits = absolute(verb, negative ? -value : value);
        if (zero && !minus && width > sign.length() + digits.length()) {
            text.append(sign)
                    .append("0".repeat(width - sign.length() - digits.length()))
                    .append(digits);
        } else {
            padPlain(text, sign + digits);
        }
    }

    private String absolute(int verb, double value) {
        if (verb == 'x' || verb == 'X') {
            return Floats.hexadecimal(value, verb == 'X');
        }
        boolean shortest = verb == 'v' || verb == 'g' || verb == 'G';
        int digits = precision == NONE && !shortest ? USUAL_PRECISION : precision;
        return Floats.text(value, verb == 'v' ? 'g' : (char) verb, digits);
    }

    private void padPlain(StringBuilder text, String shown) {
        boolean zeros = zero;
        zero = false;
        pad(text, shown);
        zero = zeros;
    }

    private void pad(StringBuilder text, String shown) {
        int missing = Math.max(0, width - shown.codePointCount(0, shown.length()));
        if (minus) {
            text.append(shown).append(" ".repeat(missing));
        } else {
            text.append((zero ? "0" : " ").repeat(missing)).append(shown);
        }
    }
}
