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
package io.haumea.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.template.text.Quoting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a template says: it is refused in words, or it ends with a text or an error. */
class TemplateFuzzTest {

    private static final int PLACE_OF_NULL = 3;

    private static final String[] PIECES = {
        "{{",
        "}}",
        "{{- ",
        " -}}",
        "{{end}}",
        "{{else}}",
        "{{if .a}}",
        "{{else if .b}}",
        "{{range .l}}",
        "{{range $i, $e := .m}}",
        "{{with .m}}",
        "{{define \"t\"}}",
        "{{template \"t\" .}}",
        "{{block \"b\" .}}",
        "{{break}}",
        "{{continue}}",
        "{{/* c */}}",
        "{{$x := .a}}",
        "{{$x = 1}}",
        "{{$x}}",
        ".",
        ".a",
        ".m.k",
        "$",
        "$x",
        " ",
        "|",
        "(",
        ")",
        ",",
        ":=",
        "=",
        "\"",
        "`",
        "'",
        "\"text\"",
        "`raw`",
        "'c'",
        "nil",
        "true",
        "0",
        "-1",
        "1.5",
        "1e9",
        "0x1p-2",
        "len",
        "index",
        "slice",
        "printf",
        "print",
        "println",
        "html",
        "js",
        "urlquery",
        "json",
        "base64",
        "add",
        "and",
        "or",
        "not",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "call",
        "\"%v\"",
        "\"%8.3f|%-5d|%+q|%x\"",
        "\"%[2]*[1]d%\"",
        "text",
        "é世",
        "\uD83D\uDE00",
        "\n",
        "\u0000"
    };

    private static final String[] WHOLE = {
        "{\"a\":{{json .}}}",
        "{{range $i, $e := .l}}{{if $i}},{{end}}{{printf \"%05.1f\" $e}}{{else}}none{{end}}",
        "{{define \"t\"}}{{if .}}{{len .}}{{template \"t\" slice . 1}}{{end}}{{end}}"
                + "{{template \"t\" .l}}",
        "{{if and .b (gt .n 1.0)}}{{.s | html | printf \"%q\"}}{{else if not .z}}{{add .n"
                + " 1}}{{end}}",
        "{{$x := \"x\"}}{{range .l}}{{$x = print $x .}}{{if eq $x"
                + " \"x1\"}}{{break}}{{end}}{{end}}{{$x}}"
    };

    private static final Object DATA = data();

    private static Object data() {
        List<Object> list = new ArrayList<>(List.of(1L, "two", 3.5));
        list.add(PLACE_OF_NULL, null);
        Map<String, Object> members = Map.of("k", "v", "x", list);
        return Map.of(
                "a", "hé", "n", 3L, "f", -2.5e30, "b", true, "s", "<a&b>", "m", members, "l", list);
    }

    @Property
    void whenPiecesOfTemplatesAreStrungTogether_thenNothingBreaks(
            @ForAll("strings") String template) {
        assertHarmless(template);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void whenAGoodTemplateIsMutated_thenNothingBreaks(@ForAll("mutated") String template) {
        assertHarmless(template);
    }

    @Property
    void whenAFormatIsRandom_thenSomethingIsPrinted(@ForAll("formats") String format) {
        Template template =
                Template.compile("{{printf " + Quoting.quote(format) + " .n .s 7 .l .m true}}");
        assertThat(filled(template)).isNotNull();
    }

    private static void assertHarmless(String text) {
        Template template;
        try {
            template = Template.compile(text);
        } catch (TemplateException e) {
            assertThat(e)
                    .hasMessageStartingWith("template: sink:")
                    .hasMessageMatching("(?s).+: .+");
            return;
        }
        assertThat(filled(template)).isNotNull();
    }

    private static String filled(Template template) {
        try {
            return template.fillWith(DATA);
        } catch (TemplateException e) {
            assertThat(e).hasMessageStartingWith("template: sink:");
            return "";
        }
    }

    @Provide
    Arbitrary<String> strings() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.strings().withChars("%%%%vdsfegxXqtTcUbo0123+-# .*[]!z").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> wholes = Arbitraries.of(WHOLE);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 200);
        Arbitrary<String> pieces = Arbitraries.of(PIECES);
        return Combinators.combine(wholes, places, places, pieces)
                .as(TemplateFuzzTest::mutate)
                .flatMap(
                        once ->
                                Combinators.combine(places, places, pieces)
                                        .as(
                                                (from, count, piece) ->
                                                        mutate(once, from, count, piece)));
    }

    /** Puts a piece in the place of some characters. */
    private static String mutate(String text, int place, int count, String piece) {
        int from = place % (text.length() + 1);
        int to = Math.min(text.length(), from + count % 6);
        return text.substring(0, from) + piece + text.substring(to);
    }

    @Property(tries = 20)
    void whenATemplateIsHuge_thenItEnds(@ForAll("pieces") String piece) {
        char[] filler = new char[100_000 / Math.max(1, piece.length())];
        Arrays.fill(filler, 'x');
        assertHarmless(new String(filler).replace("x", piece));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }
}
